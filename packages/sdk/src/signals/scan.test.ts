import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../errors/index.ts';
import { seededRandom } from '../statistics/random.ts';
import sids from './fixtures/nc-sids.json' with { type: 'json' };
import published from './fixtures/poisson-scan.json' with { type: 'json' };
import { poissonLogLikelihoodRatio } from './scan/log-likelihood.ts';
import { multinomial } from './scan/multinomial.ts';
import { poissonScan } from './scan/poisson-scan.ts';
import type { PoissonScanSettings } from './scan/settings.ts';
import { near } from './testkit/compare.ts';

test('the likelihood ratio', () => {
  for (const { C, c, e, llr } of published.kernel)
    near(poissonLogLikelihoodRatio(c, e, C), llr, `${c} ${e} ${C}`, 1e-9);
  near(poissonLogLikelihoodRatio(7, 2, 7), 7 * Math.log(3.5), 'all cases inside', 1e-12);
});

test('in time: the best window up to now, and each window alone', () => {
  for (const { series, maxLen, bestLen, c, e, llr, llrByLen } of published.temporal) {
    const { cluster, secondary } = poissonScan({ cases: series, windows: maxLen, replicates: 9, seed: 1 });
    assert.deepEqual(cluster!.window, [series.length - bestLen, series.length - 1]);
    assert.deepEqual([cluster!.places, cluster!.cases, secondary], [[], c, []]);
    near(cluster!.expected, e, 'expected');
    near(cluster!.llr, llr, 'llr');
    llrByLen.forEach((expected, i) => {
      const alone = poissonScan({ cases: series, windows: [i + 1], replicates: 9, seed: 1 }).cluster;
      near(alone?.llr ?? 0, expected, `window ${i + 1}`);
    });
  }
});

test('in space: sudden infant deaths in North Carolina', () => {
  const coordinates = sids.coordinates as [number, number][];
  for (const [cases, population, r] of [
    [sids.cases, sids.births, sids.first],
    [sids.casesLonger, sids.birthsLonger, sids.longer],
  ] as const) {
    const { cluster, secondary } = poissonScan({ cases, population, coordinates, replicates: 99, seed: 5 });
    near(cluster!.llr, r.llr, 'llr', 1e-9);
    near(cluster!.expected, r.expected, 'expected', 1e-9);
    assert.deepEqual([cluster!.places, cluster!.cases, cluster!.window], [r.places, r.cases, null]);
    assert.equal(cluster!.p, 0.01);
    assert.ok(cluster!.gumbelP < 0.001 && cluster!.recurrenceInterval === 100);
    const seen = new Set(cluster!.places);
    for (const other of secondary) {
      assert.ok(other.llr <= cluster!.llr && other.places.every((place) => !seen.has(place)));
      other.places.forEach((place) => seen.add(place));
    }
  }
});

test('in space and time: an injected outbreak, with the same seed the same answer', () => {
  const random = seededRandom(3);
  const cases = Array.from({ length: 25 }, () => Array.from({ length: 20 }, () => Math.floor(random() * 4)));
  const coordinates = cases.map((_, i) => [i % 5, Math.floor(i / 5)] as const);
  for (const place of [6, 7, 11]) for (const day of [17, 18, 19]) cases[place]![day]! += 6;
  const settings: PoissonScanSettings = { cases, coordinates, windows: 7, replicates: 199, seed: 9 };
  const { cluster } = poissonScan(settings);
  assert.deepEqual(cluster!.window, [17, 19]);
  for (const place of [6, 7, 11]) assert.ok(cluster!.places.includes(place));
  assert.equal(cluster!.p, 1 / 200);
  assert.deepEqual(poissonScan(settings).cluster, cluster);
  // Without coordinates each place stands alone.
  const alone = poissonScan({ ...settings, coordinates: undefined });
  assert.ok([alone.cluster!, ...alone.secondary].every(({ places }) => places.length === 1));
});

test('under chance alone, p is spread evenly', () => {
  const random = seededRandom(21);
  const ps = Array.from({ length: 60 }, (_, seed) => {
    const cases = Array.from({ length: 40 }, () => Number(random() < 0.5) + Number(random() < 0.5));
    return poissonScan({ cases, windows: 8, replicates: 39, seed }).cluster?.p ?? 1;
  });
  const small = ps.filter((p) => p <= 0.1).length;
  assert.ok(small >= 1 && small <= 14, `${small} of 60`);
});

test('great circles and planes agree on neighbours near the equator, not across the date line', () => {
  const places = [
    [179, 0],
    [-179, 0],
    [170, 0],
    [-160, 0],
  ] as const;
  const settings = { cases: [9, 9, 1, 1], population: [1, 1, 1, 1], coordinates: places, replicates: 19, seed: 1 };
  assert.deepEqual(poissonScan({ ...settings, distance: 'great-circle' }).cluster!.places, [0, 1]);
  assert.equal(poissonScan(settings).cluster!.places.length, 1);
});

