/**
 * The standard normal distribution for the detectors, which may not carry a distribution library: series near the
 * centre, continued fraction in the tail (Abramowitz & Stegun 26.2.11, 26.2.14), accurate to about 10⁻¹⁴ in both tails.
 */
const density = (x: number) => Math.exp(-x * x * 0.5) / Math.sqrt(2 * Math.PI);

/** P(Z > x). */
export function normalUpperTail(x: number): number {
  if (x < 0) return 1 - normalUpperTail(-x);
  if (x < 2.5) {
    let [term, sum] = [x, x];
    for (let odd = 3; term > sum * 1e-17; odd += 2) sum += term *= (x * x) / odd;
    return 0.5 - density(x) * sum;
  }
  let fraction = x;
  for (let k = 80; k > 0; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}

/** The x with P(Z > x) = `tail`, 0 < tail < 1. */
export function normalQuantile(tail: number): number {
  if (tail > 0.5) return -normalQuantile(1 - tail);
  // Abramowitz & Stegun 26.2.22 is within 0.003; Halley's step cubes the error.
  const t = Math.sqrt(-2 * Math.log(tail));
  let x = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + t * 0.04481));
  for (let i = 0; i < 3; i++) {
    const step = (normalUpperTail(x) - tail) / density(x);
    x += step / (1 - (x * step) / 2);
  }
  return x;
}
