import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Quota, QuotaLimit } from '../rubrics/index.ts';
import { allowedBy, rank, type Rankable } from './rank.ts';

const limit = (changes: Partial<QuotaLimit> = {}): QuotaLimit => ({
  band: 'excellent',
  lowerTo: 'good',
  share: { numerator: 20, denominator: 100 },
  of: 'all',
  rounding: 'down',
  ...changes,
});
const quota = (changes: Partial<QuotaLimit> = {}, more: Partial<Quota> = {}): Quota => ({
  limits: [limit(changes)],
  per: 'all',
  ties: 'council',
  ...more,
});
const subjects = (...points: number[]): Rankable[] =>
  points.map((each, at) => ({
    id: `u${at}`,
    points: each,
    band: each >= 9000 ? 'excellent' : each >= 8000 ? 'good' : 'fair',
  }));
const holders = (results: Rankable[], by: Quota) =>
  rank(results, by)
    .results.filter(({ finalBand }) => finalBand === 'excellent')
    .map(({ id }) => id);

test('equals share a place and the next is skipped', () => {
  const { results } = rank(subjects(9000, 9500, 9000, 8000));
  assert.deepEqual(
    results.map(({ id, place }) => [id, place]),
    [
      ['u1', 1],
      ['u0', 2],
      ['u2', 2],
      ['u3', 4],
    ],
  );
});

test('20 % of 4 is 0.8: rounding decides; of nobody it is nobody; a group of one', () => {
  assert.equal(allowedBy(limit(), 4), 0);
  assert.equal(allowedBy(limit({ rounding: 'half-up' }), 4), 1);
  assert.equal(allowedBy(limit({ rounding: 'up' }), 4), 1);
  assert.equal(allowedBy(limit({ rounding: 'half-up' }), 2), 0, '0.4');
  assert.equal(
    allowedBy(limit({ share: { numerator: 1, denominator: 8 }, rounding: 'half-up' }), 4),
    1,
    'exactly half',
  );
  assert.equal(allowedBy(limit({ atLeast: 1 }), 4), 1);
  assert.equal(allowedBy(limit({ atLeast: 1 }), 0), 0);
  assert.deepEqual(holders(subjects(9500), quota()), []);
  assert.deepEqual(holders(subjects(9500), quota({ atLeast: 1 })), ['u0']);
  assert.deepEqual(rank([], quota()).results, []);
});

test('the denominator is what the instrument says', () => {
  const results = subjects(9900, 9800, 9700, 8500, 8400, 7000, 7000, 7000, 7000, 7000);
  assert.deepEqual(holders(results, quota()), ['u0', 'u1'], '20 % of 10');
  assert.deepEqual(holders(results, quota({ of: ['excellent', 'good'] })), ['u0'], '20 % of 5');
});

test('a tie at the cut: all in, all out, or the council', () => {
  const results = subjects(9500, 9400, 9400, 8000, 8000, 8000, 8000, 8000, 8000, 8000);
  assert.deepEqual(holders(results, quota({}, { ties: 'all-in' })), ['u0', 'u1', 'u2']);
  assert.deepEqual(holders(results, quota({}, { ties: 'all-out' })), ['u0']);
  const council = rank(results, quota());
  assert.deepEqual(
    council.results.filter(({ undecided }) => undecided).map(({ id }) => id),
    ['u1', 'u2'],
  );
  assert.match(council.results[1]!.reason!.vi, /hội đồng quyết định/);
  const decided = results.map((each) => (each.id === 'u2' ? { ...each, tieBreak: [5] } : { ...each, tieBreak: [3] }));
  assert.deepEqual(holders(decided, quota()), ['u0', 'u2']);
});

test('per group, and ceilings one after another', () => {
  const results = subjects(9500, 9400, 9300, 9200, 9100, 9600).map((each, at) => ({
    ...each,
    group: at < 5 ? 'a' : 'b',
  }));
  assert.deepEqual(holders(results, quota({}, { per: 'group' })), ['u0'], '1 of 5 in a, 0 of 1 in b');
  const chain: Quota = {
    per: 'all',
    ties: 'council',
    limits: [limit(), limit({ band: 'good', lowerTo: 'fair', share: { numerator: 1, denominator: 2 } })],
  };
  assert.deepEqual(
    rank(subjects(9500, 9400, 9300, 9200, 9100), chain).results.map(({ finalBand }) => finalBand),
    ['excellent', 'good', 'good', 'fair', 'fair'],
  );
});

test('who is not eligible or has no points takes no place and counts nowhere', () => {
  const results: Rankable[] = [
    ...subjects(9500, 9400, 9300, 9200),
    { id: 'out', points: 9900, band: 'excellent', eligible: false },
    { id: 'none', points: null, band: null },
  ];
  const { results: ranked, explanation } = rank(results, quota({ rounding: 'half-up' }));
  assert.deepEqual(
    ranked.slice(-2).map(({ id, place, finalBand }) => [id, place, finalBand]),
    [
      ['out', null, null],
      ['none', null, null],
    ],
  );
  assert.match(explanation[0]!.vi, /4 × 20\/100 → 1; đạt 4, giữ 1/);
  assert.match(ranked[1]!.reason!.vi, /Quá số được xếp mức này/);
});

test('bad input is refused at its place', () => {
  assert.throws(() => rank([...subjects(9000), ...subjects(9000)]), { code: 'given-twice', pointer: '/results/1/id' });
  assert.throws(() => rank([{ id: 'a', points: 1, band: null, tieBreak: [1, NaN] }]), {
    pointer: '/results/0/tieBreak',
  });
  assert.throws(() => rank(subjects(NaN)), { code: 'not-points', pointer: '/results/0/points' });
  assert.throws(() => rank(subjects(9000), quota({ share: { numerator: 1, denominator: 0 } })), {
    code: 'not-a-share',
    pointer: '/quota/limits/0/share',
  });
  for (const [by, pointer] of [
    [quota({ rounding: 'ceil' as 'up' }), '/quota/limits/0/rounding'],
    [quota({ of: 'total' as 'all' }), '/quota/limits/0/of'],
    [quota({ atLeast: 0.5 }), '/quota/limits/0/atLeast'],
    [quota({}, { ties: 'both' as 'all-in' }), '/quota/ties'],
    [quota({}, { per: 'unit' as 'group' }), '/quota/per'],
  ] as const)
    assert.throws(() => rank(subjects(9000), by), { pointer });
});
