import { listOf } from '../statistics/check.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import type { SignalPoint } from './point.ts';
import type { Counts, Series } from './series.ts';

/** The newest point of one of many series. */
export interface ScreenedPoint extends SignalPoint {
  /** Place in the list of series. */
  series: number;
  /** The false-discovery rate at which the point would be significant; `null` without p. */
  adjustedP: number | null;
  /** Alarm that is also significant among all series together, or has no p to weigh it by (`zero-baseline`). */
  signal: boolean;
}

/**
 * The newest period of many series (area × topic) at once, with control over how many of the alarms are mere chance:
 * hundreds of series at 1 % each would raise several false alarms a day.
 *
 * @param series counts of each.
 * @param detect a detector that gives p, for the newest period at least:
 * `(counts) => farringtonFlexible(counts, {frequency: 52, range: [counts.length - 1, counts.length - 1]})`.
 * @param q tolerated share of false alarms among the signals. Default 0.05.
 * @returns one per series, in order; an empty series has no point and is left out.
 */
export function screen(
  series: readonly Series[],
  detect: (counts: Counts) => readonly SignalPoint[],
  q = 0.05,
): ScreenedPoint[] {
  const points = listOf(series, '/series').flatMap((counts, i) => {
    const newest = detect(Array.from(counts)).at(-1);
    return newest ? [{ ...newest, series: i }] : [];
  });
  const { rejected, adjusted } = benjaminiHochberg(
    points.map((point) => point.p ?? null),
    q,
  );
  return points.map((point, i) => ({
    ...point,
    adjustedP: adjusted[i]!,
    signal: point.alarm && (rejected[i]! || adjusted[i] === null),
  }));
}
