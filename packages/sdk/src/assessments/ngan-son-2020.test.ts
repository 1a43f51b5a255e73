import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bacKan2017 } from '../rubrics/index.ts';
import {
  assessmentResults,
  checkAppraisalComplete,
  classify,
  linesNeedingReason,
  rank,
  score,
  type AssessmentLine,
} from './index.ts';

// Ngân Sơn district, 2020, under Quyết định 1878: 90 points self-scored, 10 the superior's; 80 and above is “tốt”, 78 was
// “khá”; one commune went from 87 to 78; two units were not eligible to be ranked, whatever their points.
const commune = (appraised: number, reason?: string): AssessmentLine[] => [
  {
    criterionId: 'self',
    self: { points: 8700 },
    appraised: { points: appraised },
    evidence: [],
    ...(reason ? { reason } : {}),
  },
];

test('22 units scored themselves 80 or more out of 90: “tốt”', () => {
  for (const points of [8000, 8700, 9000]) {
    const self = score(bacKan2017, [{ criterionId: 'self', value: { points } }], { by: 'self' });
    assert.deepEqual([self.points, self.outOf, self.complete], [points, 9000, true]);
    assert.equal(classify(bacKan2017, self).finalBand, 'good');
  }
});

test('87 cut to 78 crosses a band and asks for a reason', () => {
  const results = assessmentResults(bacKan2017, { lines: commune(7800), conditions: [] });
  assert.equal(results.self.points, 8700, 'the self-score stays');
  assert.deepEqual([results.selfBand, results.classification?.finalBand], ['good', 'fair']);
  assert.deepEqual(linesNeedingReason(bacKan2017, commune(7800)), ['self']);
  const withSuperior = (lines: AssessmentLine[]): AssessmentLine[] => [
    ...lines,
    { criterionId: 'superior', appraised: { points: 0 }, evidence: [] },
  ];
  assert.deepEqual(checkAppraisalComplete(bacKan2017, withSuperior(commune(7800))), [
    { pointer: '/lines/self/reason', code: 'reason-required' },
  ]);
  assert.deepEqual(
    checkAppraisalComplete(bacKan2017, withSuperior(commune(7800, 'Thiếu minh chứng hai tiêu chí'))),
    [],
  );
});

test('crossing counts even where the difference is small, and is not hidden by the points of the superior', () => {
  const lines: AssessmentLine[] = [
    { criterionId: 'self', self: { points: 8000 }, appraised: { points: 7990 }, evidence: [] },
    { criterionId: 'superior', appraised: { points: 1000 }, evidence: [] },
  ];
  assert.deepEqual(linesNeedingReason(bacKan2017, lines), ['self']);
  assert.deepEqual(linesNeedingReason(bacKan2017, commune(8400)), [], '3 points inside the band');
  assert.deepEqual(linesNeedingReason(bacKan2017, commune(8100)), ['self'], '6 points inside the band');
});

test('two units are not eligible whatever their points', () => {
  for (const points of [9000, 10_000]) {
    const result = classify(bacKan2017, { points }, ['not-eligible']);
    assert.deepEqual([result.candidateBand, result.finalBand, result.eligible], ['good', null, false]);
  }
  const ranked = rank([
    { id: 'a', points: 8500, band: 'good' },
    { id: 'b', points: 10_000, band: null, eligible: false },
    { id: 'c', points: 9500, band: null, eligible: false },
  ]).results;
  assert.deepEqual(
    ranked.map(({ id, place }) => [id, place]),
    [
      ['a', 1],
      ['b', null],
      ['c', null],
    ],
  );
});
