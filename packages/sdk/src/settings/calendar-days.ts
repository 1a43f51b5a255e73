import { isWorkingDay } from '../calendar/terms.ts';
import type { CalendarDay, WorkCalendar } from '../calendar/types.ts';
import { parseDate } from '../text/read-date.ts';
import type { CalendarChanges } from './calendar-changes.ts';

/**
 * What a day is to those who read a calendar: `working` or `rest` by the week alone; `holiday`: off; `swapped`: off because it is
 * made up on another day, or in place of a holiday on a day of rest; `made-up`: worked although the week says rest.
 */
export type DayKind = 'working' | 'rest' | 'holiday' | 'swapped' | 'made-up';

/** What a day is, with its entry in the calendar where it has one. */
export interface CalendarDayKind {
  kind: DayKind;
  day?: CalendarDay;
}

/** What a province says of one day; `ordinary`: as the week has it. */
export type OwnDay = { is: 'ordinary' } | { is: 'holiday' | 'made-up'; name: string; basis?: CalendarDay['basis'] };

const swapped = /^nghỉ\s+(?:bù|hoán\s+đổi)/iu;
const anyDate = /\d{1,2}\/\d{1,2}\/\d{4}/;

/** The day off that a make-up day is worked for, as its name says: “Làm bù cho 31/12/2026”. */
function workedFor({ name }: CalendarDay): string | undefined {
  const written = anyDate.exec(name)?.[0];
  return written === undefined ? undefined : parseDate(written);
}

/**
 * The other day of a swap: for a day off the one on which it is made up, for a make-up day the day off. They find each other
 * by the date in the name of the make-up day.
 *
 * @param date - `YYYY-MM-DD`
 */
export function swapOf({ holidays, makeUpDays }: WorkCalendar, date: string): string | undefined {
  const madeUp = makeUpDays.find((each) => each.date === date);
  if (!madeUp) return makeUpDays.find((each) => workedFor(each) === date)?.date;
  const off = workedFor(madeUp);
  return holidays.some((each) => each.date === off) ? off : undefined;
}

/**
 * What a day is.
 *
 * @param date - `YYYY-MM-DD`
 */
export function kindOfDay(calendar: WorkCalendar, date: string): CalendarDayKind {
  const on = (days: readonly CalendarDay[]) => days.find((each) => each.date === date);
  const madeUp = on(calendar.makeUpDays);
  if (madeUp) return { kind: 'made-up', day: madeUp };
  const day = on(calendar.holidays);
  if (!day) return { kind: isWorkingDay(calendar, date) ? 'working' : 'rest' };
  return { kind: swapped.test(day.name) || swapOf(calendar, date) ? 'swapped' : 'holiday', day };
}

/** The changes with other words about some days, by date. What they say of other days stays. */
export function withDays(
  changes: CalendarChanges,
  days: Readonly<Record<string, OwnDay>>,
  national: WorkCalendar,
): CalendarChanges {
  const others = <T extends { date: string }>(list: readonly T[]) =>
    list.filter(({ date }) => !Object.hasOwn(days, date));
  const given = (is: 'holiday' | 'made-up') =>
    Object.entries(days).flatMap(([date, day]) =>
      day.is === is ? [{ date, name: day.name, ...(day.basis && { basis: day.basis }) }] : [],
    );
  const sorted = <T extends { date: string }>(list: T[]) => list.sort((a, b) => (a.date < b.date ? -1 : 1));
  const named = new Set([...national.holidays, ...national.makeUpDays].map(({ date }) => date));
  return {
    ...changes,
    holidays: sorted([...others(changes.holidays), ...given('holiday')]),
    makeUpDays: sorted([...others(changes.makeUpDays), ...given('made-up')]),
    ordinaryDays: [
      ...changes.ordinaryDays.filter((date) => !Object.hasOwn(days, date)),
      ...Object.keys(days).filter((date) => days[date]!.is === 'ordinary' && named.has(date)),
    ].sort(),
  };
}

/** The days that are something else in another calendar, or have another name there, in order. */
export function differingDays(before: WorkCalendar, after: WorkCalendar): string[] {
  const dates = [before, after].flatMap(({ holidays, makeUpDays }) =>
    [...holidays, ...makeUpDays].map(({ date }) => date),
  );
  return [...new Set(dates)].sort().filter((date) => {
    const [was, is] = [kindOfDay(before, date), kindOfDay(after, date)];
    return was.kind !== is.kind || was.day?.name !== is.day?.name;
  });
}
