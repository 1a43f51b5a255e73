import type { Pause, WorkCalendar } from '../index.ts';

/*
 * The slow truth: time is walked minute by minute, dates are texts, days off are looked up in the lists. Nothing is
 * shared with the engine but the shape of a calendar. Moments are whole minutes since 1970.
 */

const localFormats = new Map<string, Intl.DateTimeFormat>();

/** Local date and clock time of a minute, by the platform's own time zones. */
function localClock(timeZone: string, minute: number): { date: string; clock: string } {
  let format = localFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    localFormats.set(timeZone, format);
  }
  const [date = '', clock = ''] = format.format(minute * 60_000).split(' ');
  return { date, clock };
}

const clocks = Array.from({ length: 1440 }, (_, minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
let [lastDay, lastDate] = [Number.NaN, ''];

/** Việt Nam, from 1975-06-13: the local clock is the UTC clock seven hours on. */
function vietnamClock(minute: number): { date: string; clock: string } {
  const local = minute + 420;
  const day = Math.floor(local / 1440);
  if (day !== lastDay) [lastDay, lastDate] = [day, new Date(local * 60_000).toISOString().slice(0, 10)];
  return { date: lastDate, clock: clocks[local - day * 1440]! };
}

export function isDayWorked(calendar: WorkCalendar, date: string): boolean {
  if (calendar.makeUpDays.some((day) => day.date === date)) return true;
  if (calendar.holidays.some((day) => day.date === date)) return false;
  return calendar.weekdays.includes(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
}

function shiftsOn(calendar: WorkCalendar, date: string): readonly { start: string; end: string }[] {
  if (!isDayWorked(calendar, date)) return [];
  const usual = calendar.shifts ?? [
    { start: '07:30', end: '11:30' },
    { start: '13:30', end: '17:00' },
  ];
  if (calendar.makeUpDays.some((day) => day.date === date)) return usual;
  return calendar.weekdayShifts?.[new Date(`${date}T12:00:00Z`).getUTCDay() || 7] ?? usual;
}

/** Answers for one calendar, remembering only what it looked up for each date. */
export function minuteOracle(calendar: WorkCalendar, pauses: readonly Pause[] = []) {
  const clockOf =
    calendar.timeZone === 'Asia/Ho_Chi_Minh' ? vietnamClock : (minute: number) => localClock(calendar.timeZone, minute);
  const shifts = new Map<string, readonly { start: string; end: string }[]>();

  function isWorked(minute: number): boolean {
    const { date, clock } = clockOf(minute);
    let blocks = shifts.get(date);
    if (!blocks) shifts.set(date, (blocks = shiftsOn(calendar, date)));
    if (!blocks.some(({ start, end }) => start <= clock && clock < end)) return false;
    const ms = minute * 60_000;
    return !pauses.some(({ from, to }) => Number(from) <= ms && (to === undefined || ms < Number(to)));
  }

  return {
    /** The minute at which `count` worked minutes have passed; walks back for a negative count. */
    add(from: number, count: number): number {
      let minute = from;
      for (let left = Math.abs(count); left > 0; minute += Math.sign(count)) {
        if (isWorked(count > 0 ? minute : minute - 1)) left -= 1;
      }
      return minute;
    },
    elapsed(from: number, to: number): number {
      let worked = 0;
      for (let minute = from; minute < to; minute += 1) worked += isWorked(minute) ? 1 : 0;
      return worked;
    },
  };
}

/** The next date, as text. */
export function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The end of a term in days, one date after the other. `paused` holds the dates that do not count. */
export function walkTerm(
  calendar: WorkCalendar,
  from: string,
  amount: number,
  workingOnly: boolean,
  paused: ReadonlySet<string> = new Set(),
): string {
  let date = from;
  for (let left = amount; left > 0;) {
    date = dayAfter(date);
    if ((!workingOnly || isDayWorked(calendar, date)) && !paused.has(date)) left -= 1;
  }
  return date;
}
