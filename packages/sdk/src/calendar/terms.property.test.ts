import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addTerm, countWorkingDays, isWorkingDay, type WorkCalendar } from './index.ts';
import { calendars } from './testkit/arbitraries.ts';
import { dayAfter, isDayWorked, walkTerm } from './testkit/minute-oracle.ts';

const dates = fc
  .integer({ min: -120, max: 120 })
  .map((days) => new Date(Date.UTC(2026, 1, 15 + days)).toISOString().slice(0, 10));

const add = (calendar: WorkCalendar, from: string, amount: number, rollToWorkingDay = false) =>
  addTerm(calendar, from, { amount, unit: 'working-day' }, { rollToWorkingDay });

test('5,000 random terms agree with a walk from date to date', () => {
  fc.assert(
    fc.property(calendars(), dates, fc.nat(60), fc.boolean(), (calendar, from, amount, workingOnly) => {
      const unit = workingOnly ? 'working-day' : 'calendar-day';
      const end = addTerm(calendar, from, { amount, unit });
      assert.equal(end, walkTerm(calendar, from, amount, workingOnly));
      let rolled = end;
      while (!isDayWorked(calendar, rolled)) rolled = dayAfter(rolled);
      assert.equal(addTerm(calendar, from, { amount, unit }, { rollToWorkingDay: true }), rolled);
      assert.equal(isWorkingDay(calendar, from), isDayWorked(calendar, from));
    }),
    { numRuns: 5000, seed: 1 },
  );
});

test('counting is the inverse of adding, additive and antisymmetric', () => {
  fc.assert(
    fc.property(calendars(), dates, dates, dates, fc.nat(400), (calendar, a, b, c, amount) => {
      assert.equal(countWorkingDays(calendar, a, add(calendar, a, amount)), amount);
      const count = (after: string, through: string) => countWorkingDays(calendar, after, through);
      assert.equal(count(a, b) + count(b, c), count(a, c));
      assert.equal(count(a, b), 0 - count(b, a));
    }),
  );
});

test('adding working days is additive and monotone, and ends on a working day', () => {
  fc.assert(
    fc.property(calendars(), dates, fc.nat(100), fc.nat(100), (calendar, from, a, b) => {
      const end = add(calendar, from, a + b);
      assert.equal(add(calendar, add(calendar, from, a), b), end);
      assert.ok(add(calendar, dayAfter(from), a + b) >= end);
      assert.ok(add(calendar, from, a + b + 1) > end);
      if (a + b > 0) assert.ok(isWorkingDay(calendar, end));
      assert.equal(add(calendar, from, a + b, true), a + b > 0 ? end : add(calendar, from, 0, true));
    }),
  );
});

test('a week with a single working day still counts right over thousands of days', () => {
  const calendar: WorkCalendar = {
    id: 'tuesdays',
    version: '1',
    timeZone: 'Asia/Ho_Chi_Minh',
    weekdays: [2],
    holidays: [{ date: '2026-02-17', name: 'Tết' }],
    makeUpDays: [],
  };
  assert.equal(add(calendar, '2026-02-10', 1), '2026-02-24');
  assert.equal(add(calendar, '2026-01-06', 5000), walkTerm(calendar, '2026-01-06', 5000, true));
});
