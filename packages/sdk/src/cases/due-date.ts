import { deadline } from '../calendar/deadline.ts';
import { explainDeadline } from '../calendar/explain.ts';
import { extendableUntil } from '../calendar/extend-to-day.ts';
import { timeLeft, type TimeLeft } from '../calendar/time-left.ts';
import { ruleInForce, type RuleQuery, type TermRule } from '../calendar/term-rules.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import { isFieldErrorCode, type FieldIssue } from '../contract/field-errors.ts';
import { isInputError } from '../errors/input-error.ts';
import { dateInVietnam, formatDate } from '../text/dates.ts';
import { searchKey } from '../text/fold.ts';
import { openCaseStatuses } from './lifecycle.ts';
import { extensionsSince } from './rules.ts';
import type { CaseHistoryEntry } from './history-entry.ts';
import type { Case, CaseKind } from './schema.ts';

/** What due dates are computed from: a calendar and the terms in force, the tenant's own after the law's. */
export interface DeadlineRules {
  calendar: WorkCalendar;
  terms: readonly TermRule[];
  /** With so many working days left, or fewer, a case is due soon; 2 by default. */
  soonDays?: number;
}

/** When an answer is due, and how that was computed. */
export interface DueDate extends Pick<Case, 'dueAt' | 'dueExplanation' | 'dueProvisional'> {
  /** The calendar it was computed with, and its version. */
  calendarId: string;
  calendarVersion: string;
}

/** The last millisecond of a day in Việt Nam, as an RFC 3339 instant. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999+07:00`).toISOString();
}

/** The step whose term gives the due date of a case. */
const step = 'resolve';

/** The due date of a case received, or taken up again, at an instant. */
export function dueDateFrom(rules: DeadlineRules, kind: CaseKind, start: string): DueDate {
  return dueDateOf(rules, { matter: kind, step }, start);
}

/** The due date of a step of any matter whose term began at an instant. */
export function dueDateOf({ calendar, terms }: DeadlineRules, query: RuleQuery, start: string): DueDate {
  const due = deadline(calendar, { rules: terms, ...query, start });
  const english = explainDeadline(due, 'en');
  return {
    // Only a pause could leave the due date open, and a new matter has none.
    dueAt: endOfDay(due.dueDate!),
    dueExplanation: explainDeadline(due, 'vi').map((vi, index) => ({ vi, en: english[index]! })),
    dueProvisional: due.provisional,
    calendarId: calendar.id,
    calendarVersion: calendar.version,
  };
}

/** What is left until an answer is due; `null` where none is due any more. */
export function timeLeftOf(
  { status, dueAt }: Pick<Case, 'status' | 'dueAt'>,
  { calendar, soonDays }: Pick<DeadlineRules, 'calendar' | 'soonDays'>,
  now: string,
): TimeLeft | null {
  return openCaseStatuses.includes(status) ? timeLeft(calendar, dueAt, now, soonDays) : null;
}

/** The due date extended to the end of a day. */
export function extendedTo(until: string, { dueExplanation }: Pick<DueDate, 'dueExplanation'>) {
  const day = formatDate(until);
  return {
    dueAt: endOfDay(until),
    dueExplanation: [...dueExplanation, { vi: `Gia hạn đến hết ngày ${day}.`, en: `Extended to the end of ${day}.` }],
  };
}

/** A term to be extended to the end of a day. */
interface LongerTerm {
  dueAt: string;
  /** When it began, an instant. */
  startedAt: string;
  /** The new last day, `YYYY-MM-DD`. */
  until: string;
  now: string;
  /** Extensions before this one, and the different reasons given so far, this one's included. */
  before: number;
  reasons: number;
}

/** Checks the extension of a term against its rule. */
export function checkLongerTerm(
  { calendar, terms }: DeadlineRules,
  query: RuleQuery,
  { dueAt, startedAt, until, now, before, reasons }: LongerTerm,
): FieldIssue[] {
  const pointer = '/until';
  const dueDate = dateInVietnam(dueAt);
  try {
    const rule = ruleInForce(terms, query, dateInVietnam(startedAt));
    const latest = extendableUntil(calendar, rule, { dueDate, decidedOn: dateInVietnam(now), before, reasons });
    if (until > latest) return [{ pointer, code: 'extension-too-long', params: { latest: formatDate(latest) } }];
  } catch (error) {
    if (!isInputError(error) || !isFieldErrorCode(error.code)) throw error;
    return [{ pointer, code: error.code }];
  }
  return until > dueDate ? [] : [{ pointer, code: 'not-after-due', params: { due: formatDate(dueDate) } }];
}

/**
 * Checks the extension of a case to the end of the day `until` against the rule of its term. The reason is free
 * text, and each different one counts as one reason.
 *
 * @param startedAt when the current term began; extensions of an earlier one do not count
 */
export function checkExtension(
  rules: DeadlineRules,
  { kind, dueAt, extensions }: Pick<Case, 'kind' | 'dueAt' | 'extensions'>,
  { until, reason, startedAt, now }: { until: string; reason: string; startedAt: string; now: string },
): FieldIssue[] {
  const before = extensionsSince(extensions, startedAt);
  const reasons = new Set([reason, ...before.map((extension) => extension.reason)].map(searchKey)).size;
  const term = { dueAt, startedAt, until, now, before: before.length, reasons };
  return checkLongerTerm(rules, { matter: kind, step }, term);
}

/** When the current term began: at the receipt, or at the last reopening. */
export function termStart(
  { receivedAt }: Pick<Case, 'receivedAt'>,
  history: readonly Pick<CaseHistoryEntry, 'action' | 'at'>[],
): string {
  return history.findLast(({ action }) => action === 'reopen')?.at ?? receivedAt;
}
