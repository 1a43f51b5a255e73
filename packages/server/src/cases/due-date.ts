import {
  deadline,
  explainDeadline,
  extendableUntil,
  ruleInForce,
  type TermRule,
  type WorkCalendar,
} from '@dvk/sdk/calendar';
import type { CaseKind } from '@dvk/sdk/cases';
import { isFieldErrorCode, type FieldIssue } from '@dvk/sdk/contract';
import { isInputError, type Bilingual } from '@dvk/sdk/errors';
import { dateInVietnam, formatDate, searchKey } from '@dvk/sdk/text';
import type { CaseRow } from './schema.ts';

/** By what due dates are worked out: one calendar and the terms in force, the tenant's own after the law's. */
export interface DeadlineRules {
  calendar: WorkCalendar;
  terms: readonly TermRule[];
}

/** When an answer is due, and how that came about. */
export interface DueDate {
  dueAt: string;
  dueExplanation: Bilingual[];
  dueProvisional: boolean;
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
  { kind, dueAt, extensions }: Pick<CaseRow, 'kind' | 'dueAt' | 'extensions'>,
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
