/** A distribution of counts. */
export interface CountDistribution {
  /** P(Y ≥ y). */
  atLeast(y: number): number;
  /** The smallest y with P(Y > y) ≤ `tail`. */
  quantile(tail: number): number;
}

/**
 * Counts with the given mean and variance = `dispersion` × mean: Poisson at 1, negative binomial with size
 * mean/(dispersion − 1) above. Probabilities follow from each other by recursion from the most likely count outwards and
 * are divided by their own sum, so that no gamma function is needed and nothing overflows. Time grows with the standard
 * deviation.
 */
export function countDistribution(mean: number, dispersion: number): CountDistribution {
  const size = mean / (dispersion - 1);
  const share = (dispersion - 1) / dispersion;
  /** P(y) / P(y − 1) */
  const rise = dispersion > 1 ? (y: number) => ((y - 1 + size) / y) * share : (y: number) => mean / y;
  const mode = Math.max(0, Math.floor(mean - Math.max(dispersion, 1) + 1));
  const negligible = 1e-18;

  // All in units of the probability of the mode.
  let [below, above] = [0, 0];
  for (let y = mode, p = 1; y > 0 && p > negligible; y--) below += p /= rise(y);
  for (let y = mode + 1, p = rise(y); p > negligible; p *= rise(++y)) above += p;
  const total = below + 1 + above;

  return {
    atLeast(y) {
      if (y <= 0) return 1;
      let p = 1;
      if (y <= mode) {
        let sum = 1 + above;
        for (let z = mode; z > y && p > negligible; z--) sum += p /= rise(z);
        return sum / total;
      }
      for (let z = mode + 1; z <= y && p > 0; z++) p *= rise(z);
      let sum = 0;
      for (let z = y; p > sum * 1e-17; p *= rise(++z)) sum += p;
      return sum / total;
    },
    quantile(tail) {
      // The tolerance is R's, for rounding at the bound itself.
      const bound = tail * total * (1 + 64 * Number.EPSILON);
      let [y, p, beyond] = [mode, 1, above];
      while (beyond > bound && p > negligible) beyond -= p *= rise(++y);
      while (y > 0 && beyond + p <= bound) {
        beyond += p;
        p /= rise(y--);
      }
      return y;
    },
  };
}
