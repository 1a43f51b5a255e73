import { deadline, explainDeadline, type TermRule, type WorkCalendar } from '@dvk/sdk/calendar';
import type { CaseKind } from '@dvk/sdk/cases';
import type { Bilingual } from '@dvk/sdk/errors';
import { formatDate } from '@dvk/sdk/text';

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

/** The last second of a day in Việt Nam, as an instant: still the same day when shown. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59+07:00`).toISOString();
}

/** The due date of a case received, or taken up again, at an instant. */
export function dueDateFrom({ calendar, terms }: DeadlineRules, kind: CaseKind, start: string): DueDate {
  const due = deadline(calendar, { rules: terms, matter: kind, step: 'resolve', start });
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
