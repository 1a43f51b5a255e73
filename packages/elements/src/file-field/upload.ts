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
  const power = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** power;
  return `${formatNumber(value, { decimals: value < 10 ? 1 : 0 })}\u00a0${units[power]}`;
}
