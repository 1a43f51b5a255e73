import type { BodiesOf } from '../contract/endpoint.ts';
import { rubric as sampleRubric } from '../rubrics/sample.ts';
import type { Rubric } from '../rubrics/schema.ts';
import { unit } from '../units/sample.ts';
import type { endpoints } from './contract.ts';
import { scoreFormulas } from './formulas.ts';
import { assessmentProgress } from './progress.ts';
import { assessmentResults } from './results.ts';
import type { Assessment, AssessmentLine, AssessmentSummary } from './schema.ts';

/** An assessment of a made-up unit with any rubric, its results worked out as the server would. */
export function assessmentOf(
  rubric: Rubric,
  lines: readonly (Omit<AssessmentLine, 'evidence'> & { evidence?: string[] })[],
  more: Partial<Assessment> = {},
): Assessment {
  const all = lines.map((line) => ({ evidence: [], ...line }));
  const conditions = more.conditions ?? [];
  const id = '01993000-0000-7000-8000-0000000000a1';
  return {
    id,
    rubricId: rubric.id,
    rubricVersion: rubric.version,
    subject: { kind: 'unit', id: '01993000-0000-7000-8000-000000000007', name: 'UBND phường Mẫu' },
    unitId: '01993000-0000-7000-8000-000000000007',
    unitName: 'UBND phường Mẫu',
    period: '2026',
    status: 'open',
    statusReason: null,
    lines: all,
    conditions,
    results: assessmentResults(rubric, { lines: all, conditions }, { formulas: scoreFormulas }),
    attachments: [],
    createdAt: '2026-11-02T01:00:00Z',
    updatedAt: '2026-11-20T03:15:00Z',
    etag: '"v4"',
    ...more,
  };
}

/** The entry of an assessment in a list. */
export function summaryOf({ results, ...assessment }: Assessment, rubric: Rubric): AssessmentSummary {
  return {
    id: assessment.id,
    rubricId: assessment.rubricId,
    rubricVersion: assessment.rubricVersion,
    subject: assessment.subject,
    unitId: assessment.unitId,
    unitName: assessment.unitName,
    period: assessment.period,
    status: assessment.status,
    updatedAt: assessment.updatedAt,
    selfPoints: results.self.points,
    selfOutOf: results.self.outOf,
    appraisedPoints: results.appraised?.points ?? null,
    appraisedOutOf: results.appraised?.outOf ?? results.self.outOf,
    ...assessmentProgress(rubric, results),
    finalBand: results.classification?.finalBand ?? null,
    eligible: results.classification?.eligible ?? null,
  };
}

/** A body of every operation that takes one, for the sample rubric. */
export const bodies: BodiesOf<typeof endpoints> = {
  create: {
    rubricId: sampleRubric.id,
    rubricVersion: sampleRubric.version,
    subject: { kind: 'unit', id: unit.id },
    period: '2026',
  },
  putSelfLines: [
    { criterionId: 'plan', value: { met: true }, note: 'Ban hành ngày 05/01/2026.' },
    { criterionId: 'registered', value: { count: 3 } },
    { criterionId: 'recognised', value: { numerator: 2, denominator: 3 } },
  ],
  putAppraisedLines: [{ criterionId: 'plan', value: { met: false }, reason: 'Ban hành chậm.' }],
  putConditions: [{ conditionId: 'discipline', reason: 'Có quyết định kỷ luật.' }],
  transition: { action: 'return', reason: 'Còn thiếu minh chứng.' },
};
