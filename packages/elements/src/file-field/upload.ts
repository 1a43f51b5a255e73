import { formatNumber } from '@dvk/sdk/text';

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

/** `1,5 MB`, in units of 1,024 as Windows counts them; number and unit stay on one line. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** step;
  return `${formatNumber(value, { decimals: value < 10 ? 1 : 0 })}\u00a0${units[step]}`;
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
