import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ears } from './ears.ts';
import { alarms, near } from './testkit/compare.ts';
import { measure, simulate } from './testkit/simulate.ts';
import { weekdayAdjusted } from './weekday-adjusted.ts';

test('on petition-like counts: at most 2 false alarms per 100 days, at least 65 % of build-ups found', () => {
  const series = simulate({ mean: 5, overdispersion: 0.15, runs: 400, seed: 8 });
  const ours = measure(series, (counts) => weekdayAdjusted(counts));
  assert.ok(ours.falseAlarms <= 2 && ours.detected >= 0.65, JSON.stringify(ours));
  const c2 = measure(series, (counts) => ears(counts, { method: 'C2' }));
  assert.ok(c2.falseAlarms > 1.5 * ours.falseAlarms && c2.detected < ours.detected, JSON.stringify(c2));
});

const week = [12, 10, 10, 9, 9, 2, 1];
const weeks = (many: number) => Array.from({ length: many * 7 }, (_, day) => week[day % 7]!);

test('a steady week is expected as it is, and a Monday’s count on a Sunday is not usual', () => {
  const points = weekdayAdjusted([...weeks(6), 12]);
  const monday = points.at(-1)!;
  assert.ok(Math.abs(monday.expected! - 12) < 1.5 && !monday.alarm);
  const sunday = weekdayAdjusted([...weeks(5).slice(0, -1), 12]).at(-1)!;
  assert.ok(sunday.expected! < 3 && sunday.alarm && sunday.p! < 0.001);
});

test('upper is the line between calm and alarm, and the sum starts anew after an alarm', () => {
  const [series] = simulate({ mean: 8, overdispersion: 0.3, runs: 1, seed: 4 });
  const points = weekdayAdjusted(series!, { minCount: 0, h: 2 });
  let alarmed = 0;
  for (const { observed, upper, alarm, index } of points)
    if (upper !== null) {
      assert.equal(alarm, observed! >= upper, `day ${index}`);
      alarmed += Number(alarm);
    }
  assert.ok(alarmed > 0);
});

test('constant, zero, short, sparse and gapped series', () => {
  const last = (counts: (number | null)[]) => weekdayAdjusted(counts).at(-1)!;
  const flat = Array.from({ length: 40 }, () => 4);
  near(last(flat).expected, 4, 'expected', 1e-12);
  assert.deepEqual([last(flat).alarm, last(flat).reason], [false, undefined]);
  assert.equal(last([...flat, 20]).alarm, true);
  assert.deepEqual([last(flat.slice(0, 30)).reason, last(flat.slice(0, 30)).upper], ['short-baseline', null]);
  const zeros = flat.map(() => 0);
  assert.deepEqual([last(zeros).reason, last(zeros).alarm], ['zero-baseline', false]);
  assert.deepEqual([last([...zeros, 2]).alarm, last([...zeros, 3]).alarm], [false, true]);
  assert.deepEqual([last([...flat, null]).reason, last([...flat, null]).expected], ['missing', null]);
  const weekdaysOnly = weeks(6).map((count, day) => (day % 7 > 4 ? null : count));
  assert.equal(last([...weekdaysOnly, 60]).reason, 'gap-in-baseline');
  assert.deepEqual(alarms(weekdayAdjusted([...weekdaysOnly, 60])), [42]);
  assert.equal(last([...flat.map((count, day) => (day % 3 ? null : count)), 60]).upper, null);
  const sparse = last([...Array.from({ length: 40 }, (_, day) => Number(day % 20 === 0)), 2]);
  assert.deepEqual([sparse.alarm, sparse.reason], [false, 'below-minimum']);
  assert.deepEqual(weekdayAdjusted([]), []);
});
