import { studentTwoSided } from '../../statistics/student.ts';
import { dispersionOf, fitQuasiPoisson, type QuasiPoissonFit } from './quasi-poisson.ts';
import type { Reference } from './reference.ts';

/** How the baseline is fitted. */
export interface ModelSettings {
  noPeriods: number;
  years: number;
  trend: boolean;
  pThresholdTrend: number;
  reweight: boolean;
  weightsThreshold: number;
}

/** What the baseline says about the point. */
export interface Prediction {
  /** Expected count on the log scale and its standard error. */
  eta: number;
  se: number;
  /** Variance over mean, at least 1. */
  dispersion: number;
  /** Whether a time trend was kept. */
  trend: boolean;
}

interface Baseline {
  fit: QuasiPoissonFit;
  dispersion: number;
  /** Dispersion used for standard errors. */
  scale: number;
  trend: boolean;
}

/**
 * Fits the baseline and predicts the point. A trend is kept if it is significant, rests on three years and does not lead
 * beyond the highest count seen. `undefined` where the fit does not converge.
 */
export function predict(data: Reference, settings: ModelSettings): Prediction | undefined {
  const group = settings.noPeriods - 1;
  let baseline = robustFit(data, settings, settings.trend);
  if (baseline?.trend && !keepsTrend(baseline, data, settings)) baseline = robustFit(data, settings, false);
  if (!baseline) return undefined;
  const { eta, variance } = baseline.fit.predictor(data.now, group);
  const { dispersion, scale, trend } = baseline;
  return { eta, se: Math.sqrt(variance * scale), dispersion, trend };
}

function keepsTrend({ fit, scale }: Baseline, data: Reference, settings: ModelSettings): boolean {
  if (settings.years < 3) return false;
  const t = fit.trend / Math.sqrt(scale * fit.trendVariance);
  const expected = Math.exp(fit.predictor(data.now, settings.noPeriods - 1).eta);
  let highest = 0;
  for (const count of data.y) if (count > highest) highest = count;
  return studentTwoSided(t, fit.df) < settings.pThresholdTrend && expected <= highest;
}

/** Fits twice: the second time with past outbreaks weighted down by their Anscombe residuals. */
function robustFit(data: Reference, settings: ModelSettings, wanted: boolean): Baseline | undefined {
  const { noPeriods, reweight, weightsThreshold } = settings;
  let trend = wanted;
  let fit = fitQuasiPoisson(data, noPeriods, trend);
  if (!fit.converged && trend) fit = fitQuasiPoisson(data, noPeriods, (trend = false));
  if (!fit.converged) return undefined;
  const first = dispersionOf(fit, data.y, fit.weights);
  const dispersion = Math.max(1, first);
  if (!reweight) return { fit, dispersion, scale: first, trend };

  const weights = Float64Array.from(data.y, (count, i) => {
    const mean = fit.fitted[i]!;
    const residual = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
    // A count alone in its group is fitted exactly: its residual is rounding, not to be blown up by a leverage of one.
    const standardised = residual / Math.sqrt(dispersion * Math.max(1e-9, 1 - fit.leverage(i)));
    return standardised > weightsThreshold ? standardised ** -2 : 1;
  });
  const share = data.y.length / weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, i) => (weights[i] = weight * share));
  fit = fitQuasiPoisson(data, noPeriods, trend, weights);
  return {
    fit,
    dispersion: Math.max(1, dispersionOf(fit, data.y, fit.weights)),
    // R's package replaces the working weights by the case weights before it asks for standard errors; results
    // published with it (and its users' experience) rest on that, so it is kept.
    scale: dispersionOf(fit, data.y, weights),
    trend,
  };
}
