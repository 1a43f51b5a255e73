import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInputError } from '../../errors/index.ts';
import { composite, normalise, sensitivity } from './index.ts';

test('normalisations of one indicator', () => {
  const values = [2, 4, 4, 10];
  assert.deepEqual(normalise(values, 'min-max'), [0, 0.25, 0.25, 1]);
  assert.deepEqual(normalise(values, 'min-max', { lowerIsBetter: true }), [1, 0.75, 0.75, 0]);
  assert.deepEqual(normalise(values, 'rank'), [1, 2.5, 2.5, 4]);
  assert.deepEqual(normalise(values, 'rank', { lowerIsBetter: true }), [4, 2.5, 2.5, 1]);
  assert.deepEqual(normalise(values, 'target', { target: 4 }), [0.5, 1, 1, 2.5]);
  assert.deepEqual(normalise(values, 'target', { target: 4, lowerIsBetter: true }), [2, 1, 1, 0.4]);
  // Mean 5, sample deviation √(36/3).
  assert.deepEqual(
    normalise(values, 'z').map((z) => z!.toFixed(6)),
    ['-0.866025', '-0.288675', '-0.288675', '1.443376'],
  );
});

test('no spread or no target: undefined, not a number out of nowhere', () => {
  assert.deepEqual(normalise([3, 3], 'min-max'), [undefined, undefined]);
  assert.deepEqual(normalise([3, 3], 'z'), [undefined, undefined]);
  assert.deepEqual(normalise([3], 'z'), [undefined]);
  assert.deepEqual(normalise([0, 2], 'target', { target: 4, lowerIsBetter: true }), [undefined, 2]);
  assert.deepEqual(normalise([], 'min-max'), []);
});

test('typed arrays and long lists are normalised like lists', () => {
  const typed = Int32Array.of(1, 2, 5) as unknown as number[];
  for (const method of ['min-max', 'z', 'rank'] as const)
    assert.deepEqual(normalise(typed, method), normalise([1, 2, 5], method));
  assert.deepEqual(normalise(typed, 'target', { target: 4 }), [0.25, 0.5, 1.25]);
  assert.deepEqual(normalise(Float64Array.of(3, 3) as unknown as number[], 'z'), [undefined, undefined]);
  assert.deepEqual(normalise([1e200, 2e200, 5e200], 'z'), normalise([1, 2, 5], 'z'));
  const long = Array.from({ length: 300_000 }, (_, i) => i);
  assert.equal(normalise(long, 'min-max').at(-1), 1);
});

test('composites that are equal but for the order of adding are equal, and reach the bound they reach', () => {
  const rows = [
    [0.9, 0.5, 0.7],
    [0.7, 0.5, 0.9],
    [0.7, 0.9, 0.5],
    [0.7, 0.7, 0.7],
  ];
  assert.deepEqual(composite(rows, [1, 1, 1]), [0.7, 0.7, 0.7, 0.7]);
  assert.deepEqual(composite(rows.slice(3), [0.1, 0.2, 0.4], 'geometric'), [0.7]);
  for (const combination of ['linear', 'geometric'] as const)
    for (let tenths = 1; tenths < 10; tenths++) {
      const bands = [{ id: 'A', from: tenths / 10 }];
      const level = Array.from({ length: 7 }, () => tenths / 10);
      const [only] = sensitivity({ scores: [level], weights: [1, 2, 3, 4, 5, 6, 7], bands, combination, seed: tenths });
      assert.deepEqual([only!.score, only!.band, only!.keepsBand], [tenths / 10, 'A', 1], `${combination} ${tenths}`);
    }
  const ranks = sensitivity({ scores: rows, weights: [1, 1, 1], seed: 1, draws: 10 }).map(({ rank }) => rank);
  assert.deepEqual(ranks, [1, 1, 1, 1]);
});

