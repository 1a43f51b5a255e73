import type { Rubric, Step } from '../rubrics/schema.ts';
import type { Plan } from './plan.ts';
import type { LineValue, ScoredLine } from './schema.ts';

/** The lines while they are scored; each list is in the order of the plan's lines. */
export interface LineWork {
  rubric: Rubric;
  plan: Plan;
  values: readonly (LineValue | undefined)[];
  points: number[];
  states: ScoredLine['state'][];
}

/**
 * Fills in the points and states of the formula lines. Injected into scoring, so that only rubrics with formulas pay
 * for an expression parser: `scoreFormulas` of this entry.
 */
export type FormulaEngine = (work: LineWork) => void;

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
export interface Working extends LineWork {
  /** By group: points cut to its maximum, before the cut, and what the lines that apply could give. */
  sums: number[];
  uncut: number[];
  room: number[];
  steps: readonly TakenStep[];
  total: number | null;
  outOf: number;
}
