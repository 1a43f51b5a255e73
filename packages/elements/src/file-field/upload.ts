/** A file the server has stored. */
export interface StoredFile {
  /** What the form submits. */
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}

/**
 * Sends one file. Reports the bytes sent so far; stops when `signal` is aborted. Rejects with an error whose `detail`
 * or `title`, if any, is shown to the person.
 */
export type Upload = (
  file: File,
  options: { signal: AbortSignal; onProgress: (sent: number) => void },
) => PromiseLike<StoredFile>;

/** `1,5 MB`; decimal units, as file managers of phones show them. */
export function formatSize(bytes: number, format: (value: number, options: { decimals: number }) => string): string {
  const [unit, divisor] = bytes >= 1e6 ? ['MB', 1e6] : bytes >= 1e3 ? ['KB', 1e3] : ['B', 1];
  const value = bytes / divisor;
  return `${format(value, { decimals: value < 10 && divisor > 1 ? 1 : 0 })} ${unit}`;
}

/** Whether a file fits an `accept` attribute. An unknown type by name is let through: the server looks at the content. */
export function isAccepted(file: File, accept: string): boolean {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);
  if (kinds.length === 0) return true;
  const name = file.name.toLowerCase();
  return kinds.some((kind) =>
    kind.startsWith('.')
      ? name.endsWith(kind)
      : !file.type || (kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind),
  );
}
