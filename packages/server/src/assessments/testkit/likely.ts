import type { Assessment } from '@dvk/sdk/assessments';
import { bacKan2017, criteriaOf, type Criterion, type Rubric } from '@dvk/sdk/rubrics';
import { pick, type Known, type LikelyRequests, type Roll } from '../../testkit/fuzz/known.ts';

const rubricOf = ({ rubrics, target }: Known): Rubric =>
  rubrics.find(({ id }) => id === target?.['rubricId']) ?? rubrics[0]!;

function scoreFor(criterion: Criterion, roll: Roll): unknown {
  switch (criterion.kind) {
    case 'levels':
      return { level: pick(criterion.levels, roll)?.id ?? 'none' };
    case 'range':
      return { points: Math.floor((roll() * criterion.max) / (criterion.step ?? 1)) * (criterion.step ?? 1) };
    case 'yes-no':
      return { met: roll() < 0.5 };
    case 'ratio':
      return { numerator: Math.floor(roll() * 10), denominator: 10 };
    case 'count':
      return { count: Math.floor(roll() * 5) };
    default:
      return { met: true };
  }
}

/** Scores for nearly all criteria of the rubric that the assessment is scored by. */
function lines(known: Known, roll: Roll, side: 'self' | 'appraised'): unknown[] {
  // A file is evidence of one line: a request that names some for many lines rarely succeeds.
  const hasEvidence = roll() < 0.2;
  return criteriaOf(rubricOf(known))
    .filter(({ scoredBy }) => (side === 'self' && scoredBy === 'superior' ? roll() < 0.1 : roll() < 0.99))
    .map((criterion) => ({
      criterionId: criterion.id,
      value: scoreFor(criterion, roll),
      ...(side === 'self'
        ? {
            note: 'Theo báo cáo',
            evidence: hasEvidence && roll() < 0.2 ? [pick(known.recordsOf('attachments'), roll)?.id] : [],
          }
        : { reason: 'Thẩm định lại' }),
    }));
}

export const likely: LikelyRequests = {
  bodies: {
    create(known, roll) {
      const rubric = pick(known.rubrics, roll)!;
      return {
        rubricId: rubric.id,
        rubricVersion: rubric.version,
        subject: { kind: rubric.subject, id: pick(known.recordsOf(`${rubric.subject}s`), roll)?.id },
        period: String(2000 + Math.floor(roll() * 100)),
      };
    },
    putSelfLines: (known, roll) => lines(known, roll, 'self'),
    putAppraisedLines: (known, roll) => lines(known, roll, 'appraised'),
    putConditions: (known) =>
      rubricOf(known)
        .conditions.slice(0, 2)
        .map(({ id }) => ({ conditionId: id, reason: 'Theo kết luận' })),
  },
  /** Assessments that are open, and some that were submitted: the appraiser can go on with those. */
  async history(ask, unitId, round) {
    // There are not many years, and each can be opened once.
    if (round > 0) return;
    for (let index = 0; index < 16; index += 1) {
      const opened = await ask<Assessment>('unit-officer', 'assessments.create', '/v1/assessments', {
        rubricId: bacKan2017.id,
        rubricVersion: bacKan2017.version,
        subject: { kind: 'unit', id: unitId },
        period: String(2080 + index),
      });
      if (index >= 8) continue;
      const path = `/v1/assessments/${opened.id}`;
      const full = criteriaOf(bacKan2017)
        .filter(({ scoredBy }) => scoredBy !== 'superior')
        .map((criterion) => ({
          criterionId: criterion.id,
          value: { points: 'max' in criterion ? criterion.max : 0 },
        }));
      const scored = await ask<Assessment>(
        'unit-officer',
        'assessments.putSelfLines',
        `${path}/self-lines`,
        full,
        opened.etag,
      );
      const submit = { action: 'submit' };
      await ask<Assessment>('unit-leader', 'assessments.transition', `${path}/transitions`, submit, scored.etag);
    }
  },
  fields: {
    criterionId: (known, roll) => pick(criteriaOf(pick(known.rubrics, roll)!), roll)?.id,
    evidence: ({ recordsOf }, roll) => [pick(recordsOf('attachments'), roll)?.id],
    conditionId: (known, roll) => pick(pick(known.rubrics, roll)!.conditions, roll)?.id,
  },
};
