import type { Rubric } from '../rubrics/schema.ts';
import { bandOf, classify } from './classify.ts';
import type { Rankable } from './rank.ts';
import type { FilledLine, ScoreOptions } from './points.ts';
import { score, type Score } from './score.ts';
import type { Assessment, AssessmentLine, AssessmentResults, ClassResult } from './schema.ts';

/** The values that one side entered, as `score` takes them. */
export function valuesOf(lines: readonly AssessmentLine[], side: 'self' | 'appraised'): FilledLine[] {
  return lines.flatMap(({ criterionId, [side]: value }) => (value ? [{ criterionId, value }] : []));
}

/**
 * Everything computed from an assessment's lines and recorded conditions, as the server stores it and a browser shows
 * it while typing. The unit's own points are never touched by the appraiser's.
 */
export function assessmentResults(
  rubric: Rubric,
  { lines, conditions }: Pick<Assessment, 'lines' | 'conditions'>,
  options: Pick<ScoreOptions, 'formulas'> = {},
): AssessmentResults {
  const self = score(rubric, valuesOf(lines, 'self'), { ...options, by: 'self' });
  const entries = valuesOf(lines, 'appraised');
  const appraised = entries.length > 0 ? score(rubric, entries, options) : null;
  const found = conditions.map(({ conditionId }) => conditionId);
  return {
    self,
    selfBand: bandOf(rubric, self.points),
    appraised,
    classification: appraised && classify(rubric, appraised, found),
  };
}

/** A result in the form `rank` takes, with the points of the rubric's tie-break lines. */
export function rankable(
  id: string,
  rubric: Rubric,
  { points, lines }: Pick<Score, 'points' | 'lines'>,
  { finalBand, eligible }: Pick<ClassResult, 'finalBand' | 'eligible'>,
  group?: string,
): Rankable {
  const tieBreak = (rubric.tieBreak ?? []).map((line) => lines.find((each) => each.criterionId === line)?.points ?? 0);
  return { id, points, band: finalBand, eligible, tieBreak, ...(group === undefined ? {} : { group }) };
}
