import { unitStaff, type Role } from '../contract/roles.ts';
import { isRefused, refusalFor, type Outcome, type Refusal } from '../lifecycle/outcome.ts';
import { chooseStep } from '../lifecycle/steps.ts';
import { dateInVietnam, formatDate } from '../text/dates.ts';
import type { Unit } from '../units/schema.ts';
import { isAlive } from '../units/stored-unit.ts';
import { checkExtension, dueDateFrom, extendedTo, termStart, type DeadlineRules, type DueDate } from './due-date.ts';
import type { CaseEvent } from './events.ts';
import {
  caseLifecycle,
  caseStepEvents,
  innerReasonActions,
  type CaseAction,
  type CaseActor,
  type CaseTransition,
} from './lifecycle.ts';
import type { CaseHistoryEntry } from './history-entry.ts';
import { receivingOffice } from './receiving-office.ts';
import { isExtended } from './rules.ts';
import type {
  Case,
  CaseStepTaker,
  CaseSubmission,
  CaseTerm,
  GivenAnswer,
  Location,
  Rating,
  Solution,
} from './schema.ts';
import { titleFrom } from './title.ts';

/** A term that ended, with its answer as it was given. */
export interface StoredTerm extends Omit<CaseTerm, 'answer'> {
  answer: GivenAnswer | null;
}

/** The fields of the record that a submission fills, except who sent it. */
export type ReceivedFields = Omit<
  Case,
  'id' | 'code' | 'due' | 'sender' | 'attachments' | 'updatedAt' | 'etag' | 'answer' | 'earlierTerms'
> &
  Pick<DueDate, 'calendarId' | 'calendarVersion'> & { answer: GivenAnswer | null; earlierTerms: StoredTerm[] };

/** Four decimals are about ten metres: enough to find the place, and nobody's door. */
function rounded({ lat, lon, accuracyMetres }: Location): Location {
  const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return { lat: round(lat), lon: round(lon), accuracyMetres: Math.max(10, Math.round(accuracyMetres)) };
}

