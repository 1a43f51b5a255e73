import { compiledOf } from './compiled.ts';
import { usualSoonDays, type DueClass } from './due-class.ts';
import { dayAt, msAt, toMs } from './instants.ts';
import type { WorkCalendar } from './types.ts';

/** What is left until a due date. */
export interface TimeLeft {
  class: DueClass;
  /**
   * Working days after today up to the due date: 0 on the last day. Once overdue, the working days that have begun since,
   * as a negative number: 0 while only days off have passed.
   */
  workingDays: number;
}

/**
 * What is left until a due date: in class and working days. A list gives it with each row, since a page does not know the
 * calendar of the tenant.
 *
 * @param dueAt - RFC 3339 instant, the last that is in time
 * @param now - RFC 3339 instant
 * @param soonDays - so many working days left, and fewer, are `soon`
 * @throws InputError `not-an-instant`
 */
export function timeLeft(calendar: WorkCalendar, dueAt: string, now: string, soonDays = usualSoonDays): TimeLeft {
  const [due, at] = [toMs(dueAt, '/dueAt'), toMs(now, '/now')];
  const { through } = compiledOf(calendar);
  const workingDays = through(dayAt(calendar.timeZone, due)) - through(dayAt(calendar.timeZone, at));
  return { class: at > due ? 'overdue' : workingDays <= soonDays ? 'soon' : 'in-time', workingDays };
}

/**
 * The first instant at which something due is still `in-time`: what is due before it, and not overdue, is `soon`. For
 * conditions of databases; it agrees with {@link timeLeft}.
 *
 * @param now - RFC 3339 instant
 * @param soonDays - as for {@link timeLeft}
 * @throws InputError `not-an-instant`
 */
export function inTimeFrom(calendar: WorkCalendar, now: string, soonDays = usualSoonDays): string {
  const today = dayAt(calendar.timeZone, toMs(now, '/now'));
  return new Date(msAt(calendar.timeZone, compiledOf(calendar).after(today, soonDays + 1), 0)).toISOString();
}
