import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, lastDay, parseDay, weekdayOf } from './dates.ts';

function check(day: number): void {
  const date = new Date(day * 86_400_000);
  const text = date.toISOString().slice(0, 10);
  assert.equal(formatDay(day), text);
  assert.equal(parseDay(text, ''), day);
  assert.equal(weekdayOf(day), date.getUTCDay() || 7);
}

test('every day from 1600 to 2400, and both ends of the range, agree with the platform', () => {
  for (let day = parseDay('1600-01-01', ''); day <= parseDay('2400-12-31', ''); day += 1) check(day);
  check(parseDay('0000-01-01', ''));
  check(lastDay);
  assert.equal(formatDay(lastDay), '9999-12-31');
});
