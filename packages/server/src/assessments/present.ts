import {
  visibleAssessment,
  visibleSummary,
  type AssessedFields,
  type Assessment,
  type AssessmentSummary,
} from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { attachmentsOf } from '../attachments/store.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import { subjectOf } from '../records/records.ts';
import { assessmentRecords, type AssessmentRow } from './table.ts';

/** The columns of a table that has been worked out: totals stand beside it, for lists and ranking. */
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

export async function presentAssessment(row: AssessmentRow, { db, session }: Context): Promise<Assessment> {
  const attachments = await attachmentsOf(db, session.tenant, subjectOf(assessmentRecords, row.id));
  return visibleAssessment({ ...withSubject(row), attachments, etag: etagOf(row.version) }, session);
}

export function summarise(row: AssessmentRow, session: Session): AssessmentSummary {
  return visibleSummary(withSubject(row), session);
}
