import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInputError } from '../errors/index.ts';
import {
  addWorkingTime,
  elapsedWorkingTime,
  vietnamCalendar,
  type Instant,
  type Shift,
  type WorkCalendar,
} from './index.ts';
import { calendars, minutesNear, pauses } from './testkit/arbitraries.ts';
import { minuteOracle } from './testkit/minute-oracle.ts';

const ms = (minute: number): number => minute * 60_000;

test('6,000 random additions agree with a minute-by-minute walk', () => {
  fc.assert(
    fc.property(
      calendars(),
      minutesNear(),
      fc.integer({ min: -900, max: 900 }),
      fc.oneof(fc.constant([]), pauses()),
      (calendar, from, minutes, gaps) => {
        const expected = minuteOracle(calendar, gaps).add(from, minutes);
        assert.equal(addWorkingTime(calendar, ms(from), minutes, { pauses: gaps }), ms(expected));
      },
    ),
    { numRuns: 6000, seed: 1 },
  );
});

test('1,500 random spans agree with a minute-by-minute walk', () => {
  fc.assert(
    fc.property(
      calendars(),
      minutesNear(),
      fc.integer({ min: 0, max: 15_000 }),
      fc.oneof(fc.constant([]), pauses()),
      (calendar, from, length, gaps) => {
        const expected = minuteOracle(calendar, gaps).elapsed(from, from + length);
        assert.equal(elapsedWorkingTime(calendar, ms(from), ms(from + length), { pauses: gaps }), expected);
      },
    ),
    { numRuns: 1500, seed: 2 },
  );
});

// Zones whose clocks change, or stand at odd quarters; the middle of each is near a change. Shifts there begin and end
// outside the hours that are skipped or repeated.
const zones = [
  ['America/New_York', '2026-03-08', 400],
  ['America/New_York', '2026-11-01', 400],
  ['Europe/Berlin', '2026-10-25', 400],
  ['Australia/Lord_Howe', '2026-04-05', 300],
  ['Asia/Kathmandu', '2026-04-05', 100],
  ['America/St_Johns', '2026-03-08', 300],
] as const;

for (const [zone, middle, numRuns] of zones) {
  test(`${zone} around ${middle} agrees with the platform's clock`, () => {
    fc.assert(
      fc.property(
        calendars(zone, middle),
        minutesNear(middle, 2),
        fc.integer({ min: 1, max: 600 }),
        (random, from, minutes) => {
          const shifts = [
            { start: '00:00', end: '12:00' },
            { start: '13:15', end: '24:00' },
          ];
          const calendar: WorkCalendar = {
            ...random,
            weekdays: [1, 2, 3, 4, 5, 6, 7],
            shifts,
            weekdayShifts: undefined,
          };
          const expected = minuteOracle(calendar).add(from, minutes);
          assert.equal(addWorkingTime(calendar, ms(from), minutes), ms(expected));
          assert.equal(elapsedWorkingTime(calendar, ms(from), ms(expected)), minutes);
        },
      ),
      { numRuns, seed: 3 },
    );
  });
}

test('elapsed is the exact inverse of add, to the millisecond, in both directions', () => {
  fc.assert(
    fc.property(
      calendars(),
      minutesNear(),
      fc.integer({ min: -60_000_000, max: 60_000_000 }),
      pauses(),
      (calendar, from, duration, gaps) => {
        const minutes = duration / 60_000;
        const end = addWorkingTime(calendar, ms(from), minutes, { pauses: gaps });
        assert.equal(elapsedWorkingTime(calendar, ms(from), end, { pauses: gaps }), minutes);
        // And from any end that add can reach, back to the same end.
        const again = elapsedWorkingTime(calendar, ms(from), end, { pauses: gaps });
        assert.equal(addWorkingTime(calendar, ms(from), again, { pauses: gaps }), end);
      },
    ),
    { numRuns: 2000 },
  );
});

test('adding is monotone in the start and in the amount', () => {
  fc.assert(
    fc.property(
      calendars(),
      minutesNear(),
      fc.nat(5000),
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(3000),
      (calendar, from, later, minutes, more) => {
        const end = addWorkingTime(calendar, ms(from), minutes);
        assert.ok(addWorkingTime(calendar, ms(from + later), minutes) >= end);
        assert.ok(addWorkingTime(calendar, ms(from), minutes + more) >= end);
        assert.ok(end > ms(from));
      },
    ),
    { numRuns: 1000 },
  );
});

