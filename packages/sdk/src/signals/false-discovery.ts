import { numberIn } from '../statistics/check.ts';
import { seriesOf, type Series } from './series.ts';

/** Which of many tests are significant. */
export interface FalseDiscovery {
  /** Per test: whether it is significant at level q. */
  rejected: boolean[];
  /** Per test: the smallest q at which it would be significant; `null` where there was no p. */
  adjusted: (number | null)[];
}

/**
 * Benjamini & Hochberg's step-up procedure: of the tests it finds significant, at most the share q is false on average – for
 * independent or positively dependent tests.
 *
 * @param p one per series; `null` where a series was not judged (it then does not count as a test).
 * @param q tolerated share of false alarms among the alarms, 0 to 1.
 * @throws InputError `not-a-list`, `not-a-number`, `out-of-range`.
 * @see Benjamini & Hochberg, J. R. Stat. Soc. B 57 (1995).
 */
export function benjaminiHochberg(p: Series, q: number): FalseDiscovery {
  numberIn(q, '/q', 0, 1);
  const values = seriesOf(p, '/p', (value, at) => numberIn(value, at, 0, 1));
  const tests = values.flatMap((value, i) => (value === null ? [] : { i, value })).sort((a, b) => b.value - a.value);
  const adjusted: (number | null)[] = values.map(() => null);
  let smallest = 1;
  tests.forEach(({ i, value }, from) => {
    smallest = Math.min(smallest, value * (tests.length / (tests.length - from)));
    adjusted[i] = smallest;
  });
  // The tolerance is for rounding: Monte-Carlo p are round numbers and often lie on the line.
  return { rejected: adjusted.map((value) => value !== null && value <= q * (1 + 1e-12)), adjusted };
}
