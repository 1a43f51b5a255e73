import { InputError } from '../errors/index.ts';
import { lastDay, parseDay, weekdayOf, type DayNumber } from './dates.ts';
import type { WorkCalendar } from './types.ts';

/** A calendar made countable: the weekly pattern by arithmetic, the departures from it by a running sum. */
export interface WorkingDays {
  /** Working days from the first week of 1970 up to and including `day`; only differences mean anything. */
  through(day: DayNumber): number;
  isWorking(day: DayNumber): boolean;
  /**
   * The `count`-th working day after `day`; `day` itself when `count` is 0.
   *
   * @throws InputError `no-working-day` when there is none before the year 10000.
   */
  after(day: DayNumber, count: number): DayNumber;
  readonly holidays: ReadonlyMap<DayNumber, WorkCalendar['holidays'][number]>;
  readonly makeUpDays: ReadonlyMap<DayNumber, WorkCalendar['makeUpDays'][number]>;
}

function byDay<T extends { readonly date: string }>(entries: readonly T[], pointer: string): Map<DayNumber, T> {
  return new Map(entries.map((entry, index) => [parseDay(entry.date, `${pointer}/${index}/date`), entry]));
}

function compile(calendar: WorkCalendar): WorkingDays {
  calendar.weekdays.forEach((weekday, index) => {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
      throw new InputError('not-a-weekday', `/calendar/weekdays/${index}`, {
        vi: `Thứ trong tuần phải là số từ 1 (thứ Hai) đến 7 (Chủ nhật): “${weekday}”`,
        en: `A weekday is a number from 1 (Monday) to 7 (Sunday): “${weekday}”`,
      });
    }
  });
  const pattern = new Set(calendar.weekdays);
  const holidays = byDay(calendar.holidays, '/calendar/holidays');
  const makeUpDays = byDay(calendar.makeUpDays, '/calendar/makeUpDays');

  const inWeek = [0];
  for (let weekday = 1; weekday <= 7; weekday += 1) inWeek.push(inWeek[weekday - 1]! + (pattern.has(weekday) ? 1 : 0));

  const departures = [...new Set([...holidays.keys(), ...makeUpDays.keys()])]
    .map((day) => ({ day, change: (makeUpDays.has(day) ? 1 : 0) - (pattern.has(weekdayOf(day)) ? 1 : 0) }))
    .filter(({ change }) => change !== 0)
    .sort((a, b) => a.day - b.day);
  const days = departures.map(({ day }) => day);
  let running = 0;
  const sums = [0, ...departures.map(({ change }) => (running += change))];

  const through = (day: DayNumber): number => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return Math.floor((day + 3) / 7) * inWeek[7]! + inWeek[weekdayOf(day)]! + sums[low]!;
  };

  return {
    through,
    isWorking: (day) => through(day) > through(day - 1),
    after(day, count) {
      const target = through(day) + count;
      let end = day;
      // One day adds at most one working day, so stepping by what is still missing can never pass the answer.
      for (let missing = count; missing > 0; missing = target - through(end)) {
        end += missing;
        if (end > lastDay || (inWeek[7] === 0 && end - missing > (days.at(-1) ?? 0))) throw noWorkingDay();
      }
      return end;
    },
    holidays,
    makeUpDays,
  };
}

function noWorkingDay(): InputError {
  return new InputError('no-working-day', '/calendar/weekdays', {
    vi: 'Lịch không đủ ngày làm việc cho thời hạn này',
    en: 'The calendar has not enough working days for this term',
  });
}

const compiled = new WeakMap<WorkCalendar, WorkingDays>();

/** The countable form of a calendar, made once for each calendar object. */
export function workingDaysOf(calendar: WorkCalendar): WorkingDays {
  let days = compiled.get(calendar);
  if (!days) compiled.set(calendar, (days = compile(calendar)));
  return days;
}
