/**
 * Kulldorff's Poisson log-likelihood ratio of a zone with `cases` where `expected` were to be expected, out of `total`:
 * c·ln(c/E) + (C − c)·ln((C − c)/(C − E)) if c > E, else 0.
 */
export function poissonLogLikelihoodRatio(cases: number, expected: number, total: number): number {
  if (cases <= expected) return 0;
  const outside = total - cases;
  return cases * Math.log(cases / expected) + (outside > 0 ? outside * Math.log(outside / (total - expected)) : 0);
}
