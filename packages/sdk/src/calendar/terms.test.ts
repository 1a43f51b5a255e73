import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../errors/index.ts';
import {
  addTerm,
  countWorkingDays,
  isWorkingDay,
  provisionalYears,
  vietnamCalendar,
  type Term,
  type TermUnit,
  type WorkCalendar,
} from './index.ts';

// Start, amount, unit, roll-over, end. Published vectors for the 2026 calendar with its two swapped Saturdays.
const vectors: [string, number, TermUnit, boolean, string][] = [
  ['2026-02-13', 10, 'working-day', false, '2026-03-06'],
  ['2026-04-24', 10, 'working-day', false, '2026-05-13'],
  ['2026-08-21', 5, 'working-day', false, '2026-08-27'],
  ['2026-08-28', 5, 'working-day', false, '2026-09-09'],
  ['2026-11-20', 7, 'working-day', false, '2026-12-02'],
  ['2026-04-01', 30, 'calendar-day', true, '2026-05-04'],
  ['2026-01-18', 30, 'calendar-day', true, '2026-02-23'],
  ['2026-10-25', 30, 'calendar-day', true, '2026-11-25'],
];

for (const [from, amount, unit, rollToWorkingDay, end] of vectors) {
  test(`${amount} ${unit} from ${from} end on ${end}`, () => {
    assert.equal(addTerm(vietnamCalendar, from, { amount, unit }, { rollToWorkingDay }), end);
    if (unit === 'working-day') assert.equal(countWorkingDays(vietnamCalendar, from, end), amount);
  });
}

const raw = (from: string) => addTerm(vietnamCalendar, from, { amount: 30, unit: 'calendar-day' });
const months = (from: string, amount: number) => addTerm(vietnamCalendar, from, { amount, unit: 'month' });

test('the end stays on a day off unless roll-over is asked for', () => {
  assert.deepEqual(['2026-04-01', '2026-01-18', '2026-10-25'].map(raw), ['2026-05-01', '2026-02-17', '2026-11-24']);
});

test('a month ends on the same-numbered day or the last day of a shorter month', () => {
  assert.equal(months('2026-01-31', 1), '2026-02-28');
  assert.equal(months('2028-01-31', 1), '2028-02-29');
  assert.equal(months('2028-02-29', 12), '2029-02-28');
  assert.equal(months('2026-08-31', 1), '2026-09-30');
  assert.equal(months('2026-10-15', 3), '2027-01-15');
  assert.equal(months('2026-12-31', 0), '2026-12-31');
});

test('24/11 is a day off from 2026, not in 2025', () => {
  assert.equal(isWorkingDay(vietnamCalendar, '2025-11-24'), true);
  assert.equal(isWorkingDay(vietnamCalendar, '2026-11-24'), false);
});

test('counting backwards gives days overdue', () => {
  assert.equal(countWorkingDays(vietnamCalendar, '2026-03-06', '2026-02-13'), -10);
  assert.equal(countWorkingDays(vietnamCalendar, '2026-03-06', '2026-03-06'), 0);
});

test('years without an announcement are named, also those beyond the table', () => {
  assert.deepEqual(provisionalYears(vietnamCalendar, '2025-03-01', '2026-12-31'), []);
  assert.deepEqual(provisionalYears(vietnamCalendar, '2026-12-20', '2028-01-05'), [2027, 2028]);
  assert.deepEqual(provisionalYears(vietnamCalendar, '2035-01-05', '2035-01-06'), [2035]);
});

test('a calendar that does not say which years are announced is sure of those it lists holidays of', () => {
  const { announcedYears: _, ...calendar } = vietnamCalendar;
  const only2026 = { ...calendar, holidays: [{ date: '2026-11-24', name: 'Ngày nghỉ' }] };
  assert.deepEqual(provisionalYears(only2026, '2025-12-20', '2027-01-05'), [2025, 2027]);
  assert.deepEqual(provisionalYears({ ...only2026, announcedYears: [2027] }, '2026-12-20', '2027-01-05'), [2026]);
});

const plain = { id: 'x', version: '1', timeZone: 'UTC', weekdays: [1], holidays: [], makeUpDays: [] };
const broken = (change: object) => addTerm({ ...plain, ...change } as WorkCalendar, '2026-02-03', day);

const day = { amount: 1, unit: 'working-day' } as const;
const bad: [string, string, () => unknown][] = [
  ['not-a-list', '/calendar/weekdays', () => addTerm(null as unknown as WorkCalendar, '2026-02-03', day)],
  ['not-a-list', '/calendar/weekdays', () => broken({ weekdays: undefined })],
  ['not-a-list', '/calendar/holidays', () => broken({ holidays: undefined })],
  ['not-a-list', '/calendar/makeUpDays', () => broken({ makeUpDays: null })],
  ['not-a-date', '/calendar/holidays/0/date', () => broken({ holidays: [null] })],
  ['not-an-amount', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', undefined as unknown as Term)],
  ['not-a-date', '/from', () => addTerm(vietnamCalendar, '2026-02-30', day)],
  ['not-a-date', '/from', () => addTerm(vietnamCalendar, '2026-2-3', day)],
  ['not-a-date', '/from', () => addTerm(vietnamCalendar, '2026-02-03T00:00:00Z', day)],
  ['not-a-date', '/from', () => addTerm(vietnamCalendar, undefined as unknown as string, day)],
  ['not-a-date', '/through', () => countWorkingDays(vietnamCalendar, '2026-02-03', '2027-02-29')],
  ['not-a-date', '/after', () => countWorkingDays(vietnamCalendar, '', '2027-02-28')],
  [
    'not-a-date',
    '/calendar/holidays/1/date',
    () => {
      const holidays = [
        { date: '2026-01-01', name: 'a' },
        { date: '01/05/2026', name: 'b' },
      ];
      return addTerm({ ...vietnamCalendar, holidays }, '2026-02-03', day);
    },
  ],
  ['not-a-weekday', '/calendar/weekdays', () => addTerm({ ...vietnamCalendar, weekdays: [1, 0] }, '2026-02-03', day)],
  ['not-an-amount', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', { ...day, amount: Number.NaN })],
  ['not-an-amount', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', { ...day, amount: -1 })],
  ['not-an-amount', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', { ...day, amount: 1.5 })],
  ['not-an-amount', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', { ...day, amount: Infinity })],
  ['unknown-unit', '/term/unit', () => addTerm(vietnamCalendar, '2026-02-03', { amount: 1, unit: 'week' as TermUnit })],
  ['out-of-range', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', { amount: 1e15, unit: 'month' })],
  [
    'out-of-range',
    '/term/amount',
    () => addTerm(vietnamCalendar, '2026-02-03', { amount: 1e15, unit: 'calendar-day' }),
  ],
  [
    'out-of-range',
    '/term/amount',
    () => addTerm({ ...vietnamCalendar, weekdays: [] }, '2026-02-03', { ...day, amount: 3 }),
  ],
  ['out-of-range', '/term/amount', () => addTerm(vietnamCalendar, '2026-02-03', { ...day, amount: 1e15 })],
];

for (const [index, [code, pointer, run]] of bad.entries()) {
  test(`refuses bad input ${index + 1}: ${code} at ${pointer}`, () => {
    assert.throws(run, (error) => {
      assert.ok(isInputError(error));
      assert.deepEqual([error.code, error.pointer], [code, pointer]);
      assert.ok(error.text.vi && error.text.en);
      return true;
    });
  });
}
