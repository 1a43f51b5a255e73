import { roundFraction } from '../rubrics/rounding.ts';
import type { Rounding, Rubric, Step } from '../rubrics/schema.ts';
import type { Fraction, TakenStep } from './working.ts';

function rounded([numerator, denominator]: Fraction, { to, mode }: Rounding): Fraction {
  if (denominator === 1 && numerator % to === 0) return [numerator, 1];
  const size = roundFraction(BigInt(Math.abs(numerator)), BigInt(denominator), { to, mode });
  return [numerator < 0 ? -size : size, 1];
}

/**
 * From the sum of the table to the total, in the rubric's order. The value stays an exact fraction until it is rounded.
 *
 * @param sums points of the table, the bonus lines and the deduction lines, each after its cap
 * @param room what the lines that apply could give; `outOf`: what all of them could give; `top`: the ceiling
 */
export function takeSteps(rubric: Rubric, sums: Int32Array, room: number, outOf: number, top: number): TakenStep[] {
  const { order, rounding, bonus, deduction } = rubric;
  const steps: TakenStep[] = [];
  let value: Fraction = [sums[0]!, 1];
  const take = (step: Step) => {
    const before: Fraction = value;
    const [numerator, denominator] = before;
    let by = top;
    if (step === 'rescale') {
      if (room === outOf) return;
      by = outOf;
      value = [numerator * outOf, denominator * room];
    } else if (step === 'clamp') {
      if (numerator < 0) value = [0, 1];
      else if (numerator > top * denominator) value = [top, 1];
    } else if (step === 'round') {
      by = rounding.to;
      value = rounded(value, rounding);
    } else {
      if (!(step === 'bonus' ? bonus : deduction)) return;
      by = sums[step === 'bonus' ? 1 : 2]!;
      value = [numerator + (step === 'bonus' ? by : -by) * denominator, denominator];
    }
    steps.push({ step, by, before, after: value });
  };
  order.forEach(take);
  // Whatever the order says, a total lies inside the scale and is a whole number of hundredths.
  if (value[0] < 0 || value[0] > top * value[1]) take('clamp');
  if (value[1] !== 1) take('round');
  return steps;
}
