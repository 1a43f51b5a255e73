import { UnfitFile } from '../unfit-file.ts';

const mebibyte = 1024 ** 2;

/**
 * What one file may cost, with everything that lies inside it, at any depth: a plausible document stays within, and what
 * does not is taken for a bomb.
 */
export class Allowance {
  readonly left = {
    parts: 10_000,
    /** Bytes that the parts unfold to. */
    unfolded: 256 * mebibyte,
    /** Bytes of parts whose tags are read, and of workbooks inside. */
    read: 32 * mebibyte,
  };

  /** @throws UnfitFile `too-big-inside` when there is no more */
  take(what: keyof Allowance['left'], amount: number): void {
    this.left[what] -= amount;
    if (this.left[what] < 0) throw new UnfitFile('too-big-inside');
  }
}
