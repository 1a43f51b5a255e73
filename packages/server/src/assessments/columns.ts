import { assessmentResults, scoreFormulas, type AssessmentLine, type RecordedCondition } from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';

const formulas = { formulas: scoreFormulas };

/** Lines and conditions with everything computed from them. */
export function assessedColumns(rubric: Rubric, lines: AssessmentLine[], conditions: RecordedCondition[]) {
  const results = assessmentResults(rubric, { lines, conditions }, formulas);
  return {
    lines,
    conditions,
    results,
    selfPoints: results.self.points,
    selfOutOf: results.self.outOf,
    appraisedPoints: results.appraised?.points ?? null,
    appraisedOutOf: results.appraised?.outOf ?? rubric.total,
    finalBand: results.classification?.finalBand ?? null,
    eligible: results.classification?.eligible ?? null,
  };
}