/** The new record of a submission, its sender, and the event. No submission is refused. */
export function applySubmission(
  submission: CaseSubmission,
  { code, now, deadlines }: { code: string; now: string; deadlines: DeadlineRules },
): { changes: ReceivedFields; sender: Case['sender']; event: CaseEvent; entry: CaseHistoryEntry } {
  const {
    attachments: _,
    consent: __,
    linked: ___,
    consentVersion,
    senderName,
    senderPhone,
    senderEmail,
    ...entered
  } = submission;
  const due = dueDateFrom(deadlines, entered.kind, now);
  const sender = { name: senderName ?? null, phone: senderPhone ?? null, email: senderEmail ?? null };
  const status = 'received';
  return {
    changes: {
      ...entered,
      ...due,
      title: entered.title || titleFrom(entered.content),
      address: entered.address ?? null,
      location: entered.location ? rounded(entered.location) : null,
      channel: 'web',
      status,
      statusReason: null,
      unitId: null,
      unitName: null,
      receivedAt: now,
      extensions: [],
      extensionRequest: null,
      answer: null,
      answeredAt: null,
      rating: null,
      reopenCount: 0,
      earlierTerms: [],
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
    entry: { action: 'receive', status, at: now, by: 'sender', unitName: null, note: null },
  };
}

/** The record that a step is taken in. */
export interface CaseRecord extends CaseRecordFields {
  /** Empty in records of before terms were kept. */
  earlierTerms?: readonly StoredTerm[] | null | undefined;
  answer: GivenAnswer | null;
}
type CaseRecordFields = Pick<
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
  | 'extensionRequest'
  | 'reopenCount'
>;

/** A request for a step of a case. */
export interface CaseStepInput {
  action: CaseAction;
  reason?: string | undefined;
  unitId?: string | undefined;
  answer?: string | undefined;
  solution?: Solution | undefined;
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
  unit?: (Pick<Unit, 'id' | 'name'> & Partial<Pick<Unit, 'validFrom' | 'validTo'>>) | undefined;
  deadlines: DeadlineRules;
  /** The steps taken before, oldest first. */
  history: readonly Pick<CaseHistoryEntry, 'action' | 'at'>[];
}

/** The fields of a case that steps change. */
export type CaseChanges = Partial<ReceivedFields>;

const alreadyRequested = { vi: 'Đã có một đề nghị gia hạn đang chờ.', en: 'An extension has been asked for already.' };
const notRequested = { vi: 'Không có đề nghị gia hạn nào đang chờ.', en: 'No extension has been asked for.' };
const alreadyHandled = {
  vi: 'Đơn vị đã xử lý hồ sơ này nên không thu hồi được nữa.',
  en: 'The unit has begun to handle this case, so it cannot be recalled any more.',
};

/** Why an extension is not possible by the rule of its term. */
function refusalOfExtension(
  record: CaseRecord,
  { until = '', reason = '' }: CaseStepInput,
  { now, deadlines, history }: CaseStepContext,
): Refusal | undefined {
  const startedAt = termStart(record, history);
  return refusalFor(checkExtension(deadlines, record, { until, reason, startedAt, now }));
}

/** The changes of a step besides the state, or why it is refused. */
function effectOf(
  record: CaseRecord,
  input: CaseStepInput,
  context: CaseStepContext,
  by: CaseStepTaker,
): CaseChanges | Refusal {
  const { now, unit, deadlines, history } = context;
  const { until = '', reason = '' } = input;
  switch (input.action) {
    case 'assign':
      return assignTo(unit, now);
    case 'recall':
      if (history.at(-1)?.action !== 'assign') return { refused: 'transition-not-allowed', detail: alreadyHandled };
      return { unitId: null, unitName: null };
    case 'send-back':
      return { unitId: null, unitName: null, extensionRequest: null };
    case 'request-extension':
      if (record.extensionRequest) return { refused: 'transition-not-allowed', detail: alreadyRequested };
      return refusalOfExtension(record, input, context) ?? { extensionRequest: { until, reason, at: now } };
    case 'extend': {
      const extensions = [...record.extensions, { until, reason, at: now }];
      return (
        refusalOfExtension(record, input, context) ?? {
          ...extendedTo(until, record),
          extensions,
          extensionRequest: null,
        }
      );
    }
    case 'decline-extension':
      if (!record.extensionRequest) return { refused: 'transition-not-allowed', detail: notRequested };
      return { extensionRequest: null };
    case 'answer': {
      const unitName = (by === 'unit' && record.unitName) || receivingOffice.vi;
      return {
        answer: { text: input.answer!, at: now, unitName, solution: input.solution ?? null },
        answeredAt: now,
        extensionRequest: null,
      };
    }
    case 'rate':
      return { rating: input.rating!, statusReason: record.statusReason };
    case 'reopen':
      return {
        ...dueDateFrom(deadlines, record.kind, now),
        answeredAt: null,
        reopenCount: record.reopenCount + 1,
        earlierTerms: [...(record.earlierTerms ?? []), endedTerm(record, history)],
      };
    default:
      return {};
  }
}

/** The term that ends with a reopening. */
function endedTerm(record: CaseRecord, history: CaseStepContext['history']): StoredTerm {
  const { dueAt, answer } = record;
  const startedAt = termStart(record, history);
  return { startedAt, dueAt, extended: isExtended(record, startedAt), answer };
}

function assignTo(unit: CaseStepContext['unit'], now: string): Partial<CaseChanges> | Refusal {
  const pointer = '/unitId';
  if (!unit) return { refused: 'validation-failed', issues: [{ pointer, code: 'unknown' }] };
  const { id, name, validFrom = '', validTo = null } = unit;
  const today = dateInVietnam(now);
  if (isAlive({ validFrom, validTo }, today)) return { unitId: id, unitName: name, extensionRequest: null };
  const params = { name, on: formatDate(today) };
  return { refused: 'validation-failed', issues: [{ pointer, code: 'unit-closed', params }] };
}

/** Who a step's history names: the unit's own people before the office, where somebody is both. */
function takerOf(step: CaseTransition, actors: readonly CaseActor[]): CaseStepTaker {
  const counted = actors.filter((actor) => step.actors.includes(actor));
  if (counted.includes('sender')) return 'sender';
  return counted.some((actor) => (unitStaff as readonly Role[]).includes(actor as Role)) ? 'unit' : 'office';
}

/** Takes a step of a case: the changes, the event and the entry for the sender's history; or why it is refused. */
export function applyCaseStep(
  record: CaseRecord,
  given: CaseStepInput,
  context: CaseStepContext,
): Outcome<CaseChanges, CaseEvent, { entry: CaseHistoryEntry }> {
  const { actors, now } = context;
  // What the unit asks for need not be written again to grant it.
  const input = given.action === 'extend' ? { ...record.extensionRequest, ...given } : given;
  const chosen = chooseStep(caseLifecycle, record.status, input, actors);
  if (isRefused(chosen)) return chosen;
  const by = takerOf(chosen.step, actors);
  const effect = effectOf(record, input, context, by);
  if (isRefused(effect)) return effect;
  const { action, to } = chosen.step;
  const reason = input.reason ?? null;
  const changes = { statusReason: reason, ...effect, status: to };
  const { dueAt } = { ...record, ...changes };
  // The unit that the step is about: a case that is taken from a unit has none afterwards.
  const unitId = changes.unitId ?? record.unitId;
  const namesUnit = by === 'unit' || action === 'assign' || action === 'recall';
  const isInner = innerReasonActions.includes(action);
  return {
    changes,
    event: {
      kind: caseStepEvents[action],
      data: { from: record.status, to, unitId, dueAt, hasReason: reason !== null },
    },
    entry: {
      action,
      status: to,
      at: now,
      by,
      unitName: namesUnit ? (changes.unitName ?? record.unitName) : null,
      note: isInner ? null : reason,
      ...(isInner && { innerNote: reason }),
    },
  };
}
