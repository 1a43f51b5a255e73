import assert from 'node:assert/strict';
import { test } from 'node:test';
import newport from './fixtures/salmonella-newport.json' with { type: 'json' };
import { ears, type EarsOptions } from './ears.ts';
import { alarms, near } from './testkit/compare.ts';

test('R’s earsC on 528 weeks: bounds and alarms in nine settings', () => {
  for (const [name, { method, alpha, baseline, minSigma, firstIndex1, upperbound, alarmIndices1 }] of Object.entries(
    newport.ears,
  )) {
    const ours = method === 'C3' ? 'C3-surveillance' : (method as 'C1' | 'C2');
    const points = ears(newport.counts, { method: ours, alpha, baseline, minSigma });
    upperbound.forEach((upper, i) => near(points[firstIndex1 - 1 + i]!.upper, upper, `${name} ${i}`));
    const from = firstIndex1 - 1;
    assert.deepEqual(
      alarms(points.slice(from, from + upperbound.length)),
      alarmIndices1.map((i) => i - 1),
      name,
    );
  }
});

test('the textbook statistics, and alarms above 3, 3 and 2', () => {
  for (const method of ['C1', 'C2', 'C3'] as const) {
    const points = ears(newport.counts, { method });
    newport.textbook[method].forEach((value, i) => {
      if (value === null) return assert.equal(points[i]!.statistic, null);
      near(points[i]!.statistic, value, `${method} ${i}`);
      assert.equal(points[i]!.alarm, value > (method === 'C3' ? 2 : 3));
    });
  }
});

test('a spike raises C3 on its own day; the package’s C3 only afterwards', () => {
  const counts = Array.from({ length: 44 }, (_, i) => 3 + (i % 3));
  counts[40] = 20;
  const on = (method: EarsOptions['method']) => alarms(ears(counts, { method }));
  assert.deepEqual(on('C3'), [40, 41, 42]);
  assert.deepEqual(on('C3-surveillance'), [41, 42]);
  const points = ears(counts, { method: 'C3' });
  assert.deepEqual([points[40]!.reason, points[41]!.reason, points[41]!.upper], [undefined, 'carried-over', 0]);
});

test('upper is the line between calm and alarm', () => {
  for (const method of ['C1', 'C2', 'C3'] as const)
    for (const { observed, upper, alarm, reason } of ears(newport.counts, { method }))
      if (upper !== null && reason === undefined && Math.abs(observed! - upper) > 1e-9)
        assert.equal(alarm, observed! > upper);
});

test('C3 says when one of the two days before could not be judged', () => {
  const counts = [3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5, null, 5, 4, 3];
  assert.deepEqual(
    ears(counts, { method: 'C3', baseline: 4 }).map((point) => point.reason),
    [
      ...Array.from({ length: 8 }, () => 'short-baseline'),
      ...Array.from({ length: 4 }),
      'missing',
      'gap-in-baseline',
      'gap-in-baseline',
      'gap-in-baseline',
    ],
  );
  // The last of them because its own baseline has the gap; with C2 it is the only one.
  const c2 = ears(counts, { method: 'C2', baseline: 4 });
  assert.deepEqual([c2[13]!.reason, c2[14]!.reason, c2[15]!.reason], [undefined, undefined, 'gap-in-baseline']);
});

test('constant, zero, short and gapped series', () => {
  const last = (counts: (number | null)[], options: Partial<EarsOptions> = {}) =>
    ears(counts, { method: 'C2', ...options }).at(-1)!;
  const flat = Array.from({ length: 10 }, () => 4);
  assert.deepEqual(last(flat), {
    index: 9,
    observed: 4,
    expected: 4,
    upper: 4,
    statistic: 0,
    alarm: false,
    reason: 'constant-baseline',
  });
  const spike = last([...flat, 5]);
  assert.deepEqual([spike.alarm, spike.statistic, spike.reason], [true, null, 'constant-baseline']);
  assert.equal(last([...flat, 5], { minSigma: 0.5 }).alarm, false);
  const zeros = last([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], { minCount: 3 });
  assert.deepEqual([zeros.alarm, zeros.reason], [false, 'below-minimum']);
  assert.deepEqual(last([1, 2, 3]), {
    index: 2,
    observed: 3,
    expected: null,
    upper: null,
    statistic: null,
    alarm: false,
    reason: 'short-baseline',
  });
  assert.equal(last([1, 2, 3, null, null, 2, 1, 9, 9, 30]).reason, 'gap-in-baseline');
  assert.equal(last([1, 2, 3, null, null, 2, 1, 9, 9, 30]).alarm, true);
  assert.equal(last([1, null, null, null, null, 2, 1, 9, 9, 30]).upper, null);
  assert.deepEqual([last([...flat, null]).reason, last([...flat, null]).upper], ['missing', null]);
  assert.deepEqual(ears([], { method: 'C1' }), []);
});
