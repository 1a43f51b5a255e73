import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInputError } from '../errors/index.ts';
import {
  cusum,
  ears,
  ewma,
  farringtonFlexible,
  signalReasons,
  weekdayAdjusted,
  type Series,
  type SignalPoint,
} from './index.ts';

/** Every detector in several settings. */
const detectors: Record<string, (counts: Series) => SignalPoint[]> = {
  C1: (counts) => ears(counts, { method: 'C1' }),
  C2: (counts) => ears(counts, { method: 'C2', minSigma: 0.5, minCount: 2 }),
  C3: (counts) => ears(counts, { method: 'C3' }),
  'C3-surveillance': (counts) => ears(counts, { method: 'C3-surveillance' }),
  weekdayAdjusted: (counts) => weekdayAdjusted(counts, { baseline: 14 }),
  cusum: (counts) => cusum(counts, { k: 1, h: 3, reference: 3, transform: 'rossi', reset: true }),
  ewma: (counts) => ewma(counts, { lambda: 0.3, limit: 3, mean: 3, sigma: 1.7 }),
  farrington: (counts) =>
    farringtonFlexible(counts, { frequency: 12, years: 2, halfWindow: 1, limit54: [0, 1], noPeriods: 3 }),
  farringtonByDate: (counts) =>
    farringtonFlexible(counts, {
      frequency: 52,
      start: '2025-12-29',
      years: 1,
      halfWindow: 2,
      thresholdMethod: 'nbPlugin',
      limit54: [2, 4],
    }),
};

const count = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const history = fc.array(count, { minLength: 0, maxLength: 70 });

for (const [name, detect] of Object.entries(detectors)) {
  test(`${name}: the future never changes the past`, () => {
    fc.assert(
      fc.property(history, history, (past, future) => {
        assert.deepEqual(detect([...past, ...future]).slice(0, past.length), detect(past));
      }),
      { numRuns: 60 },
    );
  });

  test(`${name}: one point per period, and no answer without a reason`, () => {
    fc.assert(
      fc.property(history, (counts) => {
        detect(counts).forEach((point, i) => {
          assert.equal(point.index, i);
          assert.equal(point.observed, counts[i]);
          for (const value of [point.expected, point.upper, point.statistic, point.p ?? 0])
            assert.ok(value === null || Number.isFinite(value), JSON.stringify(point));
          if (point.upper === null || point.statistic === null) assert.ok(point.reason, JSON.stringify(point));
          if (point.upper === null) assert.equal(point.alarm, false);
          if (point.reason) assert.ok(signalReasons[point.reason].vi && signalReasons[point.reason].en);
        });
      }),
      { numRuns: 60 },
    );
  });

  test(`${name}: a typed array is a list like any other`, () => {
    const counts = Array.from({ length: 90 }, (_, i) => 2 + ((i * 7) % 5));
    counts[88] = 30;
    for (const typed of [Uint8Array.from(counts), Int32Array.from(counts), Float64Array.from(counts)])
      assert.deepEqual(detect(typed), detect(counts));
  });

  test(`${name}: bad series are refused with the place`, () => {
    const sparse = [1, 2, 3, 4];
    delete sparse[2];
    assert.throws(
      () => detect(sparse),
      (error) => isInputError(error) && /^\/(counts|values)\/2$/.test(error.pointer),
    );
    for (const bad of [NaN, Infinity, -1, 1.5, '3']) {
      if (name === 'ewma' && (bad === -1 || bad === 1.5)) continue;
      assert.throws(
        () => detect([1, 2, bad as number]),
        (error) => isInputError(error) && /^\/(counts|values)\/2$/.test(error.pointer),
      );
    }
    assert.throws(() => detect('123' as unknown as number[]), isInputError);
  });
}

test('options out of range are refused with the place', () => {
  const refused = (act: () => unknown, pointer: string) =>
    assert.throws(act, (error) => isInputError(error) && error.pointer === pointer && error.text.vi !== '');
  refused(() => ears([1], { method: 'C4' as 'C1' }), '/options/method');
  refused(() => ears([1], { method: 'C1', baseline: 2 }), '/options/baseline');
  refused(() => ears([1], { method: 'C2', guardBand: -1 }), '/options/guardBand');
  refused(() => ears([1], { method: 'C2', alpha: 0 }), '/options/alpha');
  refused(() => weekdayAdjusted([1], { baseline: 7 }), '/options/baseline');
  refused(() => cusum([1], { k: 1, h: 3, reference: [1, 2], transform: 'rossi' }), '/options/reference');
  refused(() => cusum([1], { k: 1, h: 3, reference: [NaN], transform: 'rossi' }), '/options/reference/0');
  refused(() => cusum([1], { k: NaN, h: 3, reference: 1, transform: 'rossi' }), '/options/k');
  refused(() => ewma([1], { lambda: 0, limit: 3, mean: 0, sigma: 1 }), '/options/lambda');
  refused(() => ewma([1], { lambda: 0.2, limit: 3, mean: 0, sigma: -1 }), '/options/sigma');
  refused(() => farringtonFlexible([1], { frequency: 52, start: '2026-02-30' }), '/options/start');
  refused(() => farringtonFlexible([1], { frequency: 52, noPeriods: 50 }), '/options/noPeriods');
  refused(() => farringtonFlexible([1], { frequency: 52, range: [0, 1] }), '/options/range/1');
  refused(() => farringtonFlexible([1], { frequency: 52, limit54: [5, 0] }), '/options/limit54/1');
  refused(() => farringtonFlexible([1], {} as { frequency: number }), '/options/frequency');
  const none = undefined as never;
  refused(() => ears([1], none), '/options');
  refused(() => cusum([1], none), '/options');
  refused(() => ewma([1], none), '/options');
  refused(() => farringtonFlexible([1], none), '/options');
});
