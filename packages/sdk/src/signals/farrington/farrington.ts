import { listOf, settingsOf, wholeIn } from '../../statistics/check.ts';
import { afterZeros, notJudged, type SignalPoint } from '../point.ts';
import { countsOf, type Series } from '../series.ts';
import { predict, type ModelSettings } from './model.ts';
import { dateOf, referenceOf, type ReferenceSettings } from './reference.ts';
import { threshold, type PowerTransform, type ThresholdMethod } from './threshold.ts';

/** Settings of {@link farringtonFlexible}; R's names are `freq`, `b`, `w`, `noPeriods`, … in this order. */
export interface FarringtonOptions {
  /** Periods per year: 52 for weeks, 12 for months, 365 for days. */
  frequency: number;
  /**
   * Date of the first period, `YYYY-MM-DD`. With it, weeks and days find the same time of earlier years by calendar
   * (years of 53 weeks) and the trend of months counts their days, as R does with `epochAsDate`; without it, a year is
   * `frequency` periods.
   */
  start?: string;
  /** Years to look back. Default 5. */
  years?: number;
  /** Periods on either side of the same time in earlier years. Default 3. */
  halfWindow?: number;
  /** Seasonal groups per year: 1 uses only the windows, 10 the whole year (Noufaily). Default 1. */
  noPeriods?: number;
  /** One-sided level of the bound. Default 0.05. */
  alpha?: number;
  /** Look for a time trend, and keep it below this p. Defaults true and 0.05 (1 keeps any). */
  trend?: boolean;
  pThresholdTrend?: number;
  /** Weight past outbreaks down, from this standardised residual on. Defaults true and 2.58 (1 in the 1996 method). */
  reweight?: boolean;
  weightsThreshold?: number;
  /** The most recent periods to leave out of the baseline. Default `halfWindow` (26 in the improved method). */
  pastWeeksNotIncluded?: number;
  /** Default `delta`. */
  thresholdMethod?: ThresholdMethod;
  /** For `delta`. Default `2/3`. */
  powerTransform?: PowerTransform;
  /** `[cases, periods]`: no verdict with fewer cases in so many periods, this one included. Default [5, 4]. */
  limit54?: readonly [number, number];
  /** Points to compute: `[first, last]`, or a longer list of 0-based indices. Default all. */
  range?: readonly number[];
}

/**
 * The Farrington method in its flexible form: a quasi-Poisson baseline from the same season of earlier years, with trend
 * and past outbreaks weighted down, and a bound for the current count. For three and more years of weekly or monthly
 * counts.
 *
 * @param series counts, one per period.
 * @returns one point per period of the range. `statistic` is the exceedance score (alarm above 1); `expected` and `upper`
 * are counts; `p` the probability of so many. Years that are not there give `short-baseline`; a reference of zeros
 * `zero-baseline` (any count is above it); fewer cases than `limit54` `few-cases`, without bound as in R.
 * @throws InputError for what is not a series of counts, a date that does not exist, or an option out of range.
 * @see Farrington et al. (1996); Noufaily et al., Statistics in Medicine 32 (2013); R package surveillance 1.20.3, whose
 * results are reproduced.
 */
export function farringtonFlexible(series: Series, options: FarringtonOptions): SignalPoint[] {
  const counts = countsOf(series);
  const settings = complete(options);
  const [cases, periods] = settings.limit54;
  return settings.indices(counts.length).map(judge);

  function judge(index: number): SignalPoint {
    const observed = counts[index]!;
    if (observed === null) return notJudged(index, observed, 'missing');
    const reference = referenceOf(counts, index, settings);
    if (!reference) return notJudged(index, observed, 'short-baseline');
    let recent = 0;
    for (let i = Math.max(0, index - periods + 1); i <= index; i++) recent += counts[i] ?? 0;
    if (recent < cases) return notJudged(index, observed, 'few-cases');
    if (reference.gaps > reference.y.length || !reference.group.includes(settings.noPeriods - 1))
      return notJudged(index, observed, 'gap-in-baseline');
    const guarded = reference.gaps ? { reason: 'gap-in-baseline' as const } : {};
    if (reference.y.every((count) => count === 0)) return afterZeros(index, observed);
    const prediction = predict(reference, settings);
    if (!prediction) return notJudged(index, observed, 'no-convergence');
    const { upper, score, p } = threshold(
      prediction,
      observed,
      settings.alpha,
      settings.thresholdMethod,
      settings.powerTransform,
    );
    const expected = Math.exp(prediction.eta);
    if (!Number.isFinite(upper) || !Number.isFinite(expected)) return notJudged(index, observed, 'no-convergence');
    const statistic = Number.isFinite(score) ? score : null;
    // Not R's `score > 1` alone: with `nbPlugin` and `muan`, a bound below ln(expected) turns its sign round.
    const alarm = observed > upper && (score > 1 || observed > expected);
    return { index, observed, expected, upper, statistic, alarm, p, ...guarded };
  }
}

type Complete = ModelSettings &
  ReferenceSettings &
  Required<Pick<FarringtonOptions, 'alpha' | 'thresholdMethod' | 'powerTransform' | 'limit54'>> & {
    indices(length: number): number[];
  };

function complete(options: FarringtonOptions): Complete {
  const read = settingsOf(options, '/options');
  const { start, range, limit54 = [5, 4], trend = true, reweight = true } = options;
  const frequency = read.whole('frequency', undefined, 1, 366);
  const halfWindow = read.whole('halfWindow', 3, 0, (frequency - 1) / 2);
  if (start !== undefined) dateOf(start, '/options/start');
  listOf(limit54, '/options/limit54', 2);
  return {
    frequency,
    start,
    halfWindow,
    trend,
    reweight,
    years: read.whole('years', 5, 1, 100),
    // Each group between two windows needs a period of its own.
    noPeriods: read.whole('noPeriods', 1, 1, Math.max(1, frequency - 2 * halfWindow - 1)),
    alpha: read.number('alpha', 0.05, 1e-12, 0.5),
    pThresholdTrend: read.number('pThresholdTrend', 0.05, 0, 1),
    weightsThreshold: read.number('weightsThreshold', 2.58, 0),
    pastWeeksNotIncluded: read.whole('pastWeeksNotIncluded', halfWindow, 0),
    thresholdMethod: read.word('thresholdMethod', ['delta', 'nbPlugin', 'muan'], 'delta'),
    powerTransform: read.word('powerTransform', ['2/3', '1/2', 'none'], '2/3'),
    limit54: [wholeIn(limit54[0], '/options/limit54/0', 0), wholeIn(limit54[1], '/options/limit54/1', 1)],
    indices(length) {
      if (length === 0) return [];
      const chosen = listOf(range ?? [0, length - 1], '/options/range');
      chosen.forEach((index, i) => wholeIn(index, `/options/range/${i}`, 0, length - 1));
      if (chosen.length !== 2) return [...chosen];
      wholeIn(chosen[1], '/options/range/1', chosen[0]!);
      return Array.from({ length: chosen[1]! - chosen[0]! + 1 }, (_, i) => chosen[0]! + i);
    },
  };
}
