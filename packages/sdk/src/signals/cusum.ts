import { listOf, numberIn, settingsOf } from '../statistics/check.ts';
import { afterZeros, notJudged, type SignalPoint } from './point.ts';
import { countsOf, seriesOf, type Series } from './series.ts';
import { transforms, type CountTransform } from './transform.ts';

/** Settings of {@link cusum}. */
export interface CusumOptions {
  /** Slack per period, in standard deviations (`none`: in the unit of the values). */
  k: number;
  /** Decision limit for the sum. */
  h: number;
  /** The expected value: one for all periods, or one per period (from a calendar or a seasonal model). */
  reference: number | ArrayLike<number>;
  /** `none` sums plain differences and takes any finite values: measurements, or scores already standardised. */
  transform: CountTransform | 'none';
  /** Start again from zero after an alarm. Default false, as published; true halves the false alarms at the same detection. */
  reset?: boolean;
}

/**
 * One-sided cumulative sum: S = max(0, S + z − k), alarm when S ≥ h; for rises that stay.
 *
 * @returns one point per period: `statistic` is S, `upper` the smallest value that would alarm, given the sum so far
 * (rounded up to a whole count for `standard`, as R has it). A gap leaves the sum as it is. A reference of zero has no
 * scale: any count alarms then (`zero-baseline`).
 * @throws InputError for what is not a series of counts (`none`: of numbers), or an option out of range.
 * @see Page (1954); R package surveillance, `algo.cusum`; NIST/SEMATECH e-Handbook 6.3.2.3 for `none`.
 */
export function cusum(series: Series, options: CusumOptions): SignalPoint[] {
  const read = settingsOf(options, '/options');
  const name = read.word('transform', ['standard', 'rossi', 'anscombe', 'none']);
  const k = read.number('k', undefined, 0);
  const h = read.number('h', undefined, 0);
  const { reference } = options;
  const plain = name === 'none';
  const counts = plain ? seriesOf(series, '/counts', numberIn) : countsOf(series);
  const several = typeof reference === 'object';
  if (several) listOf(reference as readonly number[], '/options/reference', counts.length);

  let sum = 0;
  return counts.map((observed, index) => {
    const pointer = several ? `/options/reference/${index}` : '/options/reference';
    const expected = numberIn(several ? reference[index] : reference, pointer, plain ? undefined : 0);
    if (observed === null) return notJudged(index, observed, 'missing');
    if (expected === 0 && !plain) return afterZeros(index, observed);
    const room = h + k - sum;
    const upper = plain ? expected + room : transforms[name].count(room, expected);
    const score = plain ? observed - expected : transforms[name].score(observed, expected);
    const statistic = Math.max(0, sum + score - k);
    const alarm = statistic >= h;
    sum = alarm && options.reset ? 0 : statistic;
    return { index, observed, expected, upper: name === 'standard' ? Math.ceil(upper) : upper, statistic, alarm };
  });
}
