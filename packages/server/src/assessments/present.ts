import {
  assessmentProgress,
  visibleAssessment,
  visibleSummary,
  type AssessedFields,
  type Assessment,
  type AssessmentSummary,
} from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { searchKey } from '@dvk/sdk/text';
import { withFiles } from '../attachments/store.ts';
import type { Context } from '../http/route.ts';
import { assessmentRecords, type AssessmentRow } from './table.ts';

/** The columns of a scored assessment: its totals and how far it is are columns too, for lists and ranking. */
export function columnsOf(rubric: Rubric, assessed: AssessedFields) {
  const { self, appraised, classification } = assessed.results;
  return {
    ...assessed,
    selfPoints: self.points,
    selfOutOf: self.outOf,
    appraisedPoints: appraised?.points ?? null,
    appraisedOutOf: appraised?.outOf ?? rubric.total,
    ...assessmentProgress(rubric, assessed.results),
    finalBand: classification?.finalBand ?? null,
    eligible: classification?.eligible ?? null,
  };
}

function withSubject<Row extends Pick<AssessmentRow, 'subjectKind' | 'subjectId' | 'subjectName'>>(row: Row) {
  const { subjectKind: kind, subjectId: id, subjectName: name } = row;
  return { ...row, subject: { kind, id, name } };
}

/** What a search in the list of assessments looks through. */
export const searchTextOf = (subjectName: string, unitName: string) => searchKey(`${subjectName} ${unitName}`);

/** The columns that lists read: not the table with its long results. */
export const summaryFields = [
  'id',
  'rubricId',
  'rubricVersion',
  'subjectKind',
  'subjectId',
  'subjectName',
  'unitId',
  'unitName',
  'period',
  'status',
  'updatedAt',
  'selfPoints',
  'selfOutOf',
  'appraisedPoints',
  'appraisedOutOf',
  'selfScored',
  'selfLines',
  'appraisedScored',
  'appraisedLines',
  'finalBand',
  'eligible',
] as const satisfies readonly (keyof AssessmentRow)[];
type SummaryRow = Pick<AssessmentRow, (typeof summaryFields)[number]>;

export async function presentAssessment(row: AssessmentRow, context: Context): Promise<Assessment> {
  return visibleAssessment(await withFiles(assessmentRecords, withSubject(row), context), context.session);
}

export function summarise(row: SummaryRow, session: Session): AssessmentSummary {
  return visibleSummary(withSubject(row), session);
}
