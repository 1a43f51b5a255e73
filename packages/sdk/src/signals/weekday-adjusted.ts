import { settingsOf } from '../statistics/check.ts';
import { countDistribution } from '../statistics/counts.ts';
import { afterZeros, notJudged, type SignalPoint } from './point.ts';
import { countsOf, summarise, type Counts, type Series } from './series.ts';
import { transforms } from './transform.ts';

/** Settings of {@link weekdayAdjusted}; the defaults are those of the published bench. */
export interface WeekdayAdjustedOptions {
  /** Days in the baseline, at least 14. Default 28. */
  baseline?: number;
  /** Days left out between baseline and today. Default 2. */
  guardBand?: number;
  /** Slack per day, in standard deviations. Default 0.3. */
  k?: number;
  /** Decision limit of the cumulative sum; higher means fewer alarms, and later. Default 3.75. */
  h?: number;
  /** No alarm on a day with fewer. Default 3. */
  minCount?: number;
}

/**
 * Our own detector for daily counts of places that are busier on some weekdays: expectation = mean of the last four
 * weeks × factor of the weekday (drawn towards 1 by one day's worth), spread from the same weeks (never below Poisson's),
 * then a cumulative sum of the transformed residuals that starts anew after each alarm.
 *
 * @param series counts, one per day; give days on which the office was closed as `null`.
 * @returns one point per day: `expected` for that weekday, `upper` the smallest value that would alarm, given the sum so
 * far, `statistic` the sum, `p` the probability of so many on that day alone.
 * @throws InputError for what is not a series of counts, or an option out of range.
 * @remarks Not a published method: C2 with a longer, weekday-adjusted baseline, joined to a CUSUM. Its false alarms and
 * detection are measured in the benchmark.
 */
export function weekdayAdjusted(series: Series, options: WeekdayAdjustedOptions = {}): SignalPoint[] {
  const read = settingsOf(options, '/options');
  const baseline = read.whole('baseline', 28, 14);
  const guardBand = read.whole('guardBand', 2, 0);
  const k = read.number('k', 0.3, 0);
  const h = read.number('h', 3.75, 0);
  const minCount = read.number('minCount', 3, 0);
  const counts = countsOf(series);

  let sum = 0;
  return counts.map((observed, index): SignalPoint => {
    const end = index - guardBand;
    if (end < baseline) return notJudged(index, observed, 'short-baseline');
    if (observed === null) return notJudged(index, observed, 'missing');
    const { n, mean } = summarise(counts, end - baseline, end);
    if (n < baseline / 2) return notJudged(index, observed, 'gap-in-baseline');
    if (mean === 0) {
      sum = 0;
      return afterZeros(index, observed, minCount);
    }
    const { expected, dispersion } = usual(counts, end - baseline, end, index, mean, n);
    // The expectation is itself an estimate, from n/7 days of this weekday drawn towards all n.
    const scale = Math.sqrt(dispersion * (1 + 4 / n));
    const upper = transforms.anscombe.count((h + k - sum) * scale, expected);
    const statistic = Math.max(0, sum + transforms.anscombe.score(observed, expected) / scale - k);
    const above = statistic >= h;
    const alarm = above && observed >= minCount;
    sum = alarm ? 0 : statistic;
    const p = countDistribution(expected, dispersion).atLeast(observed);
    const point: SignalPoint = { index, observed, expected, upper, statistic, alarm, p };
    if (n < baseline) point.reason = 'gap-in-baseline';
    if (above && !alarm) point.reason = 'below-minimum';
    return point;
  });
}

/** Expectation of day `index` and variance-to-mean ratio, from the days in `[from, to)`. */
function usual(counts: Counts, from: number, to: number, index: number, mean: number, n: number) {
  const sums = new Float64Array(7);
  const days = new Float64Array(7);
  for (let i = from; i < to; i++)
    if (counts[i] !== null) {
      sums[i % 7]! += counts[i]!;
      days[i % 7]!++;
    }
  // One day at the overall mean is added to each weekday, so that four counts do not make a factor of zero.
  const levels = sums.map((sum, day) => (sum + mean) / (days[day]! + 1));
  const level = levels.reduce((total, value) => total + value / 7, 0);
  let squares = 0;
  for (let i = from; i < to; i++)
    if (counts[i] !== null) {
      const fitted = (levels[i % 7]! * mean) / level;
      squares += (counts[i]! - fitted) ** 2 / fitted;
    }
  return { expected: (levels[index % 7]! * mean) / level, dispersion: Math.max(1, squares / (n - 6)) };
}