test('no excess, no cases, nothing expected', () => {
  assert.equal(poissonScan({ cases: [2, 2, 2, 2], replicates: 9, seed: 1 }).cluster, null);
  assert.equal(poissonScan({ cases: [0, 0, 0], replicates: 9, seed: 1 }).cluster, null);
  assert.equal(poissonScan({ cases: [], replicates: 9, seed: 1 }).cluster, null);
  const sparse = [1, 2, 9];
  delete sparse[1];
  const refused = (settings: Partial<PoissonScanSettings>, code: string, pointer: string) =>
    assert.throws(
      () => poissonScan({ cases: [1, 2], replicates: 9, seed: 1, ...settings }),
      (error) => isInputError(error) && error.code === code && error.pointer === `/settings/${pointer}`,
    );
  refused({ expected: [0, 1] }, 'nothing-expected', 'expected/0');
  refused({ expected: [1, 2, 3] }, 'wrong-length', 'expected');
  refused({ cases: [[1, 2], [1]] }, 'ragged-table', 'cases/1');
  refused({ cases: [1, 0.5] }, 'not-a-count', 'cases/1');
  refused({ coordinates: [[0, 1]] }, 'wrong-length', 'coordinates');
  refused({ population: [1, NaN] }, 'not-a-number', 'population/1');
  refused({ seed: 0.5 }, 'not-whole', 'seed');
  refused({ windows: 3 }, 'out-of-range', 'windows');
  refused({ cases: sparse }, 'not-a-count', 'cases/1');
  refused({ cases: [sparse, [1, 2, 3]] }, 'not-a-count', 'cases/0/1');
  const pair = (x: number, y: number, settings: Partial<PoissonScanSettings> = {}) => ({
    coordinates: [
      [0, 0],
      [x, y],
    ] as const,
    ...settings,
  });
  refused(pair(NaN, 1), 'not-a-number', 'coordinates/1/0');
  refused(pair(1, Infinity), 'not-a-number', 'coordinates/1/1');
  refused(pair(21, 105.8, { distance: 'great-circle' }), 'out-of-range', 'coordinates/1/1');
  refused({ coordinates: [[1], [2]] as never }, 'wrong-length', 'coordinates/0');
  assert.throws(() => poissonScan(undefined as never), isInputError);
});

test('no zone to look at is refused, not taken for calm', () => {
  const refused = (settings: PoissonScanSettings) =>
    assert.throws(
      () => poissonScan(settings),
      (error) => isInputError(error) && error.code === 'no-zone' && error.pointer === '/settings',
    );
  // One place holds all that is expected, more than any share below one.
  refused({ cases: [[1, 2, 40]], coordinates: [[105, 21]], seed: 1 });
  refused({
    cases: [1, 2, 40],
    coordinates: [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    maxShare: 0.3,
    seed: 1,
  });
  refused({ cases: [1, 2, 40], windows: [], seed: 1 });
});

test('maxima that do not vary leave the Gumbel p at the Monte-Carlo p', () => {
  const coordinates = [
    [1, 1],
    [2, 2],
    [3, 3],
  ] as const;
  const { cluster } = poissonScan({ cases: [1, 0, 0], coordinates, seed: 1 });
  assert.deepEqual([cluster!.p, cluster!.gumbelP], [1, 1]);
});

test('typed arrays, as a series and as rows', () => {
  const counts = [3, 4, 5, 3, 4, 5, 3, 20];
  const settings = { replicates: 19, seed: 1 };
  assert.deepEqual(
    poissonScan({ ...settings, cases: Uint16Array.from(counts) }),
    poissonScan({ ...settings, cases: counts }),
  );
  const cases = [counts, counts.toReversed()];
  const typed = cases.map((row) => Uint16Array.from(row));
  const population = [100, 200];
  assert.deepEqual(
    poissonScan({ ...settings, cases: typed, population: Float64Array.from(population) }),
    poissonScan({ ...settings, cases, population }),
  );
});

test('cases fall into cells by their shares', () => {
  const into = new Float64Array(4);
  const draw = multinomial([1, 0, 5, 4], seededRandom(2));
  const sums = new Float64Array(4);
  for (let i = 0; i < 200; i++) {
    draw(100, into);
    into.forEach((count, cell) => (sums[cell]! += count / 20_000));
  }
  [0.1, 0, 0.5, 0.4].forEach((share, cell) => assert.ok(Math.abs(sums[cell]! - share) < 0.01));
});
