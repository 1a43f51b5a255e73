import {
  visibleAssessment,
  visibleSummary,
  type AssessedFields,
  type Assessment,
  type AssessmentSummary,
} from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { withFiles } from '../attachments/store.ts';
import type { Context } from '../http/route.ts';
import { assessmentRecords, type AssessmentRow } from './table.ts';

/** The columns of a scored assessment: its totals are columns too, for lists and ranking. */
export function columnsOf({ total }: Pick<Rubric, 'total'>, assessed: AssessedFields) {
  const { self, appraised, classification } = assessed.results;
  return {
    ...assessed,
    selfPoints: self.points,
    selfOutOf: self.outOf,
    appraisedPoints: appraised?.points ?? null,
    appraisedOutOf: appraised?.outOf ?? total,
    finalBand: classification?.finalBand ?? null,
    eligible: classification?.eligible ?? null,
  };
}

function withSubject(row: AssessmentRow) {
  const { subjectKind: kind, subjectId: id, subjectName: name } = row;
  return { ...row, subject: { kind, id, name } };
}

export async function presentAssessment(row: AssessmentRow, context: Context): Promise<Assessment> {
  return visibleAssessment(await withFiles(assessmentRecords, withSubject(row), context), context.session);
}

export function summarise(row: AssessmentRow, session: Session): AssessmentSummary {
  return visibleSummary(withSubject(row), session);
}
