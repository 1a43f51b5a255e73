/** A distribution of counts. */
export interface CountDistribution {
  /** P(Y ≥ y). */
  atLeast(y: number): number;
  /** The smallest y with P(Y ≤ y) ≥ 1 − tail. */
  quantile(tail: number): number;
}

/**
 * Counts with the given mean and variance = `dispersion` × mean: Poisson at 1, negative binomial with size
 * mean/(dispersion − 1) above. Probabilities follow from each other by recursion from the most likely count outwards and
 * are divided by their own sum, so that no gamma function is needed and nothing overflows.
 */
export function countDistribution(mean: number, dispersion: number): CountDistribution {
  // P(y)/P(y − 1) = rise(y)
  const size = mean / (dispersion - 1);
  const rise =
    dispersion > 1 ? (y: number) => (((y - 1 + size) / y) * (dispersion - 1)) / dispersion : (y: number) => mean / y;
  const mode = Math.max(0, Math.floor(dispersion > 1 ? mean - dispersion + 1 : mean));

  const below: number[] = [];
  for (let y = mode, p = 1; y > 0 && p > 1e-18; y--) below.push((p /= rise(y)));
  const above: number[] = [1];
  for (let y = mode + 1, p = 1; p > 1e-18; y++) above.push((p *= rise(y)));
  const first = mode - below.length;
  const shares = [...below.reverse(), ...above];
  // Small terms first.
  let tail = 0;
  const tails = shares.map(() => 0);
  for (let i = shares.length - 1; i >= 0; i--) tails[i] = tail += shares[i]!;

  return {
    atLeast(y) {
      if (y <= first) return 1;
      if (y <= mode) return tails[y - first]! / tail;
      // Summed from y on, not read from the table: that one ends where terms no longer matter beside the mode.
      let p = shares[y - first] ?? shares.at(-1)!;
      for (let z = first + shares.length; z <= y && p > 0; z++) p *= rise(z);
      let beyond = 0;
      for (let z = y; p > beyond * 1e-17; z++) {
        beyond += p;
        p *= rise(z + 1);
      }
      return beyond / tail;
    },
    quantile(share) {
      // P(Y ≤ y) ≥ 1 − share ⇔ P(Y ≥ y + 1) ≤ share; the hair is R's, against rounding at the very bound.
      const bound = share * tail * (1 + 64 * Number.EPSILON);
      let i = 0;
      while (i + 1 < tails.length && tails[i + 1]! > bound) i++;
      return first + i;
    },
  };
}
