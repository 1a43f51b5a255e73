import { ruleInForce } from '../calendar/term-rules.ts';
import { timeLeft, type TimeLeft } from '../calendar/time-left.ts';
import { checkLongerTerm, dueDateOf, extendedTo, type DeadlineRules, type DueDate } from '../cases/due-date.ts';
import type { Case } from '../cases/schema.ts';
import type { Role } from '../contract/roles.ts';
import type { Bilingual } from '../errors/input-error.ts';
import type { LegalBasis } from '../law/index.ts';
import { isRefused, refusalFor, type Outcome, type Refusal } from '../lifecycle/outcome.ts';
import { chooseStep } from '../lifecycle/steps.ts';
import { dateInVietnam } from '../text/dates.ts';
import type { PersonalDataEvent } from './events.ts';
import { holdOf } from './holds.ts';
import {
  dataRequestLifecycle,
  dataRequestStepEvents,
  openDataRequestStatuses,
  restrictingKinds,
  type DataRequestAction,
  type DataRequestKind,
} from './lifecycle.ts';
import type { DataRequest, DataRequestStep } from './schema.ts';
import { dataRequestTerms, matterOf } from './terms.ts';

/** The clocks of a request, with the days on which it was told and ended. */
export interface DataRequestClock
  extends Omit<DueDate, 'dueAt'>, Pick<DataRequest, 'dueAt' | 'respondDueAt' | 'termBasis'> {}

/** The terms of a tenant, its own after those that reports of the decree give. */
const withOwn = (rules: DeadlineRules): DeadlineRules => ({
  ...rules,
  terms: [...dataRequestTerms, ...rules.terms],
});

/** When a request received at an instant is to be answered, and to be carried out. */
export function dataRequestClock(
  deadlines: DeadlineRules,
  kind: DataRequestKind,
  receivedAt: string,
): DataRequestClock {
  const rules = withOwn(deadlines);
  const matter = matterOf(kind);
  return {
    ...dueDateOf(rules, { matter, step: 'resolve' }, receivedAt),
    respondDueAt: dueDateOf(rules, { matter, step: 'respond' }, receivedAt).dueAt,
    termBasis: ruleInForce(rules.terms, { matter, step: 'resolve' }, dateInVietnam(receivedAt)).basis,
  };
}

/** What is left of both terms; `null` where a term runs no more. */
export function dataRequestTimeLeft(
  { status, dueAt, respondDueAt, respondedAt }: Pick<DataRequest, 'status' | 'dueAt' | 'respondDueAt' | 'respondedAt'>,
  { calendar, soonDays }: DeadlineRules,
  now: string,
): { due: TimeLeft | null; respondDue: TimeLeft | null } {
  const isOpen = openDataRequestStatuses.includes(status);
  return {
    due: isOpen ? timeLeft(calendar, dueAt, now, soonDays) : null,
    respondDue: isOpen && respondedAt === null ? timeLeft(calendar, respondDueAt, now, soonDays) : null,
  };
}

/** The record that a step is taken in. */
export type DataRequestRecord = Pick<
  DataRequest,
  | 'kind'
  | 'status'
  | 'statusReason'
  | 'basis'
  | 'receivedAt'
  | 'respondedAt'
  | 'dueAt'
  | 'dueExplanation'
  | 'extension'
  | 'identityMethod'
  | 'endedAt'
>;

/** What has to be done to the cases that a request names. */
export type DataRequestEffect =
  | { do: 'nothing' }
  | { do: 'correct'; correction: NonNullable<DataRequestStep['correction']> }
  /** `identity`: who sent it; `all`: whatever could name anybody. */
  | { do: 'erase'; what: 'identity' | 'all' }
  | { do: 'restrict'; personId: string | undefined }
  | { do: 'lift' };

export type DataRequestChanges = Partial<DataRequestRecord>;

export interface DataRequestContext {
  /** The roles of whoever takes the step. */
  actors: readonly Role[];
  now: string;
  deadlines: DeadlineRules;
  cases: readonly Pick<Case, 'code' | 'kind' | 'status'>[];
}

