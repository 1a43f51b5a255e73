import { settingsOf } from '../statistics/check.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { notJudged, type SignalPoint } from './point.ts';
import { countsOf, summarise, type Series } from './series.ts';

const methods = ['C1', 'C2', 'C3', 'C3-surveillance'] as const;

/** Settings of {@link ears}. */
export interface EarsOptions {
  /** `C3-surveillance`: what R's `surveillance::earsC` computes in place of C3; for comparison only (see {@link ears}). */
  method: (typeof methods)[number];
  /** Periods in the baseline, at least 3. Default 7. */
  baseline?: number;
  /** Periods left out between baseline and today by C2 and C3, so that a slow rise does not hide itself. Default 2. */
  guardBand?: number;
  /** Alarm above this statistic. Default 3 for C1 and C2, 2 for C3. */
  threshold?: number;
  /** Instead of `threshold`: the one-sided normal quantile of 1 − alpha, as R's package has it. */
  alpha?: number;
  /** Lowest standard deviation to divide by. Default 0, as published; 0.5 to 1 is wise for sparse series. */
  minSigma?: number;
  /** No alarm for a count below this. Default 0. */
  minCount?: number;
}

/**
 * The CDC's Early Aberration Reporting System for daily counts: today against a few days before.
 * C1 = (y − mean)/sd of the 7 days before; C2 the same with a gap of 2 days; C3 = Σ max(0, C2 − 1) over today and the
 * two days before.
 *
 * @param series counts, one per day.
 * @returns one point per day. `upper` is the count above which today alarms. A baseline without variation has no
 * statistic: any excess alarms then (`constant-baseline`). A baseline with gaps is used if at least half is there.
 * @throws InputError for what is not a series of counts, or an option out of range.
 * @remarks `C3-surveillance` adds its margin to today's own count instead of the baseline mean, so that today's count
 * cannot raise today's alarm (`earsC` 1.20.3, against its own help page).
 * @see Hutwagner et al., Emerging Infectious Diseases 9 (2003); R package surveillance 1.20.3.
 */
export function ears(series: Series, options: EarsOptions): SignalPoint[] {
  const read = settingsOf(options, '/options');
  const method = read.word('method', methods);
  const baseline = read.whole('baseline', 7, 3);
  const guard = method === 'C1' ? 0 : read.whole('guardBand', 2, 0);
  const minSigma = read.number('minSigma', 0, 0);
  const minCount = read.number('minCount', 0, 0);
  const summed = method.startsWith('C3');
  const usual = method === 'C3-surveillance' ? normalQuantile(0.025) : summed ? 2 : 3;
  const threshold =
    options.alpha === undefined || options.threshold !== undefined
      ? read.number('threshold', usual, 0)
      : normalQuantile(read.number('alpha', undefined, 1e-300, 0.5));
  const counts = countsOf(series);

  /** max(0, C2 − 1) of each day, `NaN` where there was no C2; only C3 looks back at it. */
  const excess: number[] = [];
  return counts.map((observed, index) => {
    excess[index] = NaN;
    const end = index - guard;
    if (end < baseline) return notJudged(index, observed, 'short-baseline');
    if (observed === null) return notJudged(index, observed, 'missing');
    const { n, mean, sd } = summarise(counts, end - baseline, end);
    if (n < Math.max(2, baseline / 2)) return notJudged(index, observed, 'gap-in-baseline');
    const sigma = Math.max(sd, minSigma);
    const z = observed === mean ? 0 : (observed - mean) / sigma;
    excess[index] = Math.max(0, z - 1);
    if (summed && end < baseline + 2) return notJudged(index, observed, 'short-baseline');

    const before = summed ? (excess[index - 1]! || 0) + (excess[index - 2]! || 0) : 0;
    const partly = n < baseline || (summed && Number.isNaN(excess[index - 1]! + excess[index - 2]!));
    const point: SignalPoint = { index, observed, expected: mean, upper: null, statistic: null, alarm: false };
    if (method === 'C3-surveillance') {
      const room = threshold - before;
      point.upper = before === Infinity ? 0 : Math.max(0, observed + sigma * room);
      point.statistic = before;
      point.alarm = observed > point.upper;
    } else {
      const statistic = summed ? before + excess[index] : z;
      const margin = summed ? threshold - before + 1 : threshold;
      const carried = summed && before > threshold;
      point.upper = carried ? 0 : mean + sigma * margin;
      point.statistic = Number.isFinite(statistic) ? statistic : null;
      point.alarm = statistic > threshold;
      if (carried) point.reason = 'carried-over';
    }
    if (sigma === 0) point.reason = 'constant-baseline';
    else if (partly) point.reason ??= 'gap-in-baseline';
    if (point.alarm && observed < minCount) {
      point.alarm = false;
      point.reason = 'below-minimum';
    }
    return point;
  });
}
