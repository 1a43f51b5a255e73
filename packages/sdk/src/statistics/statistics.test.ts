import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countDistribution } from './counts.ts';
import { chiSquaredUpperTail, fQuantile, fUpperTail } from './distributions.ts';
import r from './fixtures/r-distributions.json' with { type: 'json' };
import { normalQuantile, normalUpperTail } from './normal.ts';
import { seededRandom } from './random.ts';
import { studentTwoSided } from './student.ts';

function near(actual: number, expected: number, relative: number, what: string) {
  assert.ok(
    Math.abs(actual - expected) <= relative * Math.abs(expected) + 1e-300,
    `${what}: ${actual} for ${expected}`,
  );
}

test('normal tail and quantile, far into the tail', () => {
  for (const [x, tail] of r.normal as [number, number][]) near(normalUpperTail(x), tail, 1e-12, `P(Z > ${x})`);
  for (const [tail, x] of r.quantile as [number, number][])
    assert.ok(Math.abs(normalQuantile(tail) - x) < 1e-12, `z of ${tail}`);
});

test('Student’s t with whole degrees of freedom', () => {
  for (const [t, df, p] of r.student as [number, number, number][])
    assert.ok(Math.abs(studentTwoSided(t, df) - p) < 1e-13, `t = ${t}, df = ${df}`);
});

test('Poisson and negative binomial quantiles and tails', () => {
  for (const [mean, dispersion, tail, quantile] of r.countQuantile as [number, number, number, number][])
    assert.equal(countDistribution(mean, dispersion).quantile(tail), quantile, `${mean} ${dispersion} ${tail}`);
  for (const [mean, dispersion, y, p] of r.countTail as [number, number, number, number][])
    near(countDistribution(mean, dispersion).atLeast(y), p, 1e-10, `P(Y ≥ ${y}) at ${mean}, ${dispersion}`);
});

test('F and χ² keep their digits in the far tail', () => {
  for (const [tail, df1, df2] of [
    [0.025, 5, 15],
    [1e-12, 3, 400],
    [0.999, 59, 2.5],
  ] as const)
    near(fUpperTail(fQuantile(tail, df1, df2), df1, df2), tail, 1e-12, `F ${tail} ${df1} ${df2}`);
  for (const [f, df1, df2, p] of r.fTail as [number, number, number, number][])
    near(fUpperTail(f, df1, df2), p, 1e-12, `P(F > ${f}), ${df1} and ${df2}`);
  for (const [x, df, p] of r.chiSquaredTail as [number, number, number][])
    near(chiSquaredUpperTail(x, df), p, 1e-12, `P(χ² > ${x}), ${df}`);
  near(chiSquaredUpperTail(200, 2), Math.exp(-100), 1e-12, 'χ² with 2 degrees is exponential');
});

test('random numbers depend on the seed alone and fill [0, 1)', () => {
  const first = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
  assert.deepEqual(first(42), first(42));
  assert.notDeepEqual(first(42), first(43));
  assert.deepEqual(
    first(1).map((x) => Math.round(x * 1e6)),
    [133427, 760942, 163698],
  );
  const many = Array.from({ length: 50_000 }, seededRandom(5));
  const mean = many.reduce((sum, x) => sum + x, 0) / many.length;
  assert.ok(Math.abs(mean - 0.5) < 0.005 && many.every((x) => x >= 0 && x < 1));
  assert.throws(() => seededRandom(-1));
  assert.throws(() => seededRandom(0.5));
});