const twiceExtended: Bilingual = {
  vi: 'Thời hạn của yêu cầu này đã được gia hạn một lần.',
  en: 'The term of this request was extended once already.',
};
const nothingToLift: Bilingual = {
  vi: 'Yêu cầu này không hạn chế việc xử lý dữ liệu.',
  en: 'This request restricts nothing.',
};

/** What a step does to the cases, or why the law does not let it. */
function effectOf(
  { kind }: DataRequestRecord,
  { action, correction = {}, personId }: DataRequestStep,
  { cases }: DataRequestContext,
): DataRequestEffect | Refusal {
  if (action === 'lift')
    return restrictingKinds.includes(kind)
      ? { do: 'lift' }
      : { refused: 'transition-not-allowed', detail: nothingToLift };
  if (action !== 'carry-out' && action !== 'carry-out-in-part') return { do: 'nothing' };
  if (restrictingKinds.includes(kind)) return { do: 'restrict', personId };
  if (kind === 'access') return { do: 'nothing' };
  if (kind === 'correction') {
    if (Object.values(correction).some((value) => value !== undefined)) return { do: 'correct', correction };
    return { refused: 'validation-failed', issues: [{ pointer: '/correction', code: 'required' }] };
  }
  const what = kind === 'erasure' && action === 'carry-out' ? 'all' : 'identity';
  // Who sent a case may be erased while its file is kept.
  const asKind = what === 'all' ? 'erasure' : 'withdrawal';
  for (const each of cases) {
    const hold = holdOf(asKind, each);
    if (hold)
      return {
        refused: 'transition-not-allowed',
        detail: {
          vi: `Chưa xóa được ${each.code}: ${hold.reason.vi}. Có thể từ chối hoặc thực hiện một phần, có nêu căn cứ.`,
          en: `${each.code} cannot be erased: ${hold.reason.en}. Refuse it, or carry it out in part, with its basis.`,
        },
      };
  }
  return { do: 'erase', what };
}

/** The longer term, or why there is none. */
function extension(
  record: DataRequestRecord,
  { until = '', reason = '' }: DataRequestStep,
  { now, deadlines }: DataRequestContext,
): DataRequestChanges | Refusal {
  if (record.extension) return { refused: 'transition-not-allowed', detail: twiceExtended };
  const query = { matter: matterOf(record.kind), step: 'resolve' };
  const { dueAt, receivedAt: startedAt } = record;
  const term = { dueAt, startedAt, until, now, before: 0, reasons: 1 };
  const refusal = refusalFor(checkLongerTerm(withOwn(deadlines), query, term));
  if (refusal) return refusal;
  return { ...extendedTo(until, record), extension: { until, reason, at: now } };
}

/** Takes a step of a request: what changes in it, what is to be done to its cases, and the event; or why it is refused. */
export function applyDataRequestStep(
  record: DataRequestRecord,
  input: DataRequestStep,
  context: DataRequestContext,
): Outcome<DataRequestChanges, PersonalDataEvent, { effect: DataRequestEffect }> {
  const { now, actors } = context;
  const chosen = chooseStep(dataRequestLifecycle, record.status, input, actors);
  if (isRefused(chosen)) return chosen;
  const { action, to } = chosen.step;
  const effect = effectOf(record, input, context);
  if (isRefused(effect)) return effect;
  const more = action === 'extend' ? extension(record, input, context) : changesOf(action, input, now);
  if (isRefused(more)) return more;
  const respondedAt = action === 'extend' ? record.respondedAt : (record.respondedAt ?? now);
  const changes = { ...more, status: to, respondedAt };
  const { dueAt } = { ...record, ...changes };
  return {
    changes,
    effect,
    event: {
      kind: dataRequestStepEvents[action],
      data: { from: record.status, to, dueAt, hasReason: input.reason !== undefined },
    },
  };
}

function changesOf(action: DataRequestAction, input: DataRequestStep, now: string): DataRequestChanges {
  const told: { statusReason: string | null; basis: LegalBasis | null } = {
    statusReason: input.reason ?? null,
    basis: input.basis ?? null,
  };
  switch (action) {
    case 'check-identity':
      return { identityMethod: input.identityMethod! };
    case 'lift':
      return { statusReason: told.statusReason };
    default:
      return { ...told, endedAt: now };
  }
}
