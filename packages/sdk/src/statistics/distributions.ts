/**
 * The one place that knows the distribution library (stdlib's ports of Boost's incomplete beta and gamma functions,
 * accurate in both tails; bundled, because as packages it is 17 MB). Everything else asks by statistical name.
 */
import { betainc, betaincinv, gammainc } from './generated/special-functions.ts';

/** P(F > f) for Fisher's F with `df1` and `df2` degrees of freedom (need not be whole). */
export function fUpperTail(f: number, df1: number, df2: number): number {
  // Asked by the smaller of the two shares that make one: the larger has lost the digits that matter in a far tail.
  const [x, y] = [df1 * f, df2];
  return x < y
    ? betainc(x / (x + y), df1 / 2, df2 / 2, true, true)
    : betainc(y / (x + y), df2 / 2, df1 / 2, true, false);
}

/** The f with P(F > f) = `tail`. */
export function fQuantile(tail: number, df1: number, df2: number): number {
  // Solved for the complement 1 − x, which keeps its digits where x rounds to one.
  const rest = betaincinv(tail, df2 / 2, df1 / 2);
  return ((1 - rest) * df2) / (rest * df1);
}

/** P(X > x) for χ² with `df` degrees of freedom. */
export function chiSquaredUpperTail(x: number, df: number): number {
  const [half, a] = [x / 2, df / 2];
  // Beyond 1,000 gammainc 0.3.1 starts its series at a where Boost starts it at a − 1, and is off by a thousandth.
  // Asked for a − 1 it gives the right sum under the wrong factor. Hence the exact version in package.json.
  return half > 1000 && a > 1 && a < half + 50
    ? (gammainc(half, a - 1, true, true) * half) / (a - 1)
    : gammainc(half, a, true, true);
}
