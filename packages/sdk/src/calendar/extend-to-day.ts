import { formatDay, parseDay } from './dates.ts';
import { extensionFor, refusals } from './extensions.ts';
import { fail } from './fail.ts';
import { dayAt, msAt, msPerMinute } from './instants.ts';
import type { TermRule } from './term-rules.ts';
import { addTerm } from './terms.ts';
import type { WorkCalendar } from './types.ts';
import { addWorkingTime } from './working-time.ts';

/** A running term that a decision is about to lengthen. */
export interface RunningTerm {
  /** Its last day with the extensions so far, `YYYY-MM-DD`. */
  readonly dueDate: string;
  /** Day of the decision, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  /** Extensions before this one. */
  readonly before: number;
  /** Different reasons given so far, this decision's included. */
  readonly reasons: number;
}

/**
 * The last day to which a running term may be extended, for decisions that name a day instead of a length: the longest
 * extension the rule allows, counted in its own unit from the present last day.
 *
 * @returns `YYYY-MM-DD`
 * @throws InputError `extension-not-allowed` (none in the rule, too few reasons, or no further one), `extension-too-late`
 * (decided after the last day), `not-a-date`
 */
export function extendableUntil(
  calendar: WorkCalendar,
  rule: TermRule,
  { dueDate, decidedOn, before, reasons }: RunningTerm,
): string {
  const dueDay = parseDay(dueDate, '/running/dueDate');
  const allowed = extensionFor(rule, reasons);
  if (!allowed || before >= allowed.times) {
    const { vi, en } = refusals['extension-not-allowed'];
    fail('extension-not-allowed', '/rule/extensions', before + 1, vi, en);
  }
  if (parseDay(decidedOn, '/running/decidedOn') > dueDay) {
    const { vi, en } = refusals['extension-too-late'];
    fail('extension-too-late', '/running/decidedOn', decidedOn, vi, en);
  }
  const { unit, rollToWorkingDay } = rule;
  const { amount } = allowed;
  if (unit !== 'minute' && unit !== 'working-minute') {
    return addTerm(calendar, dueDate, { amount, unit }, { rollToWorkingDay });
  }
  const end = msAt(calendar.timeZone, dueDay, 1440);
  const later = unit === 'minute' ? end + amount * msPerMinute : addWorkingTime(calendar, end, amount);
  return formatDay(dayAt(calendar.timeZone, later));
}