test('linear and geometric composites', () => {
  const table = [
    [0.9, 0.4],
    [0.5, undefined],
    [0, 1],
  ];
  assert.deepEqual(composite(table, [3, 1]), [(0.9 * 3) / 4 + 0.4 / 4, undefined, 0.25]);
  const [first, second, third] = composite(table, [1, 1], 'geometric');
  assert.ok(Math.abs(first! - 0.6) < 1e-12);
  assert.deepEqual([second, third], [undefined, undefined]);
  const hole: number[] = [];
  hole[1] = 1;
  assert.deepEqual(composite([hole], [1, 1]), [undefined]);
  assert.throws(
    () => composite([[1, 2]], [0, 0]),
    (error) => isInputError(error) && error.pointer === '/weights',
  );
  assert.throws(
    () => composite([[1, 2]], [1]),
    (error) => isInputError(error) && error.code === 'wrong-length',
  );
});

const scores = [
  [0.9, 0.9, 0.8],
  [0.9, 0.5, 0.7],
  [0.5, 0.9, 0.7],
  [0.2, 0.1, 0.3],
];
const bands = [
  { id: 'A', from: 0.8 },
  { id: 'B', from: 0.7 },
  { id: 'C', from: 0 },
];

test('whoever leads on every indicator keeps the place in every draw; neighbours change theirs', () => {
  const [first, second, third, last] = sensitivity({ scores, weights: [1, 1, 1], bands, seed: 7 });
  assert.deepEqual([first!.rank, first!.band, first!.keepsRank, first!.keepsBand], [1, 'A', 1, 1]);
  assert.deepEqual([second!.rank, third!.rank], [2, 2]);
  assert.deepEqual([second!.bestRank, second!.worstRank], [2, 3]);
  assert.ok(second!.keepsRank > 0.4 && second!.keepsRank < 0.6);
  assert.ok(second!.keepsBand > 0.3 && second!.keepsBand < 0.7);
  assert.deepEqual([last!.rank, last!.keepsRank, last!.band], [4, 1, 'C']);
});

test('the seed decides, and nothing else', () => {
  const run = (seed: number, spread?: number) => sensitivity({ scores, weights: [1, 1, 1], bands, seed, spread });
  assert.deepEqual(run(1), run(1));
  assert.notDeepEqual(run(1), run(2));
  // The mean of 0.9, 0.5 and 0.7 is band B's 0.7, although it comes out below when added up in binary.
  assert.deepEqual([run(2026)[1]!.band, run(2026)[1]!.keepsRank, run(2026)[1]!.keepsBand], ['B', 0.483, 0.483]);
  for (const { keepsRank, keepsBand } of run(3, 0)) assert.deepEqual([keepsRank, keepsBand], [1, 1]);
});

test('ranks are the competition ranks of the composites, for any table', () => {
  const row = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom('linear', 'geometric'), (table, combination) => {
      const results = sensitivity({ scores: table, weights: [2, 1], combination, seed: 1, draws: 3 });
      for (const { rank, score } of results)
        assert.equal(rank, 1 + results.filter((other) => other.score > score).length);
    }),
  );
});

test('settings that cannot be read are refused with their place', () => {
  const good = { scores: [[1, 2]], weights: [1, 1], seed: 1 };
  for (const [changes, pointer] of [
    [{ scores: null }, '/settings/scores'],
    [{ scores: [[1, NaN]] }, '/settings/scores/0/1'],
    [{ scores: [[1, 2], [3]] }, '/settings/scores/1'],
    [{ weights: [1, -1] }, '/settings/weights/1'],
    [{ bands: 'A' }, '/settings/bands'],
    [{ bands: [{ id: 'A', from: '1' }] }, '/settings/bands/0/from'],
    [{ seed: undefined }, '/settings/seed'],
    [{ draws: 1.5 }, '/settings/draws'],
    [{ spread: 2 }, '/settings/spread'],
  ] as const)
    assert.throws(
      () => sensitivity({ ...good, ...(changes as object) }),
      (error) => isInputError(error) && error.pointer === pointer,
      pointer,
    );
});

test('a geometric composite refuses a zero', () => {
  assert.throws(
    () => sensitivity({ scores: [[1, 0]], weights: [1, 1], combination: 'geometric', seed: 1 }),
    (error) => isInputError(error) && error.code === 'not-positive' && error.pointer === '/settings/scores/0/1',
  );
});

test('no settings at all are refused as settings', () => {
  assert.throws(
    () => sensitivity(undefined as never),
    (error) => isInputError(error) && error.code === 'missing' && error.pointer === '/settings',
  );
});
