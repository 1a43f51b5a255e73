import type { Rubric } from '../rubrics/schema.ts';
import { explainScore } from './explain-score.ts';
import { calculateScore, type FilledLine, type Points, type ScoreOptions } from './points.ts';
import type { ScoreResult } from './schema.ts';

/** A total, its parts and its explanation. `lines` and `explanation` are computed when first read. */
export interface Score extends Points, ScoreResult {}

/**
 * The total of the values entered for the lines of a rubric. Integer hundredths throughout; a total is rounded where the rubric says, never twice.
 *
 * 1. Each line gives points by its kind, at most its maximum. A missing line gives 0; where it is one of the table
 *    proper, `complete` is false (an empty bonus or deduction line counts as none).
 * 2. Each group is cut to its maximum, innermost first; so are bonus and deduction.
 * 3. The rubric's declared `order` runs: rescale for lines that do not apply, bonus, deduction, clamp to the scale, round.
 *    Where it leaves a fraction, that is rounded to hundredths; where it leaves the scale, it is clamped.
 *
 * Throws `InputError` naming the line (`/lines/3/value/points`) for a value that does not fit, and the place in the
 * rubric for a rubric that cannot be scored.
 *
 * @example
 * const { points, outOf } = score(rubric, [{ criterionId: 'c1', value: { points: 850 } }]); // 850 of 10000
 */
export function score(rubric: Rubric, lines: readonly FilledLine[], options?: ScoreOptions): Score {
  const { result, calculation } = calculateScore(rubric, lines, options);
  let explanation: Score['explanation'] | undefined;
  return Object.defineProperty(result, 'explanation', {
    enumerable: true,
    get: () => (explanation ??= explainScore(calculation)),
  }) as Score;
}
