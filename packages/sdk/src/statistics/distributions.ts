/**
 * The one place that knows the distribution library (stdlib's ports of Boost's incomplete beta and gamma functions,
 * accurate in both tails). Everything else asks by statistical name.
 */
import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import gammainc from '@stdlib/math-base-special-gammainc';

/** P(F > f) for Fisher's F with `df1` and `df2` degrees of freedom (need not be whole). */
export function fUpperTail(f: number, df1: number, df2: number): number {
  return betainc((df1 * f) / (df1 * f + df2), df1 / 2, df2 / 2, true, true);
}

/** The f with P(F > f) = `tail`. */
export function fQuantile(tail: number, df1: number, df2: number): number {
  // Solved for the complement 1 − x, which keeps its digits where x rounds to one.
  const rest = betaincinv(tail, df2 / 2, df1 / 2);
  return ((1 - rest) * df2) / (rest * df1);
}

/** P(X > x) for χ² with `df` degrees of freedom. */
export function chiSquaredUpperTail(x: number, df: number): number {
  return gammainc(x / 2, df / 2, true, true);
}
