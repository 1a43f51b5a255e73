import type { Rounding } from './schema.ts';

/**
 * `numerator / denominator` (≥ 0, exact) rounded once to a multiple of `to`. Rounding twice – to hundredths, then to
 * whole points – would turn 89.495 into 90.
 */
export function roundFraction(numerator: bigint, denominator: bigint, { to, mode }: Rounding): number {
  const unit = denominator * BigInt(to);
  const whole = numerator / unit;
  const rest = (numerator % unit) * 2n;
  const up =
    rest !== 0n &&
    (mode === 'up' ||
      (mode !== 'down' && (rest > unit || (rest === unit && (mode === 'half-up' || whole % 2n === 1n)))));
  return Number(up ? whole + 1n : whole) * to;
}
