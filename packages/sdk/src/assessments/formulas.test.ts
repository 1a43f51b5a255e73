import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { illustrativeUnit, type FormulaCriterion, type Rubric } from '../rubrics/index.ts';
import { score, scoreFormulas, type FilledLine } from './index.ts';

const base: Rubric = { ...illustrativeUnit, total: 10_000, criteria: [] };
const formula = (
  id: string,
  expression: string,
  inputs: FormulaCriterion['inputs'] = {},
  more: Partial<FormulaCriterion> = {},
): FormulaCriterion => ({
  kind: 'formula',
  id,
  title: { vi: id },
  max: 10_000,
  expression,
  inputs,
  ...more,
});
const value = (expression: string, mode: Rubric['rounding']['mode'] = 'half-up') =>
  score({ ...base, rounding: { to: 1, mode }, criteria: [formula('f', expression)] }, [], { formulas: scoreFormulas })
    .points;

test('computes exactly, in points', () => {
  assert.equal(value('0.1 + 0.2'), 30);
  assert.equal(value('8.05 + 8.15 + 7.35'), 2355);
  assert.equal(value('min(20, 3 * 4) + max(1, 2, 0.5)'), 1400);
  assert.equal(value('7 / 3'), 233);
  assert.equal(value('2 > 1 && !(1 == 2) ? 5 : 1 / 0'), 500);
  assert.equal(value('floor(2.9) + ceil(2.1) + -1'), 400);
  assert.equal(value('200'), 10_000, 'cut to its maximum');
  assert.equal(value('1 - 5'), 0);
});

test('89.995 goes where the declared rounding sends it', () => {
  assert.deepEqual(
    (['half-up', 'half-even', 'up', 'down'] as const).map((mode) => value('89.995', mode)),
    [9000, 9000, 9000, 8999],
  );
  assert.equal(value('89.985', 'half-even'), 8998);
});

test('reads points, counts, rates and maxima of other lines, formulas included', () => {
  const lines: FilledLine[] = [
    { criterionId: 'plan', value: { met: true } },
    { criterionId: 'registered', value: { count: 3 } },
    { criterionId: 'recognised', value: { numerator: 2, denominator: 3 } },
    { criterionId: 'on-time', value: { points: 1000 } },
    { criterionId: 'superior', value: { points: 1000 } },
  ];
  const result = score(illustrativeUnit, lines, { formulas: scoreFormulas });
  assert.equal(result.lines.find(({ criterionId }) => criterionId === 'quality')?.points, 1933, '20 × 2/3 + 2 × 3');
  assert.equal(result.points, 2000 + 1500 + 1000 + 1933 + 1000 + 1000);
  const chain: Rubric = {
    ...base,
    total: 20_000,
    criteria: [formula('g', 'a + 1', { a: { line: 'f' } }), formula('f', '2')],
  };
  assert.deepEqual(
    score(chain, [], { formulas: scoreFormulas }).lines.map(({ points }) => points),
    [300, 200],
  );
});

test('over a line without a score there is none; dividing by zero is no data', () => {
  const result = score(illustrativeUnit, [{ criterionId: 'recognised', value: { notApplicable: true } }], {
    formulas: scoreFormulas,
  });
  assert.equal(result.lines.find(({ criterionId }) => criterionId === 'quality')?.state, 'not-applicable');
  const divided: Rubric = {
    ...base,
    criteria: [
      { kind: 'count', id: 'n', title: { vi: 'N' }, max: 100, each: 100, from: 'zero' },
      formula('f', '10 / n', { n: { line: 'n', take: 'value' } }),
    ],
  };
  const scored = score(divided, [{ criterionId: 'n', value: { count: 0 } }], { formulas: scoreFormulas });
  assert.deepEqual([scored.lines[1]?.state, scored.complete], ['no-data', false]);
});

test('cycles, unknown names and forbidden syntax are named at their place', () => {
  const refused = (rubric: Rubric, code: string, pointer: string) =>
    assert.throws(() => score(rubric, [], { formulas: scoreFormulas }), { code, pointer });
  refused(
    { ...base, criteria: [formula('a', 'b', { b: { line: 'b' } }), formula('b', 'a', { a: { line: 'a' } })] },
    'cyclic-formula',
    '/rubric/criteria/0/inputs',
  );
  refused(
    { ...base, criteria: [formula('a', 'x', { x: { line: 'nope' } })] },
    'unknown-line',
    '/rubric/criteria/0/inputs/x',
  );
  for (const [expression, code] of [
    ['a +', 'formula-syntax'],
    ['q', 'formula-unknown-name'],
    ['sqrt(2)', 'formula-unknown-function'],
    ['constructor(1)', 'formula-unknown-function'],
    ['a.b', 'formula-not-allowed'],
    ['"x"', 'formula-not-allowed'],
    ['1, 5', 'formula-not-allowed'],
    ['1e400', 'formula-not-allowed'],
    ['2 ** 3', 'formula-not-allowed'],
    ['1 < 2', 'formula-not-allowed'],
    ['this', 'formula-not-allowed'],
    ['[1]', 'formula-not-allowed'],
    ['floor(1, 2)', 'formula-not-allowed'],
    [Array(100_000).fill('1').join('+'), 'formula-too-long'],
    ['('.repeat(100_000), 'formula-too-long'],
  ] as const) {
    refused({ ...base, criteria: [formula('a', expression)] }, code, '/rubric/criteria/0/expression');
  }
  assert.throws(() => score(illustrativeUnit, []), { code: 'formula-engine-missing', pointer: '/options/formulas' });
});

test('a formula over a reserved line must be reserved itself', () => {
  const over = (scoredBy?: 'superior'): Rubric => ({
    ...base,
    criteria: [
      { kind: 'range', id: 's', title: { vi: 'S' }, max: 100, scoredBy: 'superior' },
      formula('f', 's', { s: { line: 's' } }, scoredBy ? { scoredBy } : {}),
    ],
  });
  assert.throws(() => score(over(), [], { by: 'self', formulas: scoreFormulas }), { code: 'formula-reads-reserved' });
  assert.equal(score(over('superior'), [], { by: 'self', formulas: scoreFormulas }).outOf, 0);
});

test('sums of any lines are exact, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 8 }), (values) => {
      const rubric: Rubric = {
        ...base,
        criteria: [
          ...values.map((_, at) => ({ kind: 'range' as const, id: `c${at}`, title: { vi: 'x' }, max: 9999 })),
          formula(
            'sum',
            values.map((_, at) => `x${at}`).join(' + '),
            Object.fromEntries(values.map((_, at) => [`x${at}`, { line: `c${at}` }])),
            { max: 100_000 },
          ),
        ],
      };
      const lines = values.map((points, at) => ({ criterionId: `c${at}`, value: { points } }));
      const result = score(rubric, lines.toReversed(), { formulas: scoreFormulas });
      assert.equal(
        result.lines.at(-1)?.points,
        values.reduce((a, b) => a + b, 0),
      );
    }),
  );
});
