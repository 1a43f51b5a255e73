/** How much of what is left one caller may have. */
const share = 1 / 8;

export interface Held {
  /** What there is for all. */
  total: number;
  /** What is taken, by everybody. */
  used: number;
  /** What is taken by the caller who asks; `undefined` where nobody can tell callers apart. */
  mine: number | undefined;
}

/**
 * Whether a caller may have `more` of something that all share: as long as what it then holds is no more than an eighth of
 * what is left. However much one caller asks for, most remains for the others, and the more callers there are, the less
 * each may have; it is never used up.
 */
export function fitsShare(more: number, { total, used, mine }: Held): boolean {
  const left = total - used;
  return mine === undefined ? more <= left : mine + more <= left * share;
}
