import { isRefused, refusalFor, type Outcome, type Refusal } from '../lifecycle/outcome.ts';
import { chooseStep } from '../lifecycle/steps.ts';
import type { Unit } from '../units/schema.ts';
import { checkExtension, dueDateFrom, extendedTo, termStart, type DeadlineRules, type DueDate } from './due-date.ts';
import { caseStepEvents, type CaseEvent } from './events.ts';
import { caseLifecycle, type CaseAction, type CaseActor } from './lifecycle.ts';
import type { CaseHistoryEntry } from './public-view.ts';
import { receivingOffice } from './receiving-office.ts';
import type { Case, CaseSubmission, Rating } from './schema.ts';

/** The fields of the record that a submission fills, except who sent it. */
export type ReceivedFields = Omit<Case, 'id' | 'code' | 'due' | 'sender' | 'attachments' | 'updatedAt' | 'etag'> &
  Pick<DueDate, 'calendarId' | 'calendarVersion'>;

/** The new record of a submission, its sender, and the event. No submission is refused. */
export function applySubmission(
  submission: CaseSubmission,
  { code, now, deadlines }: { code: string; now: string; deadlines: DeadlineRules },
): { changes: ReceivedFields; sender: Case['sender']; event: CaseEvent; entry: CaseHistoryEntry } {
  const { attachments: _, consent: __, consentVersion, senderName, senderPhone, senderEmail, ...entered } = submission;
  const due = dueDateFrom(deadlines, entered.kind, now);
  const sender = { name: senderName ?? null, phone: senderPhone ?? null, email: senderEmail ?? null };
  const status = 'received';
  return {
    changes: {
      ...entered,
      ...due,
      address: entered.address ?? null,
      channel: 'web',
      status,
      statusReason: null,
      unitId: null,
      unitName: null,
      receivedAt: now,
      extensions: [],
      answer: null,
      answeredAt: null,
      rating: null,
      reopenCount: 0,
    },
    sender: Object.values(sender).some((each) => each !== null) ? sender : null,
    event: {
      kind: 'case.received',
      data: {
        to: status,
        code,
        kind: entered.kind,
        consent: consentVersion ?? null,
        dueAt: due.dueAt,
        calendar: `${due.calendarId}@${due.calendarVersion}`,
      },
    },
    entry: { action: 'receive', status, at: now, unitName: null, note: null },
  };
}

/** The record that a step is taken in. */
export type CaseRecord = Pick<
  Case,
  | 'kind'
  | 'status'
  | 'statusReason'
  | 'unitId'
  | 'unitName'
  | 'receivedAt'
  | 'dueAt'
  | 'dueExplanation'
  | 'extensions'
  | 'reopenCount'
>;

/** A request for a step of a case. */
export interface CaseStepInput {
  action: CaseAction;
  reason?: string | undefined;
  unitId?: string | undefined;
  answer?: string | undefined;
  /** New last day of an extension, `YYYY-MM-DD`. */
  until?: string | undefined;
  rating?: Rating | undefined;
}

/** What a step depends on besides the case. */
export interface CaseStepContext {
  /** The roles towards the case of the person who takes it, or `sender`. */
  actors: readonly CaseActor[];
  /** RFC 3339 instant. */
  now: string;
  /** The unit that `unitId` names; absent where there is none. */
  unit?: Pick<Unit, 'id' | 'name'> | undefined;
  deadlines: DeadlineRules;
  /** The steps taken before, oldest first. */
  history: readonly Pick<CaseHistoryEntry, 'action' | 'at'>[];
}

/** The fields of a case that steps change. */
export type CaseChanges = Partial<ReceivedFields>;

/** The changes of a step besides the state, or why it is refused. */
function effectOf(record: CaseRecord, input: CaseStepInput, context: CaseStepContext): CaseChanges | Refusal {
  const { now, unit, deadlines, history } = context;
  switch (input.action) {
    case 'assign':
      return unit
        ? { unitId: unit.id, unitName: unit.name }
        : { refused: 'validation-failed', issues: [{ pointer: '/unitId', code: 'unknown' }] };
    case 'extend': {
      const { until = '', reason = '' } = input;
      const startedAt = termStart(record, history);
      const refusal = refusalFor(checkExtension(deadlines, record, { until, reason, startedAt, now }));
      const extensions = [...record.extensions, { until, reason, at: now }];
      return refusal ?? { ...extendedTo(until, record), extensions };
    }
    case 'answer':
      return {
        answer: { text: input.answer!, at: now, unitName: record.unitName ?? receivingOffice.vi },
        answeredAt: now,
      };
    case 'rate':
      return { rating: input.rating!, statusReason: record.statusReason };
    case 'reopen':
      return { ...dueDateFrom(deadlines, record.kind, now), answeredAt: null, reopenCount: record.reopenCount + 1 };
    default:
      return {};
  }
}

/** Takes a step of a case: the changes, the event and the entry for the sender's history; or why it is refused. */
export function applyCaseStep(
  record: CaseRecord,
  input: CaseStepInput,
  context: CaseStepContext,
): Outcome<CaseChanges, CaseEvent, { entry: CaseHistoryEntry }> {
  const { actors, now } = context;
  const chosen = chooseStep(caseLifecycle, record.status, input, actors);
  if (isRefused(chosen)) return chosen;
  const effect = effectOf(record, input, context);
  if (isRefused(effect)) return effect;
  const { action, to } = chosen.step;
  const note = input.reason ?? null;
  const changes = { statusReason: note, ...effect, status: to };
  const { unitId, unitName, dueAt } = { ...record, ...changes };
  return {
    changes,
    event: {
      kind: caseStepEvents[action],
      data: { from: record.status, to, unitId, dueAt, hasReason: note !== null },
    },
    entry: { action, status: to, at: now, unitName: actors.includes('sender') ? null : unitName, note },
  };
}
