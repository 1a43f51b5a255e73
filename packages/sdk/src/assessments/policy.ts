import { countsForAllUnits, ownedBy } from '../session/rows.ts';
import type { Session } from '../session/schema.ts';
import type { AssessmentEvent } from './events.ts';
import { ownSideOf } from './lines.ts';
import type { AssessmentStatus } from './lifecycle.ts';
import type { Assessment, AssessmentSummary } from './schema.ts';

/** An assessment belongs to the unit that scores itself. */
export const assessmentPolicy = ownedBy('unitId');

/** States in which the appraiser is still at work: a unit does not see how far, nor with what result. */
export const underAppraisal: readonly AssessmentStatus[] = ['open', 'submitted', 'explaining'];

type Viewer = Pick<Session, 'roles' | 'unitId' | 'grants'>;

/** Whether the appraiser's points are hidden: from the unit, until the appraisal is completed. */
function hidesAppraisal(record: Pick<Assessment, 'status' | 'unitId'>, session: Viewer): boolean {
  return (
    underAppraisal.includes(record.status) && !assessmentPolicy.rolesTowards(record, session).some(countsForAllUnits)
  );
}

/** An assessment as the viewer may see it. */
export function visibleAssessment<
  Record extends Pick<Assessment, 'status' | 'unitId' | 'lines' | 'conditions' | 'results'>,
>(record: Record, session: Viewer): Record {
  if (!hidesAppraisal(record, session)) return record;
  return {
    ...record,
    lines: ownSideOf(record.lines),
    conditions: [],
    results: { ...record.results, appraised: null, classification: null },
  };
}

/** The kinds of events that the viewer does not see in the history of an assessment: what the appraiser is still working on. */
export function hiddenEvents(
  record: Pick<Assessment, 'status' | 'unitId'>,
  session: Viewer,
): readonly AssessmentEvent['kind'][] {
  return hidesAppraisal(record, session) ? ['assessment.appraiser-scored', 'assessment.conditions-recorded'] : [];
}

/** The entry of a list as the viewer may see it. */
export function visibleSummary<
  Record extends Pick<
    AssessmentSummary,
    'status' | 'unitId' | 'appraisedPoints' | 'appraisedScored' | 'finalBand' | 'eligible'
  >,
>(record: Record, session: Viewer): Record {
  if (!hidesAppraisal(record, session)) return record;
  return { ...record, appraisedPoints: null, appraisedScored: null, finalBand: null, eligible: null };
}
