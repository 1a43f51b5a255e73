import type { Reference } from './reference.ts';

/** A fitted log-linear model: one level per seasonal group and, perhaps, a common trend. */
export interface QuasiPoissonFit {
  converged: boolean;
  /** Number of counts less number of coefficients. */
  df: number;
  /** Fitted mean, working weight and leverage of each count. */
  fitted: Float64Array;
  weights: Float64Array;
  leverage(i: number): number;
  /** Coefficient of time; 0 without trend. */
  trend: number;
  /** Variance of the trend and of the linear predictor at a time in a group, before scaling by the dispersion. */
  trendVariance: number;
  predictor(time: number, group: number): { eta: number; variance: number };
}

/**
 * Quasi-Poisson regression with log link by iteratively reweighted least squares, stopping as R's `glm` does
 * (|Δdeviance| / (deviance + 0.1) < 10⁻⁸, 25 steps). With one level per group the normal equations are an arrow: they
 * are solved in one pass over the counts, without a matrix.
 */
export function fitQuasiPoisson(
  data: Reference,
  groups: number,
  trend: boolean,
  prior = new Float64Array(data.y.length).fill(1),
): QuasiPoissonFit {
  const { y, time, group } = data;
  const n = y.length;
  const fitted = Float64Array.from(y, (count) => count + 0.1);
  const eta = fitted.map(Math.log);
  const weights = new Float64Array(n);
  const working = new Float64Array(n);
  /** Per group: Σw, weighted mean time, level. */
  const mass = new Float64Array(groups);
  const centre = new Float64Array(groups);
  const level = new Float64Array(groups);
  let [slope, information, converged] = [0, 0, false];
  /** Σ w(y ln y − y), the part of half the deviance that never changes. */
  let saturated = 0;
  for (let i = 0; i < n; i++) if (y[i]! > 0) saturated += prior[i]! * y[i]! * (Math.log(y[i]!) - 1);
  const deviance = () => {
    let half = saturated;
    for (let i = 0; i < n; i++) half += prior[i]! * (fitted[i]! - y[i]! * eta[i]!);
    return 2 * half;
  };

  let before = deviance();
  for (let step = 0; step < 25 && !converged; step++) {
    mass.fill(0);
    centre.fill(0);
    level.fill(0);
    for (let i = 0; i < n; i++) {
      const g = group[i]!;
      const weight = fitted[i]! * prior[i]!;
      weights[i] = weight;
      working[i] = eta[i]! + y[i]! / fitted[i]! - 1;
      mass[g]! += weight;
      centre[g]! += weight * time[i]!;
      level[g]! += weight * working[i]!;
    }
    for (let g = 0; g < groups; g++) {
      centre[g]! /= mass[g]!;
      level[g]! /= mass[g]!;
    }
    if (trend) {
      let cross = 0;
      information = 0;
      for (let i = 0; i < n; i++) {
        const apart = time[i]! - centre[group[i]!]!;
        information += weights[i]! * apart * apart;
        cross += weights[i]! * apart * (working[i]! - level[group[i]!]!);
      }
      slope = cross / information;
    }
    for (let i = 0; i < n; i++) {
      eta[i] = level[group[i]!]! + slope * (time[i]! - centre[group[i]!]!);
      fitted[i] = Math.exp(eta[i]!);
    }
    const now = deviance();
    if (!Number.isFinite(now)) break;
    converged = Math.abs(now - before) / (Math.abs(now) + 0.1) < 1e-8;
    before = now;
  }

  const variance = (t: number, g: number) => 1 / mass[g]! + (trend ? (t - centre[g]!) ** 2 / information : 0);
  const used = mass.filter((weight) => weight > 0).length;
  return {
    converged,
    df: n - used - Number(trend),
    fitted,
    weights,
    leverage: (i) => weights[i]! * variance(time[i]!, group[i]!),
    trend: slope,
    trendVariance: 1 / information,
    predictor: (t, g) => ({ eta: level[g]! + slope * (t - centre[g]!), variance: variance(t, g) }),
  };
}

/** Σ weight × ((y − μ)/μ)² / df: Pearson's dispersion when the weights are the working weights. */
export function dispersionOf(fit: QuasiPoissonFit, y: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += weights[i]! * ((y[i]! - fit.fitted[i]!) / fit.fitted[i]!) ** 2;
  return sum / fit.df;
}
