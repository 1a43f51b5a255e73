import { numberIn, settingsOf } from '../statistics/check.ts';
import { notJudged, type SignalPoint } from './point.ts';
import { seriesOf, type Series } from './series.ts';

/** Settings of {@link ewma}. */
export interface EwmaOptions {
  /** Weight of the newest value, above 0 up to 1; 0.2 to 0.3 is usual. */
  lambda: number;
  /** Width of the limit in standard deviations of the average; 3 is usual. */
  limit: number;
  /** Mean and standard deviation of the values while all is usual, from a time before the series. */
  mean: number;
  sigma: number;
}

/**
 * Exponentially weighted moving average: z = λy + (1 − λ)z from z₀ = mean; alarm above
 * mean + limit·σ·√(λ/(2 − λ)·(1 − (1 − λ)^2t)). Rises only: a fall is no early warning.
 *
 * @param values any finite numbers; `null` for a gap, which leaves the average as it is.
 * @returns one point per value: `statistic` is the average, `upper` its limit (not the value's).
 * @throws InputError `not-a-list`, `not-a-number`, `out-of-range`.
 * @see NIST/SEMATECH e-Handbook of Statistical Methods 6.3.2.4.
 */
export function ewma(values: Series, options: EwmaOptions): SignalPoint[] {
  const read = settingsOf(options, '/options');
  const lambda = read.number('lambda', undefined, Number.MIN_VALUE, 1);
  const limit = read.number('limit', undefined, 0);
  const expected = read.number('mean');
  const sigma = read.number('sigma', undefined, 0);
  let [statistic, seen] = [expected, 0];
  return seriesOf(values, '/values', numberIn).map((observed, index) => {
    if (observed === null) return notJudged(index, observed, 'missing');
    statistic = lambda * observed + (1 - lambda) * statistic;
    const variance = (lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * ++seen));
    const upper = expected + limit * sigma * Math.sqrt(variance);
    const point: SignalPoint = { index, observed, expected, upper, statistic, alarm: statistic > upper };
    return sigma === 0 ? { ...point, reason: 'constant-baseline' } : point;
  });
}
