import type { Assessment, AssessmentStatus, AssessmentSummary } from '@dvk/sdk/assessments';
import type { Session } from '@dvk/sdk/session';
import { attachmentsOf } from '../attachments/store.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import { seesAllUnits } from '../policy/index.ts';
import { selfSideOf } from './lines.ts';
import type { AssessmentRow } from './schema.ts';

export const subjectOf = (id: string) => `assessment/${id}`;

/** States in which the appraiser is still at work. */
const underAppraisal: readonly AssessmentStatus[] = ['open', 'submitted', 'explaining'];

/** Whether the appraiser's points are hidden: from the unit, until the appraisal is handed on. */
function hidesAppraisal(row: AssessmentRow, session: Session): boolean {
  return !seesAllUnits(session) && underAppraisal.includes(row.status);
}

function common(row: AssessmentRow) {
  const { subjectKind: kind, subjectId: id, subjectName: name } = row;
  return { ...row, subject: { kind, id, name } };
}

export async function presentAssessment(row: AssessmentRow, { db, session }: Context): Promise<Assessment> {
  const attachments = await attachmentsOf(db, session.tenant, subjectOf(row.id));
  const full = { ...common(row), attachments, etag: etagOf(row.version) };
  if (!hidesAppraisal(row, session)) return full;
  return {
    ...full,
    lines: selfSideOf(row.lines),
    conditions: [],
    results: { ...row.results, appraised: null, classification: null },
  };
}

export function summarise(row: AssessmentRow, session: Session): AssessmentSummary {
  const hidden = hidesAppraisal(row, session);
  return { ...common(row), ...(hidden ? { appraisedPoints: null, finalBand: null, eligible: null } : {}) };
}
