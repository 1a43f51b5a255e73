import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../statistics/random.ts';
import { cusum } from './cusum.ts';
import { ewma } from './ewma.ts';
import nist from './fixtures/nist-control-charts.json' with { type: 'json' };
import newport from './fixtures/salmonella-newport.json' with { type: 'json' };
import { alarms, near } from './testkit/compare.ts';
import type { CountTransform } from './transform.ts';

test('R’s algo.cusum on the year 2011 in three transforms', () => {
  for (const [name, r] of Object.entries(newport.cusum)) {
    const counts = newport.counts.slice(r.firstIndex1 - 1, r.firstIndex1 - 1 + r.cusum.length);
    const transform = r.trans as CountTransform;
    cusum(counts, { k: r.k, h: r.h, reference: r.m_used, transform }).forEach((point, i) => {
      near(point.statistic, r.cusum[i]!, `${name} ${i}`);
      near(point.upper, r.upperbound[i]!, `${name} upper ${i}`);
      assert.equal(Number(point.alarm), r.alarm[i]);
    });
  }
});

test('NIST’s CUSUM example, both sides', () => {
  const { y, target, k, h, S_hi_S_lo, first_signal_index1 } = nist.cusum;
  const upward = cusum(y, { k, h, reference: target, transform: 'none' });
  const downward = cusum(
    y.map((value) => -value),
    { k, h, reference: -target, transform: 'none' },
  );
  S_hi_S_lo.forEach(([high, low], i) => {
    near(upward[i]!.statistic, high!, `S_hi ${i}`, 1e-9);
    near(downward[i]!.statistic, low!, `S_lo ${i}`, 1e-9);
  });
  assert.equal(alarms(upward)[0], first_signal_index1 - 1);
});

test('NIST’s EWMA example with its limits', () => {
  const { y, start, lam, sigma, L, z, UCL_time_varying, UCL_asymptotic } = nist.ewma;
  const points = ewma(y, { lambda: lam, limit: L, mean: start, sigma });
  points.forEach((point, i) => {
    near(point.statistic, z[i + 1]!, `z ${i}`, 1e-12);
    near(point.upper, UCL_time_varying[i]!, `limit ${i}`, 1e-12);
  });
  assert.ok(Math.abs(points.at(-1)!.upper! - UCL_asymptotic) < 1e-3);
  assert.deepEqual(alarms(points), []);
});

test('the time between false alarms is the tabulated run length', () => {
  // One-sided CUSUM with k = 0.5, h = 3 on standard normal values: 117.6 (R package spc 0.6.7, xcusum.arl).
  const random = seededRandom(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const values = Array.from({ length: 200_000 }, normal);
  const count = alarms(cusum(values, { k: 0.5, h: 3, reference: 0, transform: 'none', reset: true })).length;
  assert.ok(Math.abs(values.length / count - 117.6) < 6, `${values.length / count}`);
});

test('after an alarm, reset starts anew', () => {
  const counts = [4, 4, 20, 4, 4, 4, 4];
  const options = { k: 1, h: 3, reference: 4, transform: 'standard' as const };
  assert.deepEqual(alarms(cusum(counts, options)), [2, 3, 4, 5, 6]);
  assert.deepEqual(alarms(cusum(counts, { ...options, reset: true })), [2]);
});

test('a reference per period, a gap and a zero reference', () => {
  const points = cusum([5, null, 5, 1, 0], { k: 0.5, h: 2, reference: [4, 4, 1, 0, 0], transform: 'anscombe' });
  assert.deepEqual(
    points.map((point) => point.reason),
    [undefined, 'missing', undefined, 'zero-baseline', 'zero-baseline'],
  );
  assert.deepEqual(alarms(points), [2, 3]);
  assert.equal(points[1]!.upper, null);
});

test('a series without spread or with a gap', () => {
  const options = { lambda: 0.3, limit: 3, mean: 4, sigma: 0 };
  const points = ewma([4, null, 4.5], options);
  assert.deepEqual(
    points.map((point) => point.reason),
    ['constant-baseline', 'missing', 'constant-baseline'],
  );
  assert.deepEqual(alarms(points), [2]);
});