test('adding is additive, and elapsed time adds up over any point between', () => {
  fc.assert(
    fc.property(
      calendars(),
      minutesNear(),
      fc.nat(2000),
      fc.nat(2000),
      fc.constantFrom(1, -1),
      (calendar, from, a, b, sign) => {
        const half = addWorkingTime(calendar, ms(from), a * sign);
        assert.equal(addWorkingTime(calendar, half, b * sign), addWorkingTime(calendar, ms(from), (a + b) * sign));
        const [x, y, z] = [ms(from), ms(from + a), ms(from + a - b)];
        const span = (start: number, end: number) => elapsedWorkingTime(calendar, start, end);
        assert.equal(span(x, y) + span(y, z), span(x, z));
        assert.equal(span(y, x), 0 - span(x, y));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a pause takes away exactly the working time inside it, and nothing when that is none', () => {
  fc.assert(
    fc.property(calendars(), minutesNear(), fc.nat(20_000), fc.nat(20_000), fc.nat(20_000), (calendar, a, b, c, d) => {
      const [from, start, end, to] = [ms(a), ms(a + b), ms(a + b + c), ms(a + b + c + d)];
      const pause = { from: start, to: end, reason: 'waiting' };
      const whole = elapsedWorkingTime(calendar, from, to);
      const inside = elapsedWorkingTime(calendar, start, end);
      assert.equal(elapsedWorkingTime(calendar, from, to, { pauses: [pause] }), whole - inside);
      // Named twice, it still counts once.
      assert.equal(elapsedWorkingTime(calendar, from, to, { pauses: [pause, pause] }), whole - inside);
      // The end moves to where the time inside has been worked after it.
      const minutes = elapsedWorkingTime(calendar, from, start) + 1;
      assert.equal(
        addWorkingTime(calendar, from, minutes, { pauses: [pause] }),
        inside === 0 ? addWorkingTime(calendar, from, minutes) : addWorkingTime(calendar, end, 1),
      );
    }),
    { numRuns: 1000 },
  );
});

test('the end is the end of a block, the moment itself for 0, and the start of a block going back', () => {
  const add = (from: string, minutes: number) => addWorkingTime(vietnamCalendar, from, minutes);
  assert.equal(add('2026-02-13T16:00:00+07:00', 60), '2026-02-13T10:00:00.000Z');
  assert.equal(add('2026-02-13T16:00:00+07:00', 61), '2026-02-23T00:31:00.000Z');
  assert.equal(add('2026-02-15T16:00:00+07:00', 0), '2026-02-15T09:00:00.000Z');
  assert.equal(add('2026-02-23T08:30:00+07:00', -60), '2026-02-23T00:30:00.000Z');
  assert.equal(add('2026-02-23T08:30:00+07:00', -61), '2026-02-13T09:59:00.000Z');
});

test('the moment comes back in the kind it was given', () => {
  const start = Date.UTC(2026, 1, 13, 1);
  const end = start + 3_600_000;
  assert.equal(addWorkingTime(vietnamCalendar, start, 60), end);
  assert.deepEqual(addWorkingTime(vietnamCalendar, new Date(start), 60), new Date(end));
  assert.equal(addWorkingTime(vietnamCalendar, '2026-02-13T01:00:00Z', 60), new Date(end).toISOString());
});

test('hours of single weekdays, and a make-up day as a full day', () => {
  const office: WorkCalendar = {
    ...vietnamCalendar,
    weekdays: [1, 2, 3, 4, 5, 6],
    weekdayShifts: { 6: [{ start: '07:30', end: '11:30' }] },
  };
  const minutesOn = (calendar: WorkCalendar, date: string) =>
    elapsedWorkingTime(calendar, `${date}T00:00:00+07:00`, `${date}T23:59:59+07:00`);
  assert.equal(minutesOn(office, '2026-08-15'), 240);
  assert.equal(minutesOn(office, '2026-08-22'), 450);
  assert.equal(minutesOn(vietnamCalendar, '2026-08-22'), 450);
  assert.equal(minutesOn(vietnamCalendar, '2026-08-15'), 0);
});

test('the zone history of Việt Nam is kept: UTC+8 until 13 June 1975', () => {
  const calendar: WorkCalendar = { ...vietnamCalendar, weekdays: [1, 2, 3, 4, 5, 6, 7] };
  const start = (from: string) => addWorkingTime(calendar, addWorkingTime(calendar, from, 1), -1);
  assert.equal(start('1975-06-10T16:00:00Z'), '1975-06-10T23:30:00.000Z');
  assert.equal(start('1975-06-20T16:00:00Z'), '1975-06-21T00:30:00.000Z');
});

test('dates before 1970 are days like any other', () => {
  assert.equal(addWorkingTime(vietnamCalendar, '1960-02-15T02:00:00Z', 60), '1960-02-15T03:00:00.000Z');
  const back = addWorkingTime(vietnamCalendar, '1970-01-02T02:00:00Z', -600);
  assert.equal(elapsedWorkingTime(vietnamCalendar, back, '1970-01-02T02:00:00Z'), 600);
});

test('a day whose midnight the clocks jump over begins and ends where they jump', () => {
  const allDay = { id: 'x', version: '1', weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [], makeUpDays: [] };
  const shifts = [{ start: '00:00', end: '24:00' }];
  // Zone, the last hour before the jump (UTC), its length in a calendar that leaves the day after out.
  for (const [timeZone, jump, next] of [
    ['America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
    ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
    ['America/Havana', '2026-03-08T05:00:00Z', '2026-03-08'],
  ] as const) {
    const calendar: WorkCalendar = { ...allDay, shifts, timeZone, holidays: [{ date: next, name: 'Ngày đổi giờ' }] };
    const before = Date.parse(jump) - 3_600_000;
    assert.equal(elapsedWorkingTime(calendar, before, before + 5 * 3_600_000), 60, timeZone);
  }
});

const at = '2026-02-13T16:00:00+07:00';
const bad: [string, string, () => unknown][] = [
  ['not-an-instant', '/instant', () => addWorkingTime(vietnamCalendar, '2026-02-13T16:00:00', 1)],
  ['not-an-instant', '/instant', () => addWorkingTime(vietnamCalendar, '2026-02-13', 1)],
  ['not-an-instant', '/instant', () => addWorkingTime(vietnamCalendar, '2026-02-13T24:30:00Z', 1)],
  ['not-a-date', '/instant', () => addWorkingTime(vietnamCalendar, '2026-02-30T16:00:00Z', 1)],
  ['not-an-instant', '/instant', () => addWorkingTime(vietnamCalendar, Number.NaN, 1)],
  ['not-an-instant', '/instant', () => addWorkingTime(vietnamCalendar, new Date('?'), 1)],
  ['not-an-instant', '/instant', () => addWorkingTime(vietnamCalendar, undefined as unknown as Instant, 1)],
  ...[['2026-02-13T16:00:00Z'], [5], true, 10n, {}].map((wrong): [string, string, () => unknown] => [
    'not-an-instant',
    '/instant',
    () => addWorkingTime(vietnamCalendar, wrong as unknown as Instant, 1),
  ]),
  ['not-an-instant', '/to', () => elapsedWorkingTime(vietnamCalendar, at, 1e18)],
  ['not-minutes', '/minutes', () => addWorkingTime(vietnamCalendar, at, Number.NaN)],
  ['not-minutes', '/minutes', () => addWorkingTime(vietnamCalendar, at, Infinity)],
  ['out-of-range', '/minutes', () => addWorkingTime(vietnamCalendar, at, 1e15)],
  ['out-of-range', '/minutes', () => addWorkingTime({ ...vietnamCalendar, shifts: [] }, at, 1)],
  ['unknown-time-zone', '/calendar/timeZone', () => addWorkingTime({ ...vietnamCalendar, timeZone: 'Mars' }, at, 1)],
  [
    'unknown-time-zone',
    '/calendar/timeZone',
    () => addWorkingTime({ ...vietnamCalendar, timeZone: undefined as unknown as string }, at, 1),
  ],
  [
    'bad-shifts',
    '/calendar/shifts',
    () => addWorkingTime({ ...vietnamCalendar, shifts: [{ start: '22:00', end: '06:00' }] }, at, 1),
  ],
  [
    'bad-shifts',
    '/calendar/shifts',
    () => addWorkingTime({ ...vietnamCalendar, shifts: [null as unknown as Shift] }, at, 1),
  ],
  [
    'bad-shifts',
    '/calendar/shifts',
    () => addWorkingTime({ ...vietnamCalendar, shifts: [{ start: '11:30', end: '07:30' }] }, at, 1),
  ],
  [
    'bad-shifts',
    '/calendar/weekdayShifts/6',
    () => addWorkingTime({ ...vietnamCalendar, weekdayShifts: { 6: [{ start: '7:30', end: '11:30' }] } }, at, 1),
  ],
  [
    'bad-pause',
    '/options/pauses/0',
    () => elapsedWorkingTime(vietnamCalendar, at, at, { pauses: [{ from: at, reason: '' }] }),
  ],
  [
    'bad-pause',
    '/options/pauses/0',
    () =>
      elapsedWorkingTime(vietnamCalendar, at, at, { pauses: [{ from: at, to: '2026-02-12T00:00:00Z', reason: 'x' }] }),
  ],
  [
    'out-of-range',
    '/minutes',
    () => addWorkingTime(vietnamCalendar, at, 90, { pauses: [{ from: '2026-02-13T16:30:00+07:00', reason: 'x' }] }),
  ],
];

for (const [index, [code, pointer, run]] of bad.entries()) {
  test(`refuses bad input ${index + 1}: ${code} at ${pointer}`, () => {
    assert.throws(run, (error) => {
      assert.ok(isInputError(error));
      assert.deepEqual([error.code, error.pointer], [code, pointer]);
      return true;
    });
  });
}
