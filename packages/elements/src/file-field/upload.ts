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
 * or `title`, if any, is shown to the person, unless it `isForeign`, as the client's error of a gateway is.
 */
export type Upload = (
  file: File,
  options: { signal: AbortSignal; onProgress: (sent: number) => void },
) => PromiseLike<StoredFile>;
