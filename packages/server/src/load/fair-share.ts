/** The part of the free amount that one caller may hold. */
const share = 1 / 8;

export interface Held {
  /** The whole amount. */
  total: number;
  /** The amount held by all callers. */
  used: number;
  /** The amount held by this caller; `undefined` where callers cannot be told apart. */
  mine: number | undefined;
}

/**
 * Whether a caller may hold `more` of a shared amount: as long as its holding then is at most an eighth of what is free.
 * However much one caller asks for, most remains for the others; the more callers there are, the less each gets, and the
 * amount is never used up.
 */
export function fitsShare(more: number, { total, used, mine }: Held): boolean {
  const left = total - used;
  return mine === undefined ? more <= left : mine + more <= left * share;
}
