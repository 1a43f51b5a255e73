import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bacKan2017, illustrativeModel, tayNinh2022 } from '../rubrics/index.ts';
import { bandOf, classify } from './classify.ts';

const at = (points: number | null, conditions: string[] = []) => classify(illustrativeModel, { points }, conditions);

test('bands are half-open', () => {
  for (const [points, band] of [
    [10_000, 'excellent'],
    [9000, 'excellent'],
    [8999, 'good'],
    [8000, 'good'],
    [7999, 'fair'],
    [6500, 'fair'],
    [6499, 'acceptable'],
    [5000, 'acceptable'],
    [4999, 'not-reached'],
    [0, 'not-reached'],
  ] as const) {
    assert.equal(at(points).finalBand, band, String(points));
  }
});

test('conditions only lower, in the declared order, and say so', () => {
  const result = at(9500, ['disunity', 'petitions-above']);
  assert.deepEqual([result.candidateBand, result.finalBand, result.eligible], ['excellent', 'acceptable', true]);
  assert.deepEqual(
    result.conditions,
    ['petitions-above', 'disunity'],
    'as the rubric declares them, not as they were named',
  );
  assert.equal(at(4000, ['petitions-above']).finalBand, 'not-reached', 'a ceiling never lifts');
  assert.equal(at(4000, ['disunity']).finalBand, 'not-reached', 'there is nothing below the last band');
  assert.match(result.explanation.map(({ vi }) => vi).join('\n'), /hạ xuống “Khá”[^]*hạ xuống “Đạt”/);
});

test('ineligible with high points keeps the points and loses the band', () => {
  const result = at(9800, ['law-breach']);
  assert.deepEqual([result.candidateBand, result.finalBand, result.eligible], ['excellent', null, false]);
});

test('conditions triggered by the score apply without being named', () => {
  assert.deepEqual(classify(illustrativeModel, { points: 9000, triggered: ['weak-effect'] }).finalBand, 'acceptable');
});

test('what is not published is not guessed', () => {
  assert.equal(classify(tayNinh2022, { points: 9500 }).finalBand, null);
  assert.equal(bandOf(bacKan2017, 7799), null);
  const lower = {
    ...bacKan2017,
    conditions: [{ id: 'x', title: { vi: 'X' }, effect: { kind: 'lower' as const, by: 1 } }],
  };
  assert.equal(classify(lower, { points: 7900 }, ['x']).finalBand, null, 'below “khá” nothing is published');
  assert.match(classify(lower, { points: 7900 }, ['x']).explanation.at(-1)!.vi, /chưa được công bố/);
});

test('nothing to judge has no class; an incomplete score is provisional', () => {
  assert.equal(at(null).finalBand, null);
  assert.match(classify(illustrativeModel, { points: 9000, complete: false }).explanation.at(-1)!.vi, /Tạm tính/);
});

test('bad input is refused at its place', () => {
  assert.throws(() => at(89.995), { code: 'not-points', pointer: '/score/points' });
  assert.throws(() => at(NaN), { code: 'not-points' });
  assert.throws(() => at(9000, ['disunity', 'nope']), { code: 'unknown-condition', pointer: '/conditions/1' });
  const wrong = {
    ...illustrativeModel,
    conditions: [{ id: 'x', title: { vi: 'X' }, effect: { kind: 'at-most' as const, band: 'zz' } }],
  };
  assert.throws(() => classify(wrong, { points: 9000 }, ['x']), {
    code: 'unknown-band',
    pointer: '/rubric/conditions',
  });
});
