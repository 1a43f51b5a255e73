import { countDistribution } from '../../statistics/counts.ts';
import { normalQuantile, normalUpperTail } from '../../statistics/normal.ts';
import type { Prediction } from './model.ts';

/** How the bound is found: normal on a power scale, or a negative binomial quantile without or with the estimate's own error. */
export type ThresholdMethod = 'delta' | 'nbPlugin' | 'muan';

/** Scale on which `delta` is normal. */
export type PowerTransform = '2/3' | '1/2' | 'none';

/** Bound, probability and score of an observed count. */
export interface Threshold {
  upper: number;
  /** (y − expected) / (upper − expected): above 1 is an alarm. As R has it, `expected` is a logarithm except for `delta`. */
  score: number;
  /** P(count ≥ y). */
  p: number;
}

/** The one-sided bound at `alpha` for a prediction. */
export function threshold(
  { eta, se, dispersion }: Prediction,
  y: number,
  alpha: number,
  method: ThresholdMethod,
  power: PowerTransform,
): Threshold {
  const z = normalQuantile(alpha);
  if (method !== 'delta') {
    const mean = Math.exp(method === 'muan' ? eta + z * se : eta);
    // Far beyond any count: the estimate is without bounds (a topic that died out, a season of zeros).
    if (mean > 1e8) return { upper: Infinity, score: 0, p: 1 };
    const counts = countDistribution(mean, dispersion);
    const upper = counts.quantile(alpha);
    return { upper, score: (y - eta) / (upper - eta), p: counts.atLeast(y) };
  }
  const mean = Math.exp(eta);
  const exponent = { '2/3': 2 / 3, '1/2': 1 / 2, none: 1 }[power];
  // Variance of the count and of its mean together, then on the power scale (se² on the log scale times mean² over mean).
  const variance = dispersion + se * se * mean;
  const sd = exponent * Math.sqrt(variance * mean ** (2 * exponent - 1));
  const upper = (mean ** exponent + z * sd) ** (1 / exponent);
  return { upper, score: (y - mean) / (upper - mean), p: normalUpperTail((y ** exponent - mean ** exponent) / sd) };
}
