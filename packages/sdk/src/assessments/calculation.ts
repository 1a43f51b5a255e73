import type { Rubric, Step } from '../rubrics/schema.ts';
import type { Plan } from './plan.ts';
import type { LineValue, ScoredLine } from './schema.ts';

/** The lines while they are scored; each list is in the order of the plan's lines. */
export interface LineScores {
  rubric: Rubric;
  plan: Plan;
  values: readonly (LineValue | undefined)[];
  points: number[];
  states: ScoredLine['state'][];
}

/**
 * Fills in the points and states of the formula lines. Passed to scoring, so that only pages with formula lines load an
 * expression parser: `scoreFormulas` of this entry.
 */
export type FormulaEngine = (lines: LineScores) => void;

/** A value in hundredths, exact. */
export type Fraction = readonly [numerator: number, denominator: number];

/** One step of the calculation from the sum of the table to the total. */
export interface StepResult {
  step: Step;
  before: Fraction;
  after: Fraction;
  /** What was added, taken off, scaled to, the ceiling, or the rounding unit. */
  by: number;
}

/** The intermediate results of a score, from which it is explained. */
export interface ScoreCalculation extends LineScores {
  /** By group: points cut to its maximum, before the cut, and what the lines that apply could give. */
  sums: number[];
  uncut: number[];
  reachable: number[];
  steps: readonly StepResult[];
  total: number | null;
  outOf: number;
}
