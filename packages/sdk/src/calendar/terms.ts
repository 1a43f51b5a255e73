import { InputError } from '../errors/index.ts';
import { daysInMonth, formatDay, lastDay, parseDay, toCivil, toDay, type DayNumber } from './dates.ts';
import type { Term, TermOptions, TermUnit, WorkCalendar } from './types.ts';
import { workingDaysOf } from './working-days.ts';

/** @throws InputError `not-an-amount` unless `amount` is a whole number, 0 or more. */
export function checkAmount(amount: number, pointer: string): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new InputError('not-an-amount', pointer, {
      vi: `Cần một số nguyên không âm: “${amount}”`,
      en: `A whole number, 0 or more, is needed: “${amount}”`,
    });
  }
}

/** {@link addTerm} on day numbers, without roll-over. */
export function endOfTerm(calendar: WorkCalendar, from: DayNumber, amount: number, unit: TermUnit): DayNumber {
  let end: DayNumber;
  if (unit === 'working-day') {
    end = workingDaysOf(calendar).after(from, amount);
  } else if (unit === 'calendar-day') {
    end = from + amount;
  } else if (unit === 'month') {
    const { year, month, day } = toCivil(from);
    const months = year * 12 + month - 1 + amount;
    const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
    end = toYear > 9999 ? Infinity : toDay(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  } else {
    throw new InputError('unknown-unit', '/term/unit', {
      vi: `Đơn vị thời hạn không được hỗ trợ: “${unit as string}”`,
      en: `Unknown unit of a term: “${unit as string}”`,
    });
  }
  if (end > lastDay) {
    throw new InputError('out-of-range', '/term/amount', {
      vi: 'Thời hạn vượt quá năm 9999',
      en: 'The term ends after the year 9999',
    });
  }
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
 * @throws InputError `not-a-date`, `not-an-amount`, `unknown-unit`, `no-working-day`, `out-of-range`
 * @example
 * addTerm(vietnamCalendar, '2026-02-13', {amount: 10, unit: 'working-day'}); // '2026-03-06', after Tết
 */
export function addTerm(calendar: WorkCalendar, from: string, term: Term, options: TermOptions = {}): string {
  checkAmount(term.amount, '/term/amount');
  const end = endOfTerm(calendar, parseDay(from, '/from'), term.amount, term.unit);
  return formatDay(options.rollToWorkingDay ? firstWorkingDay(calendar, end) : end);
}

/** `day` if it is worked, else the next working day. */
export function firstWorkingDay(calendar: WorkCalendar, day: DayNumber): DayNumber {
  const days = workingDaysOf(calendar);
  return days.isWorking(day) ? day : days.after(day, 1);
}

/**
 * Working days after the day `after`, up to and including `through`: the inverse of {@link addTerm} in working days.
 * Negative when `through` lies before `after` – days overdue.
 *
 * @throws InputError `not-a-date`
 */
export function countWorkingDays(calendar: WorkCalendar, after: string, through: string): number {
  const days = workingDaysOf(calendar);
  return days.through(parseDay(through, '/through')) - days.through(parseDay(after, '/after'));
}

/** @throws InputError `not-a-date` */
export function isWorkingDay(calendar: WorkCalendar, date: string): boolean {
  return workingDaysOf(calendar).isWorking(parseDay(date, '/date'));
}

/**
 * The years touched by a span whose days off are not announced yet; a result that rests on any of them may still move.
 *
 * @throws InputError `not-a-date`
 */
export function provisionalYears(calendar: WorkCalendar, from: string, through: string): number[] {
  const [first, last] = [parseDay(from, '/from'), parseDay(through, '/through')].sort((a, b) => a - b);
  const years: number[] = [];
  if (calendar.announcedYears) {
    for (let { year } = toCivil(first!); year <= toCivil(last!).year; year += 1) {
      if (!calendar.announcedYears.includes(year)) years.push(year);
    }
  }
  return years;
}
