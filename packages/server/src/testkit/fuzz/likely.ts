import { appraisalStatuses, assessmentLifecycle, selfScoringStatuses } from '@dvk/sdk/assessments';
import { caseLifecycle, type CaseAction } from '@dvk/sdk/cases';
import { editableModelStatuses, modelLifecycle } from '@dvk/sdk/models';
import { criteriaOf, type Criterion, type Rubric } from '@dvk/sdk/rubrics';
import { sampleRegistration, sampleSubmission } from '../samples.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export type Roll = () => number;

export const pick = <T>(list: readonly T[], roll: Roll): T | undefined => list[Math.floor(roll() * list.length)];

/** What a request may name. */
export interface Known {
  unitIds: readonly string[];
  attachmentIds: readonly string[];
  modelIds: readonly string[];
  rubrics: readonly Rubric[];
  /** The record the request is about, as last seen. */
  target: Record<string, unknown> | undefined;
}

function valueFor(criterion: Criterion, roll: Roll): unknown {
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

function lines({ rubrics, target, attachmentIds }: Known, roll: Roll, side: 'self' | 'appraised'): unknown[] {
  const rubric = rubrics.find(({ id }) => id === target?.['rubricId']) ?? rubrics[0]!;
  return criteriaOf(rubric)
    .filter(() => roll() < 0.99)
    .map((criterion) => ({
      criterionId: criterion.id,
      value: valueFor(criterion, roll),
      ...(side === 'self'
        ? { note: 'Theo báo cáo', evidence: roll() < 0.2 ? [pick(attachmentIds, roll)] : [] }
        : { reason: 'Thẩm định lại' }),
    }));
}

/** A step that the lifecycle allows from where the record stands. */
function step(
  lifecycle: readonly { from: readonly string[]; action: string }[],
  { target }: Known,
  roll: Roll,
): string {
  const possible = lifecycle.filter(({ from }) => from.includes(String(target?.['status'])));
  return pick(possible, roll)?.action ?? pick(lifecycle, roll)!.action;
}

const caseStatusesFor = (action: CaseAction) =>
  caseLifecycle.filter((each) => each.action === action).flatMap(({ from }) => from);

/** States in which an operation can succeed, where not all will do. */
const suitableStatuses: Readonly<Record<string, readonly string[]>> = {
  'models.update': editableModelStatuses,
  'cases.rate': caseStatusesFor('rate'),
  'cases.reopen': caseStatusesFor('reopen'),
  'assessments.putSelfLines': selfScoringStatuses,
  'assessments.putAppraisedLines': appraisalStatuses,
  'assessments.putConditions': appraisalStatuses,
};

/** A record to try an operation on: more often than not one that is in the right state for it. */
export function pickTarget<R extends Record<string, unknown>>(
  operation: string,
  records: readonly R[],
  roll: Roll,
): R | undefined {
  const statuses = suitableStatuses[operation];
  const suitable = statuses && roll() < 0.7 ? records.filter(({ status }) => statuses.includes(String(status))) : [];
  return pick(suitable.length > 0 ? suitable : records, roll);
}

/** What somebody who knows the house would send to an operation. */
export function likelyBody(operation: string, known: Known, roll: Roll): unknown {
  const reason = 'Cần bổ sung số liệu';
  const unitId = pick(known.unitIds, roll);
  switch (operation) {
    case 'models.create':
    case 'models.update':
      return sampleRegistration(roll() < 0.5 ? { unitId, unitName: undefined } : {});
    case 'models.transition':
      return { action: step(modelLifecycle, known, roll), reason };
    case 'cases.create':
      return sampleSubmission({ kind: roll() < 0.5 ? 'report' : 'proposal', senderName: 'Nguyễn Văn A' });
    case 'cases.transition':
      return {
        action: step(caseLifecycle, known, roll),
        reason,
        unitId,
        answer: 'Đã giải quyết.',
        until: '2030-01-01',
      };
    case 'cases.rate':
      return { solved: 4, attitude: 5, comment: 'Cảm ơn' };
    case 'cases.reopen':
      return { reason };
    case 'assessments.create': {
      const rubric = pick(known.rubrics, roll)!;
      const ids = rubric.subject === 'unit' ? known.unitIds : known.modelIds;
      return {
        rubricId: rubric.id,
        rubricVersion: rubric.version,
        subject: { kind: rubric.subject, id: pick(ids, roll) },
        period: String(2000 + Math.floor(roll() * 100)),
      };
    }
    case 'assessments.putSelfLines':
      return lines(known, roll, 'self');
    case 'assessments.putAppraisedLines':
      return lines(known, roll, 'appraised');
    case 'assessments.putConditions': {
      const rubric = known.rubrics.find(({ id }) => id === known.target?.['rubricId']);
      return (rubric?.conditions ?? []).slice(0, 2).map(({ id }) => ({ conditionId: id, reason }));
    }
    case 'assessments.transition':
      return { action: step(assessmentLifecycle, known, roll), reason };
    default:
      return {};
  }
}

/** Ids in a body made real, now and then: an id that exists leads further than one that does not. */
export function withRealIds(value: unknown, known: Known, roll: Roll): unknown {
  if (Array.isArray(value)) return value.map((item) => withRealIds(item, known, roll));
  if (typeof value !== 'object' || value === null) return value;
  const rubric = pick(known.rubrics, roll)!;
  const real: Record<string, () => unknown> = {
    unitId: () => pick(known.unitIds, roll),
    rubricId: () => rubric.id,
    rubricVersion: () => rubric.version,
    criterionId: () => pick(criteriaOf(rubric), roll)?.id,
    conditionId: () => pick(rubric.conditions, roll)?.id,
    id: () => pick([...known.unitIds, ...known.modelIds], roll),
    attachments: () => [pick(known.attachmentIds, roll)],
    evidence: () => [pick(known.attachmentIds, roll)],
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const fits = typeof field === 'string' || Array.isArray(field);
      const make = Object.hasOwn(real, name) && fits && roll() < 0.7 ? real[name] : undefined;
      return [name, make ? make() : withRealIds(field, known, roll)];
    }),
  );
}
