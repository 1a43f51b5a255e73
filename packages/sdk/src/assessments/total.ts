import { roundFraction } from '../rubrics/rounding.ts';
import type { Rounding, Rubric, Step } from '../rubrics/schema.ts';
import type { Fraction, StepResult } from './calculation.ts';

function rounded([numerator, denominator]: Fraction, rounding: Rounding): Fraction {
  const size = roundFraction(BigInt(Math.abs(numerator)), BigInt(denominator), rounding);
  return [numerator < 0 ? -size : size, 1];
}

/**
 * From the sum of the table to the total, in the rubric's order. The value stays an exact fraction until it is rounded.
 *
 * @param sums points of the table, the bonus lines and the deduction lines, each after its cap
 * @param reachable what the lines that apply could give; `outOf`: what all of them could give; `top`: the ceiling
 */
export function calculateTotal(
  rubric: Rubric,
  sums: readonly number[],
  reachable: number,
  outOf: number,
  top: number,
): StepResult[] {
  const { order, rounding } = rubric;
  const amounts: Record<Step, number> = {
    rescale: outOf,
    bonus: sums[1]!,
    deduction: sums[2]!,
    clamp: top,
    round: rounding.to,
  };
  const steps: StepResult[] = [];
  let value: Fraction = [sums[0]!, 1];
  const take = (step: Step, by = amounts[step]) => {
    const before: Fraction = value;
    const [numerator, denominator] = before;
    if (step === 'rescale') {
      if (reachable === outOf) return;
      value = [numerator * by, denominator * reachable];
    } else if (step === 'clamp') {
      if (numerator < 0) value = [0, 1];
      else if (numerator > by * denominator) value = [by, 1];
    } else if (step === 'round') {
      value = rounded(value, { to: by, mode: rounding.mode });
    } else {
      if (!rubric[step]) return;
      value = [numerator + (step === 'bonus' ? by : -by) * denominator, denominator];
    }
    steps.push({ step, by, before, after: value });
  };
  for (const step of order) take(step);
  // Whatever the order, a total is a whole number of hundredths and lies inside the scale.
  if (value[1] !== 1) take('round', 1);
  if (value[0] < 0 || value[0] > top) take('clamp');
  return steps;
}
