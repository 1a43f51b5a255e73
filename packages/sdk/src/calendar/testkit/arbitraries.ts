import fc from 'fast-check';
import type { Pause, Shift, WorkCalendar } from '../index.ts';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** One to three blocks a day, in order; they may touch, and the last may run to 24:00. */
export const shifts: fc.Arbitrary<Shift[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => {
    const edges = quarters.sort((a, b) => a - b).map((quarter) => clock(quarter * 15));
    return edges.slice(0, edges.length - (edges.length % 2)).reduce<Shift[]>((blocks, edge, index) => {
      if (index % 2 === 1) blocks.push({ start: edges[index - 1]!, end: edge });
      return blocks;
    }, []);
  });

/** A date within 90 days of `middle`. */
const dateNear = (middle: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: -90, max: 90 })
    .map((days) => new Date(Date.parse(middle) + days * 86_400_000).toISOString().slice(0, 10));

const named = (dates: string[]) => dates.map((date) => ({ date, name: date }));

/** Any calendar: odd weeks, clustered holidays and make-up days (also on the same date), odd hours. */
export const calendars = (timeZone = 'Asia/Ho_Chi_Minh', middle = '2026-02-15'): fc.Arbitrary<WorkCalendar> =>
  fc.record({
    id: fc.constant('random'),
    version: fc.constant('1'),
    timeZone: fc.constant(timeZone),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    holidays: fc.uniqueArray(dateNear(middle), { maxLength: 25 }).map(named),
    makeUpDays: fc.uniqueArray(dateNear(middle), { maxLength: 10 }).map(named),
    shifts: fc.option(shifts, { nil: undefined }),
    weekdayShifts: fc.option(
      fc.tuple(fc.integer({ min: 1, max: 7 }), shifts).map(([weekday, hours]) => ({ [weekday]: hours })),
      { nil: undefined },
    ),
  });

/** A whole minute since 1970 within some days of `middle`. */
export const minutesNear = (middle = '2026-02-15', days = 30): fc.Arbitrary<number> =>
  fc.integer({ min: -days * 1440, max: days * 1440 }).map((offset) => Date.parse(middle) / 60_000 + offset);

/** Up to four pauses of up to five days, in any order and overlapping. */
export const pauses = (middle = '2026-02-15', days = 30): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .tuple(minutesNear(middle, days), fc.integer({ min: 0, max: 7200 }))
      .map(([start, length]) => ({ from: start * 60_000, to: (start + length) * 60_000, reason: 'waiting' })),
    { maxLength: 4 },
  );
