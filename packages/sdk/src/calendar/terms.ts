import { compiledOf } from './compiled.ts';
import { addMonths, formatDay, lastDay, parseDay, type DayNumber } from './dates.ts';
import { checkAmount, fail, failTooLong } from './fail.ts';
import type { Term, TermOptions, TermUnit, WorkCalendar } from './types.ts';

/** {@link addTerm} on day numbers, without roll-over. */
export function endOfTerm(calendar: WorkCalendar, from: DayNumber, amount: number, unit: TermUnit): DayNumber {
  let end: DayNumber;
  if (unit === 'working-day') {
    end = compiledOf(calendar).after(from, amount);
  } else if (unit === 'calendar-day') {
    end = from + amount;
  } else if (unit === 'month') {
    end = addMonths(from, amount);
  } else {
    fail(
      'unknown-unit',
      '/term/unit',
      unit,
      'Đơn vị của thời hạn phải là working-day, calendar-day hoặc month',
      'The unit of a term must be working-day, calendar-day or month',
    );
  }
  // Also false for a date beyond what the platform can hold (NaN).
  if (!(end <= lastDay)) failTooLong('/term/amount', amount);
  return end;
}

/**
 * The last day of a term. The day of the event is not counted; the first counted day is the next one (Civil Code 2015,
 * article 147). The term runs to 24:00 of the day returned (article 148).
 *
 * Whether an end on a day off moves to the next working day is stated by the caller: no default of law exists for
 * every matter.
 *
 * @param from day of the event, `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`; use {@link provisionalYears} to learn whether it rests on days off not yet announced
 * @throws InputError `not-a-date`, `not-an-amount`, `unknown-unit`, `out-of-range`
 * @example
 * addTerm(vietnamCalendar, '2026-02-13', {amount: 10, unit: 'working-day'}); // '2026-03-06', after Tết
 */
export function addTerm(calendar: WorkCalendar, from: string, term: Term, options?: TermOptions): string {
  checkAmount(term?.amount, '/term/amount');
  const end = endOfTerm(calendar, parseDay(from, '/from'), term.amount, term.unit);
  return formatDay(options?.rollToWorkingDay ? firstWorkingDay(calendar, end) : end);
}

/** `day` if it is worked, else the next working day. */
export function firstWorkingDay(calendar: WorkCalendar, day: DayNumber): DayNumber {
  return compiledOf(calendar).after(day - 1, 1);
}

/**
 * Working days after the day `after`, up to and including `through`: the inverse of {@link addTerm} in working days.
 * Negative when `through` lies before `after` – days overdue.
 *
 * @throws InputError `not-a-date`
 */
export function countWorkingDays(calendar: WorkCalendar, after: string, through: string): number {
  const days = compiledOf(calendar);
  return days.through(parseDay(through, '/through')) - days.through(parseDay(after, '/after'));
}

/**
 * Whether a date is worked: by the weekly pattern, unless it is a holiday or a make-up day.
 *
 * @throws InputError `not-a-date`
 */
export function isWorkingDay(calendar: WorkCalendar, date: string): boolean {
  return compiledOf(calendar).isWorking(parseDay(date, '/date'));
}

/**
 * The days after the day `after`, up to and including `through`, on which nobody works.
 *
 * @throws InputError `not-a-date`
 */
export function daysOff(calendar: WorkCalendar, after: string, through: string): string[] {
  const { isWorking } = compiledOf(calendar);
  const last = parseDay(through, '/through');
  const days: string[] = [];
  for (let day = parseDay(after, '/after') + 1; day <= last; day += 1) if (!isWorking(day)) days.push(formatDay(day));
  return days;
}

/** {@link provisionalYears} on day numbers, in order. */
export function yearsNotAnnounced(
  { announcedYears, holidays }: WorkCalendar,
  first: DayNumber,
  last: DayNumber,
): number[] {
  const known = announcedYears ?? holidays.map(({ date }) => +date.slice(0, 4));
  const yearOf = (day: DayNumber): number => +formatDay(day).slice(0, 4);
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!known.includes(year)) years.push(year);
  }
  return years;
}

/**
 * The years touched by a span whose days off are not announced yet; a result that rests on any of them may still move.
 *
 * @throws InputError `not-a-date`
 */
export function provisionalYears(calendar: WorkCalendar, from: string, through: string): number[] {
  const [first, last] = [parseDay(from, '/from'), parseDay(through, '/through')];
  return yearsNotAnnounced(calendar, Math.min(first, last), Math.max(first, last));
}
