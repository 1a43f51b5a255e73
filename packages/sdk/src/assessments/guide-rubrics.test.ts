import assert from 'node:assert/strict';
import { test } from 'node:test';
import { illustrativeModel, publishRubric, type Criterion, type Rubric } from '../rubrics/index.ts';
import { classify, score, type FilledLine } from './index.ts';

const range = (id: string, max: number): Criterion => ({
  kind: 'range',
  id,
  title: { vi: id },
  max,
  mayNotApply: true,
});
const count = (id: string, each: number, max: number): Criterion => ({
  kind: 'count',
  id,
  title: { vi: id },
  max,
  each,
  from: 'zero',
});

test('the numbers of docs/guides/rubrics.md', () => {
  const rubric: Rubric = {
    ...illustrativeModel,
    criteria: [range('a', 4000), range('b', 4000), range('c', 1000), range('d', 1000)],
    bonus: { max: 500, criteria: [count('e', 200, 1000)] },
    deduction: { max: 1000, criteria: [count('f', 150, 1000)] },
    bands: illustrativeModel.bands,
    conditions: [],
    variants: undefined,
    tieBreak: undefined,
  };
  publishRubric(rubric);
  const lines: FilledLine[] = [
    { criterionId: 'a', value: { points: 3600 } },
    { criterionId: 'b', value: { points: 3500 } },
    { criterionId: 'c', value: { points: 815 } },
    { criterionId: 'd', value: { notApplicable: true } },
    { criterionId: 'e', value: { count: 3 } },
    { criterionId: 'f', value: { count: 2 } },
  ];
  const result = score(rubric, lines);
  assert.equal(result.base, 7915);
  assert.deepEqual(
    result.explanation.slice(-5).map(({ en }) => en),
    [
      'Scaled up for lines that do not apply: 79.15 × 100 / 90 = 87.944444',
      'Bonus: 87.944444 + 5 = 92.944444',
      'Deduction: 92.944444 − 3 = 89.944444',
      'Rounded to 0.1: 89.944444 → 89.9',
      'Total: 89.9 / 100 points',
    ],
  );
  assert.equal(classify(rubric, result).finalBand, 'good');
  const early: Rubric = { ...rubric, order: ['rescale', 'bonus', 'round', 'deduction', 'clamp'] };
  assert.equal(score(early, lines).points, 8990);
  const whole: Rubric = { ...rubric, rounding: { to: 100, mode: 'half-up' } };
  assert.deepEqual([score(whole, lines).points, classify(whole, score(whole, lines)).finalBand], [9000, 'excellent']);
});
