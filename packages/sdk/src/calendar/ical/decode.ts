/** The text of a file, and whether its encoding had to be guessed. */
export interface DecodedFile {
  text: string;
  guessed: boolean;
}

/**
 * The bytes of a calendar as text: UTF-8, or UTF-16 with its mark. What is neither comes from an old program of Windows; in
 * Việt Nam that is the code page 1258.
 */
export function decodeFile(file: string | Uint8Array): DecodedFile {
  if (typeof file === 'string') return { text: withoutMark(file), guessed: false };
  const [first, second] = file;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (wide) return { text: new TextDecoder(wide).decode(file), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1258').decode(file), guessed: true };
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
