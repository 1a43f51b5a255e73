import { lastDay, parseDay, weekdayOf, type DayNumber } from './dates.ts';
import { fail, failTooLong } from './fail.ts';
import type { Shift, WorkCalendar } from './types.ts';

/** Office hours of state bodies where a calendar states none: 07:30–11:30 and 13:30–17:00. */
export const defaultShifts: readonly Shift[] = [
  { start: '07:30', end: '11:30' },
  { start: '13:30', end: '17:00' },
];

/** From and to, in minutes after local midnight. */
export type Block = readonly [from: number, to: number];

/** A calendar prepared for counting: the weekly pattern by arithmetic, the exceptions from it by a running sum. */
export interface CompiledCalendar {
  /** Working days from the first week of 1970 up to and including `day`; only differences mean anything. */
  through(day: DayNumber): number;
  isWorking(day: DayNumber): boolean;
  /**
   * The `count`-th working day after `day`; `day` itself when `count` is 0.
   *
   * @throws InputError `out-of-range` when there is none before the year 10000.
   */
  after(day: DayNumber, count: number): DayNumber;
  /** The hours worked on a day; none on a day off. A make-up day is a full day. */
  hours(day: DayNumber): readonly Block[];
  readonly holidays: ReadonlyMap<DayNumber, WorkCalendar['holidays'][number]>;
  readonly makeUpDays: ReadonlyMap<DayNumber, WorkCalendar['makeUpDays'][number]>;
}

function listOf<T>(list: readonly T[], pointer: string): readonly T[] {
  return list ?? fail('not-a-list', pointer, list, 'Cần một danh sách các ngày', 'A list of days is needed');
}

function byDay<T extends { readonly date: string }>(entries: readonly T[], pointer: string): Map<DayNumber, T> {
  return new Map(
    listOf(entries, pointer).map((entry, index) => [parseDay(entry?.date, `${pointer}/${index}/date`), entry]),
  );
}

function readShifts(shifts: readonly Shift[], pointer: string): Block[] {
  let last = 0;
  const minuteOf = (clock: string): number => {
    const minute = /^\d\d:[0-5]\d$/.test(clock) ? +clock.slice(0, 2) * 60 + +clock.slice(3) : -1;
    if (minute < last || minute > 1440) {
      fail(
        'bad-shifts',
        pointer,
        clock,
        'Các ca ghi giờ đầu, giờ cuối dạng HH:MM và theo thứ tự trong ngày',
        'Shifts have their start and end as HH:MM, in the order of the day',
      );
    }
    return (last = minute);
  };
  return shifts.map((shift) => [minuteOf(shift?.start), minuteOf(shift?.end)]);
}

function compile(calendar: WorkCalendar): CompiledCalendar {
  const weekdays = new Set(listOf(calendar?.weekdays, '/calendar/weekdays'));
  const inWeek = [0];
  const shifts = (weekday: number): Block[] => {
    const own = calendar.weekdayShifts?.[weekday];
    return own
      ? readShifts(own, `/calendar/weekdayShifts/${weekday}`)
      : readShifts(calendar.shifts ?? defaultShifts, '/calendar/shifts');
  };
  // Index 0 is no weekday: it holds the usual hours, which a make-up day has.
  const hours = [shifts(0)];
  for (let weekday = 1; weekday < 8; weekday += 1) {
    inWeek.push(inWeek[weekday - 1]! + (weekdays.has(weekday) ? 1 : 0));
    hours.push(shifts(weekday));
  }
  const perWeek = inWeek[7]!;
  if (perWeek !== weekdays.size) {
    fail(
      'not-a-weekday',
      '/calendar/weekdays',
      calendar.weekdays,
      'Các ngày làm việc trong tuần là số từ 1 (thứ Hai) đến 7 (Chủ Nhật)',
      'Weekdays are numbers from 1 (Monday) to 7 (Sunday)',
    );
  }
  const holidays = byDay(calendar.holidays, '/calendar/holidays');
  const makeUpDays = byDay(calendar.makeUpDays, '/calendar/makeUpDays');
  const days = [...new Set([...holidays.keys(), ...makeUpDays.keys()])].sort((a, b) => a - b);
  const sums = [0];
  days.forEach((day, index) =>
    sums.push(sums[index]! + (makeUpDays.has(day) ? 1 : 0) - (weekdays.has(weekdayOf(day)) ? 1 : 0)),
  );

  const through = (day: DayNumber): number => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return Math.floor((day + 3) / 7) * perWeek + inWeek[weekdayOf(day)]! + sums[low]!;
  };
  const isWorking = (day: DayNumber): boolean => through(day) > through(day - 1);

  return {
    through,
    isWorking,
    after(day, count) {
      const target = through(day) + count;
      let end = day;
      // One day adds at most one working day, so a jump by what is still missing never goes too far.
      for (let missing = count; missing > 0; missing = target - through(end)) {
        end += missing;
        if (end > lastDay) failTooLong('/term/amount', count);
      }
      return end;
    },
    hours: (day) => (isWorking(day) ? hours[makeUpDays.has(day) ? 0 : weekdayOf(day)]! : []),
    holidays,
    makeUpDays,
  };
}

const compiled = new WeakMap<WorkCalendar, CompiledCalendar>();

/**
 * The prepared form of a calendar, made once for each calendar object.
 *
 * @throws InputError `not-a-list`, `not-a-date`, `not-a-weekday`, `bad-shifts`
 */
export function compiledOf(calendar: WorkCalendar): CompiledCalendar {
  let found = compiled.get(calendar);
  if (!found) compiled.set(calendar, (found = compile(calendar)));
  return found;
}
