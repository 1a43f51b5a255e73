import type { Rubric, Step } from '../rubrics/schema.ts';
import type { Plan } from './plan.ts';
import type { Answer, ScoredLine } from './schema.ts';

/** A value in hundredths, exact. */
export type Fraction = readonly [numerator: number, denominator: number];

/** One step from the table's sum to the total, as it was taken. */
export interface TakenStep {
  step: Step;
  before: Fraction;
  after: Fraction;
  /** What was added, taken off, scaled to, the ceiling, or the rounding unit. */
  by: number;
}

/** Everything a score was computed from; the material of its explanation. */
export interface Working {
  rubric: Rubric;
  plan: Plan;
  /** By line. */
  answers: readonly (Answer | undefined)[];
  points: Int32Array;
  states: readonly ScoredLine['state'][];
  /** By group: the sum of what is inside, the same cut to the group's maximum, and what the lines that apply could give. */
  sums: Int32Array;
  capped: Int32Array;
  room: Int32Array;
  steps: readonly TakenStep[];
  total: number | null;
  outOf: number;
}
