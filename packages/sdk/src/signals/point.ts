import type { SignalReason } from './reasons.ts';

/**
 * What a detector says about one period. Detectors return one point per period of the series (or of the range asked for),
 * in order; a point depends on its own and earlier periods only.
 */
export interface SignalPoint {
  /** 0-based place in the series. */
  index: number;
  /** The count as given; `null` where the series has a gap. */
  observed: number | null;
  /** What was to be expected; `null` where that cannot be said. */
  expected: number | null;
  /** The highest value that still counts as usual; `null` where that cannot be said: the point is then not judged. */
  upper: number | null;
  /** The detector's own measure of surprise; `null` where it does not exist. */
  statistic: number | null;
  /** Worth a look. `false` together with an `upper` of `null` means that there is no verdict: see `reason`. */
  alarm: boolean;
  /** Present whenever there is no verdict, or one from fewer data than the method wants. */
  reason?: SignalReason;
  /** P(count ≥ observed) under the detector's model, where it has one: for `benjaminiHochberg`. */
  p?: number;
}

/** A point without a verdict. */
export function notJudged(index: number, observed: number | null, reason: SignalReason): SignalPoint {
  return { index, observed, expected: null, upper: null, statistic: null, alarm: false, reason };
}

/** A point after nothing but zeros: there is no scale, and any count (from `minCount` on) is above them. */
export function afterZeros(index: number, observed: number, minCount = 0): SignalPoint {
  const alarm = observed > 0 && observed >= minCount;
  return { ...notJudged(index, observed, 'zero-baseline'), expected: 0, upper: 0, alarm };
}
