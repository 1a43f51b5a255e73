import { deadline } from '../calendar/deadline.ts';
import { explainDeadline } from '../calendar/explain.ts';
import { extendableUntil } from '../calendar/extend-to-day.ts';
import { ruleInForce, type TermRule } from '../calendar/term-rules.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import { isFieldErrorCode, type FieldIssue } from '../contract/field-errors.ts';
import { isInputError } from '../errors/input-error.ts';
import { dateInVietnam, formatDate } from '../text/dates.ts';
import { searchKey } from '../text/fold.ts';
import type { CaseHistoryEntry } from './public-view.ts';
import type { Case, CaseKind } from './schema.ts';

/** By what due dates are worked out: one calendar and the terms in force, the tenant's own after the law's. */
export interface DeadlineRules {
  calendar: WorkCalendar;
  terms: readonly TermRule[];
}

/** When an answer is due, and how that came about. */
export interface DueDate extends Pick<Case, 'dueAt' | 'dueExplanation' | 'dueProvisional'> {
  /** The calendar that gave it, and which version of it. */
  calendarId: string;
  calendarVersion: string;
}

/** The last moment of a day in Việt Nam that a clock of milliseconds shows: still that day when shown, and nothing of it is late. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999+07:00`).toISOString();
}

/** The step of a case whose term is kept. */
const step = 'resolve';

/** The due date of a case received, or taken up again, at an instant. */
export function dueDateFrom({ calendar, terms }: DeadlineRules, kind: CaseKind, start: string): DueDate {
  const due = deadline(calendar, { rules: terms, matter: kind, step, start });
  const english = explainDeadline(due, 'en');
  return {
    // Without a pause, which a new case has not, there is always a due date.
    dueAt: endOfDay(due.dueDate!),
    dueExplanation: explainDeadline(due, 'vi').map((vi, index) => ({ vi, en: english[index]! })),
    dueProvisional: due.provisional,
    calendarId: calendar.id,
    calendarVersion: calendar.version,
  };
}

/** The due date moved to the end of another day by a decision. */
export function extendedTo(until: string, { dueExplanation }: Pick<DueDate, 'dueExplanation'>) {
  const day = formatDate(until);
  return {
    dueAt: endOfDay(until),
    dueExplanation: [...dueExplanation, { vi: `Gia hạn đến hết ngày ${day}.`, en: `Extended to the end of ${day}.` }],
  };
}

/**
 * What is wrong with extending a case to the end of the day `until`, by the rule its term runs under. The reason is free
 * text, and each different one counts as one reason.
 *
 * @param startedAt when the present term began; extensions of an earlier one do not count
 */
export function checkExtension(
  { calendar, terms }: DeadlineRules,
  { kind, dueAt, extensions }: Pick<Case, 'kind' | 'dueAt' | 'extensions'>,
  { until, reason, startedAt, now }: { until: string; reason: string; startedAt: string; now: string },
): FieldIssue[] {
  const pointer = '/until';
  const dueDate = dateInVietnam(dueAt);
  const before = extensions.filter(({ at }) => at >= startedAt);
  const reasons = new Set([reason, ...before.map((extension) => extension.reason)].map(searchKey)).size;
  try {
    const rule = ruleInForce(terms, { matter: kind, step }, dateInVietnam(startedAt));
    const decidedOn = dateInVietnam(now);
    const latest = extendableUntil(calendar, rule, { dueDate, decidedOn, before: before.length, reasons });
    if (until > latest) return [{ pointer, code: 'extension-too-long', params: { latest: formatDate(latest) } }];
  } catch (error) {
    if (!isInputError(error) || !isFieldErrorCode(error.code)) throw error;
    return [{ pointer, code: error.code }];
  }
  return until > dueDate ? [] : [{ pointer, code: 'not-after-due', params: { due: formatDate(dueDate) } }];
}

/** When the term that now runs began: at the receipt, or at the last reopening. */
export function termStart(
  { receivedAt }: Pick<Case, 'receivedAt'>,
  history: readonly Pick<CaseHistoryEntry, 'action' | 'at'>[],
): string {
  return history.findLast(({ action }) => action === 'reopen')?.at ?? receivedAt;
}
