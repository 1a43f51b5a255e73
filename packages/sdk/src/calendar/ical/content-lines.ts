/** `NAME;PARAMETER=…:value`, unfolded. */
export interface ContentLine {
  /** Number of the line in the file, from 1. */
  line: number;
  /** Upper case. */
  name: string;
  /** Names in upper case, values without quotes. */
  parameters: ReadonlyMap<string, string>;
  /** As written, but with quoted-printable undone. */
  value: string;
}

const lineForm = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):([^]*)$/;
/** A value of so many characters is a picture or an attack: nothing that is read here is longer. */
const longestLine = 20_000;

/** Lines of RFC 5545 or vCalendar 1.0, with any line ends; other lines are left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  let start = 0;
  let parts: string[] = [];
  const lines = text.split(/\r\n|[\r\n]/);
  for (let number = 0; number <= lines.length; number++) {
    const line = lines[number];
    if (line !== undefined && number > start && isContinued(line, parts)) {
      if (parts.length < longestLine) parts.push(/^[ \t]/.test(line) ? line.slice(1) : line);
      continue;
    }
    const read = parts.length > 0 ? readLine(parts, start + 1) : undefined;
    if (read) yield read;
    start = number;
    parts = line === undefined ? [] : [line];
  }
}

/** Folded as RFC 5545 does it, or by the `=` that ends a line of quoted-printable. */
function isContinued(line: string, before: readonly string[]): boolean {
  return /^[ \t]/.test(line) || (before.at(-1)!.endsWith('=') && isQuotedPrintable(before[0]!));
}

const isQuotedPrintable = (head: string) => /^[^:]{0,200};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(head);

function readLine(parts: readonly string[], line: number): ContentLine | undefined {
  const quoted = isQuotedPrintable(parts[0]!);
  const text = (quoted ? parts.map((part) => part.replace(/=$/, '')) : parts).join('').slice(0, longestLine);
  // A first line may be indented; any other would be folded.
  const [, name, given = '', value = ''] = lineForm.exec(text.trimStart()) ?? [];
  if (name === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const [, key = '', quotedValue, plain = ''] of given.matchAll(/;([A-Za-z0-9-]+)=?(?:"([^"]*)"|([^;]*))/g))
    parameters.set(key.toUpperCase(), quotedValue ?? plain);
  const decoded = quoted ? unquote(value, parameters.get('CHARSET')) : value;
  return { line, name: name.toUpperCase(), parameters, value: decoded };
}

function unquote(value: string, charset = 'utf-8'): string {
  const bytes = new Uint8Array(
    [...value.matchAll(/=([0-9A-Fa-f]{2})|([^])/g)].map(([, hex, plain = '']) =>
      hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
    ),
  );
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return value;
  }
}

/** A text value without its escapes. */
export function unescapeText(value: string): string {
  return value.replace(/\\([^])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}
