import { UnfitOfficeFile } from './unfit-office-file.ts';

const mebibyte = 1024 ** 2;

/**
 * Limits for one file, counted over everything inside it at any depth. No real document exceeds them; a file that does is
 * taken for a decompression bomb.
 */
export class Allowance {
  readonly left = {
    parts: 10_000,
    /** Bytes of the unpacked parts. */
    unfolded: 256 * mebibyte,
    /** Bytes of parts whose XML is read, and of workbooks inside. */
    read: 32 * mebibyte,
  };

  /** @throws UnfitOfficeFile `too-big-inside` when the limit is exceeded */
  take(what: keyof Allowance['left'], amount: number): void {
    this.left[what] -= amount;
    if (this.left[what] < 0) throw new UnfitOfficeFile('too-big-inside');
  }
}
