import { numberTable } from '../../statistics/check.ts';
import { chiSquaredUpperTail } from '../../statistics/distributions.ts';
import { midRanks } from './ranks.ts';

/** Concordance with its χ² test (H₀: the rankings are unrelated; an approximation that wants seven subjects or more). */
export interface Concordance {
  /** 0 (no common order) to 1 (one order); `undefined` with fewer than two raters or subjects, or nothing ranked apart. */
  w: number | undefined;
  chiSquared: number | undefined;
  df: number;
  p: number | undefined;
}

/**
 * Kendall's W with correction for ties: W = 12 S / (m²(n³ − n) − m Σ(t³ − t)), χ² = m(n − 1)W.
 *
 * @param ratings raters × subjects: scores or ranks, complete; each rater's row is ranked here, ties share the mean rank.
 * @throws InputError `ragged-table`, `not-a-number` (also for `null`).
 * @see Zar, Biostatistical Analysis (2010), §20.16.
 */
export function kendallW(ratings: readonly (readonly number[])[]): Concordance {
  const n = numberTable(ratings, '/ratings');
  const m = ratings.length;
  const sums = new Float64Array(n);
  let ties = 0;
  ratings.forEach((row) => {
    const { ranks, tieSum } = midRanks(row);
    ranks.forEach((rank, j) => (sums[j]! += rank));
    ties += tieSum;
  });
  const mean = (m * (n + 1)) / 2;
  const s = sums.reduce((sum, rankSum) => sum + (rankSum - mean) ** 2, 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  const df = Math.max(0, n - 1);
  if (m < 2 || n < 2 || most <= 0) return { w: undefined, chiSquared: undefined, df, p: undefined };
  const w = (12 * s) / most;
  const chiSquared = m * df * w;
  return { w, chiSquared, df, p: chiSquaredUpperTail(chiSquared, df) };
}
