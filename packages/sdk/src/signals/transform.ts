/** How a count is measured against its expectation m: in standard deviations, roughly normal or not at all. */
export type CountTransform = 'standard' | 'rossi' | 'anscombe';

interface Transform {
  /** The count's distance from the expectation. */
  score(y: number, m: number): number;
  /** The smallest count at that distance, zero at least. */
  count(score: number, m: number): number;
}

/** For Poisson counts; Rossi, Lampugnani & Marchi (1999) for `rossi`. */
export const transforms: Record<CountTransform, Transform> = {
  standard: {
    score: (y, m) => (y - m) / Math.sqrt(m),
    count: (z, m) => Math.max(0, m + z * Math.sqrt(m)),
  },
  rossi: {
    score: (y, m) => (y - 3 * m + 2 * Math.sqrt(y * m)) / (2 * Math.sqrt(m)),
    // With u = √y: u² + 2√m·u − 3m − 2z√m = 0.
    count: (z, m) => Math.max(0, Math.sqrt(Math.max(0, 4 * m + 2 * z * Math.sqrt(m))) - Math.sqrt(m)) ** 2,
  },
  anscombe: {
    score: (y, m) => (1.5 * (y ** (2 / 3) - m ** (2 / 3))) / m ** (1 / 6),
    count: (z, m) => Math.max(0, m ** (2 / 3) + (z * m ** (1 / 6)) / 1.5) ** 1.5,
  },
};
