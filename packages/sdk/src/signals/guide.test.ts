import assert from 'node:assert/strict';
import { test } from 'node:test';
import newport from './fixtures/salmonella-newport.json' with { type: 'json' };
import { benjaminiHochberg, cusum, farringtonFlexible, poissonScan } from './index.ts';

test('the numbers of docs/guides/early-warning.md', () => {
  const sums = cusum([4, 5, 7, 8, 9], { k: 0.5, h: 3, reference: 4, transform: 'standard', reset: true });
  assert.deepEqual(
    sums.map((point) => [point.statistic, point.alarm]),
    [
      [0, false],
      [0, false],
      [1, false],
      [2.5, false],
      [4.5, true],
    ],
  );

  const weeks = farringtonFlexible(newport.counts, {
    frequency: 52,
    start: newport.start,
    years: 4,
    noPeriods: 10,
    alpha: 0.01,
    pThresholdTrend: 1,
    pastWeeksNotIncluded: 26,
    thresholdMethod: 'nbPlugin',
    range: [407, 412],
  });
  assert.deepEqual(
    weeks.map(({ observed, expected, upper, alarm }) => [observed, Number(expected!.toFixed(1)), upper, alarm]),
    [
      [3, 2.4, 7, false],
      [9, 2.5, 7, true],
      [41, 2.4, 7, true],
      [45, 2.2, 7, true],
      [17, 1.9, 6, true],
      [3, 1.6, 5, false],
    ],
  );

  const { cluster } = poissonScan({ cases: newport.counts.slice(306, 410), windows: 26, seed: 1 });
  assert.deepEqual(
    [cluster!.window, cluster!.cases, cluster!.p, cluster!.recurrenceInterval],
    [[103, 103], 41, 0.001, 1000],
  );
  assert.deepEqual([cluster!.expected.toFixed(2), cluster!.llr.toFixed(2)], ['2.09', '86.94']);
  assert.deepEqual(benjaminiHochberg([0.001, 0.008, 0.039, 0.041, 0.3], 0.05).rejected, [
    true,
    true,
    false,
    false,
    false,
  ]);
});
