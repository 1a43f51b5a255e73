/**
 * P(|T| > |t|) for Student's t with whole degrees of freedom: the finite sums of Abramowitz & Stegun 26.7.3–4, exact to
 * about 10⁻¹⁴ absolute – for deciding about a level of significance, not for the size of a very small p.
 */
export function studentTwoSided(t: number, df: number): number {
  const theta = Math.atan(Math.abs(t) / Math.sqrt(df));
  const cosSquared = Math.cos(theta) ** 2;
  const odd = df % 2;
  let [term, sum] = [odd ? Math.cos(theta) : 1, 0];
  for (let i = odd; i < df - 1; i += 2) {
    sum += term;
    term *= (cosSquared * (i + 1)) / (i + 2);
  }
  const within = Math.sin(theta) * sum;
  return 1 - (odd ? (2 / Math.PI) * (theta + within) : within);
}
