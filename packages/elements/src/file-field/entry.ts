import type { StoredFile } from './upload.ts';

/** A file of the field, from when it was chosen. */
export interface Entry {
  name: string;
  size: number;
  stored?: StoredFile;
  /** Absent for a file that came back from a draft. */
  file?: File;
  sent: number;
  /** Why it was not taken; such a file counts for nothing. */
  failure?: string;
  /** The failure may pass: the file can be sent again. */
  retryable?: boolean;
  upload?: AbortController;
  /** A picture; `thumbnail` is the address of a small copy, where the browser can draw it. */
  isPicture: boolean;
  thumbnail?: string;
  /** It is being made smaller. */
  isScaling?: boolean;
}
