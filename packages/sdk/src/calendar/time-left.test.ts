import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { inTimeFrom, timeLeft } from './time-left.ts';
import { vietnamCalendar } from './vietnam.ts';

const left = (due: string, now: string) => timeLeft(vietnamCalendar, `${due}T23:59:59.999+07:00`, `${now}:00+07:00`);

test('what is left counts working days: a weekend, a holiday and a make-up day count as what they are', () => {
  assert.deepEqual(left('2026-11-27', '2026-11-27T08:00'), { class: 'soon', workingDays: 0 });
  assert.deepEqual(left('2026-12-01', '2026-11-27T08:00'), { class: 'soon', workingDays: 2 });
  assert.deepEqual(left('2026-12-02', '2026-11-27T08:00'), { class: 'in-time', workingDays: 3 });
  // 24/11/2026 is a day off.
  assert.deepEqual(left('2026-11-26', '2026-11-23T08:00'), { class: 'soon', workingDays: 2 });
});

test('overdue counts the working days that have begun since', () => {
  assert.deepEqual(left('2026-11-27', '2026-11-28T00:00'), { class: 'overdue', workingDays: 0 });
  assert.deepEqual(left('2026-11-27', '2026-11-30T00:00'), { class: 'overdue', workingDays: -1 });
  assert.deepEqual(left('2026-11-20', '2026-11-27T23:59'), { class: 'overdue', workingDays: -4 });
});

test('the bound for databases agrees with it at any moment', () => {
  const moment = fc.date({ min: new Date('2025-12-01Z'), max: new Date('2027-02-01Z'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.integer({ min: -10, max: 20 }), fc.integer({ min: 0, max: 9 }), (at, days, soonDays) => {
      const now = at.toISOString();
      const due = new Date(at.getTime() + days * 86_400_000).toISOString();
      const expected = due < now ? 'overdue' : due < inTimeFrom(vietnamCalendar, now, soonDays) ? 'soon' : 'in-time';
      assert.equal(timeLeft(vietnamCalendar, due, now, soonDays).class, expected);
    }),
  );
});
