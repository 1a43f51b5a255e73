import assert from 'node:assert/strict';
import { test } from 'node:test';
import { illustrativeModel, tayNinh2022, type Rubric, type RubricNode } from '../rubrics/index.ts';
import type { FilledLine } from './points.ts';
import { score } from './score.ts';

const full: FilledLine[] = [
  { criterionId: '1.0', value: { met: true } },
  { criterionId: '1.1', value: { met: true } },
  { criterionId: '1.2', value: { level: 'high' } },
  { criterionId: '2.1', value: { points: 800 } },
  { criterionId: '2.2', value: { level: 'high' } },
  { criterionId: '2.3', value: { count: 0 } },
  { criterionId: '3.1', value: { numerator: 10, denominator: 10 } },
  { criterionId: '3.2', value: { level: 'high' } },
  { criterionId: '3.3', value: { numerator: 98, denominator: 100 } },
  { criterionId: '4.1', value: { numerator: 80, denominator: 100 } },
  { criterionId: '4.2', value: { count: 9 } },
  { criterionId: '4.3', value: { level: 'high' } },
  { criterionId: '5.1', value: { level: 'high' } },
  { criterionId: '5.2', value: { points: 400 } },
  { criterionId: '6.1', value: { met: true } },
  { criterionId: '6.2', value: { count: 0 } },
];
const withSuperior: FilledLine[] = [...full, { criterionId: '7.1', value: { points: 1000 } }];
const bonusAndDeduction: FilledLine[] = [
  { criterionId: 'B1', value: { count: 5 } },
  { criterionId: 'B2', value: { count: 5 } },
  { criterionId: 'B3', value: { level: 'nation' } },
  { criterionId: 'D1', value: { count: 3 } },
  { criterionId: 'D2', value: { met: true } },
];

/** A rubric of range lines with the given maxima. */
export function plain(maxima: number[], changes: Partial<Rubric> = {}): Rubric {
  return {
    ...tayNinh2022,
    id: 'plain',
    total: maxima.reduce((sum, max) => sum + max, 0),
    criteria: maxima.map<RubricNode>((max, at) => ({
      kind: 'range',
      id: `c${at}`,
      title: { vi: `Tiêu chí ${at}` },
      max,
      mayNotApply: true,
    })),
    ...changes,
  };
}
const range = (at: number, points: number): FilledLine => ({ criterionId: `c${at}`, value: { points } });
const none = (at: number): FilledLine => ({ criterionId: `c${at}`, value: { notApplicable: true } });

test('every kind of line gives its points and the groups add up', () => {
  const result = score(illustrativeModel, [...withSuperior, ...bonusAndDeduction]);
  assert.equal(result.base, 10_000);
  assert.equal(result.bonus, 500, 'three bonus lines give 8, at most 5 count');
  assert.equal(result.deduction, 650);
  assert.equal(result.points, 9350, 'bonus is cut at 100 before the deduction, as the order says');
  assert.equal(result.complete, true);
  assert.deepEqual(result.triggered, []);
  assert.deepEqual(
    result.groups.find(({ groupId }) => groupId === 'III'),
    { groupId: 'III', points: 2500, outOf: 2500 },
  );
});

test('a unit scores itself out of 90, the appraiser out of 100', () => {
  const self = score(illustrativeModel, full, { by: 'self' });
  assert.deepEqual([self.points, self.outOf], [9000, 9000]);
  assert.equal(self.lines.find(({ criterionId }) => criterionId === '7.1')?.state, 'reserved');
  assert.throws(() => score(illustrativeModel, withSuperior, { by: 'self' }), {
    code: 'not-yours-to-score',
    pointer: '/lines/16/criterionId',
  });
  assert.equal(score(illustrativeModel, withSuperior).outOf, 10_000);
});

test('a superior who has not scored yet leaves the total provisional', () => {
  const result = score(illustrativeModel, [...full, ...bonusAndDeduction]);
  assert.equal(result.complete, false);
  assert.deepEqual(
    result.lines.filter(({ state }) => state === 'missing').map(({ criterionId }) => criterionId),
    ['7.1'],
  );
});

test('the declared order decides', () => {
  const bonus = {
    max: 500,
    criteria: [{ kind: 'range', id: 'b', title: { vi: 'Cộng' }, max: 500 }],
  } satisfies Rubric['bonus'];
  const deduction = {
    max: 500,
    criteria: [{ kind: 'range', id: 'd', title: { vi: 'Trừ' }, max: 500 }],
  } satisfies Rubric['deduction'];
  const lines: FilledLine[] = [
    range(0, 9800),
    { criterionId: 'b', value: { points: 500 } },
    { criterionId: 'd', value: { points: 500 } },
  ];
  const after = (order: Rubric['order']) => score(plain([10_000], { bonus, deduction, order }), lines).points;
  assert.equal(after(['bonus', 'deduction', 'clamp', 'round']), 9800);
  assert.equal(after(['bonus', 'clamp', 'deduction', 'clamp', 'round']), 9500);
  const limited = score(plain([10_000], { bonus, deduction, order: ['bonus', 'clamp', 'deduction', 'clamp'] }), lines);
  const limits = limited.explanation.filter(({ vi }) => vi.startsWith('Giới hạn'));
  assert.deepEqual(limits, [{ vi: 'Giới hạn từ 0 đến 100 điểm: 100', en: 'Limited to 0 to 100 points: 100' }]);
  const noBase = [range(0, 0), { criterionId: 'd', value: { points: 500 } }] satisfies FilledLine[];
  assert.equal(
    score(plain([10_000], { deduction, order: ['deduction'] }), noBase).points,
    0,
    'never below 0, said or not',
  );
  const over = score(plain([10_000], { bonus, order: ['bonus'], ceiling: 10_300 }), lines.slice(0, 2));
  assert.equal(over.points, 10_300, 'a rubric may allow more than its total');
});

test('rescaling is exact and rounds once', () => {
  // 8949.5 hundredths: half-up to hundredths would give 89.50 and then, wrongly, 90.
  const rubric = plain([2000, 8000], { rounding: { to: 100, mode: 'half-up' } });
  assert.equal(score(rubric, [none(0), range(1, 7159)]).points, 8900);
  assert.equal(score(rubric, [none(0), range(1, 7160)]).points, 9000, '89.5');
  // 8999 of 9999 is 89.999 of 100: the declared rounding decides which side of 90 it falls.
  const near = (mode: Rubric['rounding']['mode']) =>
    score(plain([1, 9999], { rounding: { to: 1, mode } }), [none(0), range(1, 8999)]).points;
  assert.deepEqual([near('half-up'), near('up'), near('down'), near('half-even')], [9000, 9000, 8999, 9000]);
});

test('without a rounding step a total is rounded to hundredths, whatever the unit of the step that is not taken', () => {
  const rubric = plain([1, 9999], { order: ['rescale'], rounding: { to: 100, mode: 'half-up' } });
  assert.equal(score(rubric, [none(0), range(1, 8949)]).points, 8950, '89.49895 is not lifted to 89 or 90');
  assert.match(score(rubric, [none(0), range(1, 8949)]).explanation.at(-2)!.vi, /Làm tròn đến 0,01/);
});

test('rounding up never lifts a total over the ceiling', () => {
  const rubric = plain([50, 9900], { ceiling: 9950, order: ['rescale', 'round'], rounding: { to: 100, mode: 'up' } });
  assert.equal(score(rubric, [none(0), range(1, 9895)]).points, 9950);
  const silent = plain([50, 9901], { ceiling: 9950, order: ['rescale'], rounding: { to: 100, mode: 'up' } });
  assert.equal(score(silent, [none(0), range(1, 9900)]).points, 9950);
});

test('a table whose applicable lines can give nothing is nothing to judge, not a division by zero', () => {
  const empty: RubricNode = { kind: 'group', id: 'g', title: { vi: 'G' }, max: 0, capped: true, children: [] };
  const line: RubricNode = { kind: 'range', id: 'x', title: { vi: 'X' }, max: 100 };
  const rubric = plain([1000], { criteria: [...plain([1000]).criteria, { ...empty, children: [line] }] });
  const result = score(rubric, [none(0), { criterionId: 'x', value: { points: 100 } }]);
  assert.equal(result.points, null);
});

test('lines that do not apply: rescale or full marks, as the rubric says; nothing left is no score', () => {
  assert.equal(score(plain([5000, 5000]), [range(0, 4000), none(1)]).points, 8000);
  assert.equal(score(plain([5000, 5000], { notApplicable: 'full-marks' }), [range(0, 4000), none(1)]).points, 9000);
  for (const notApplicable of ['rescale', 'full-marks'] as const) {
    const result = score(plain([5000, 5000], { notApplicable }), [none(0), none(1)]);
    assert.equal(result.points, null);
    assert.equal(result.complete, true);
    assert.match(result.explanation.at(-1)!.vi, /Không có mục nào áp dụng/);
  }
});

test('a rate of nothing is no data, never 0 % or 100 %', () => {
  const rate = (mayNotApply: boolean): Rubric => ({
    ...plain([5000]),
    total: 10_000,
    criteria: [
      ...plain([5000]).criteria,
      {
        kind: 'ratio',
        id: 'r',
        title: { vi: 'Tỷ lệ' },
        max: 5000,
        mayNotApply,
        thresholds: [
          { atLeast: 0, points: 1000 },
          { atLeast: 9000, points: 5000 },
        ],
      },
    ],
  });
  const lines: FilledLine[] = [range(0, 4000), { criterionId: 'r', value: { numerator: 0, denominator: 0 } }];
  assert.deepEqual([score(rate(true), lines).points, score(rate(true), lines).complete], [8000, true]);
  assert.deepEqual([score(rate(false), lines).points, score(rate(false), lines).complete], [4000, false]);
  assert.equal(
    score(rate(true), [range(0, 4000), { criterionId: 'r', value: { numerator: 899, denominator: 1000 } }]).points,
    5000,
  );
  assert.equal(
    score(rate(true), [range(0, 4000), { criterionId: 'r', value: { numerator: 9, denominator: 10 } }]).points,
    9000,
  );
});

test('group caps cut inside out', () => {
  const rubric: Rubric = {
    ...plain([]),
    total: 1500,
    criteria: [
      {
        kind: 'group',
        id: 'g',
        title: { vi: 'G' },
        max: 1500,
        capped: true,
        children: [
          { kind: 'group', id: 'h', title: { vi: 'H' }, max: 600, capped: true, children: plain([500, 500]).criteria },
          { kind: 'range', id: 'x', title: { vi: 'X' }, max: 1000 },
        ],
      },
    ],
  };
  const result = score(rubric, [range(0, 500), range(1, 500), { criterionId: 'x', value: { points: 1000 } }]);
  assert.deepEqual(result.groups, [
    { groupId: 'g', points: 1500, outOf: 1500 },
    { groupId: 'h', points: 600, outOf: 600 },
  ]);
  assert.equal(result.points, 1500);
  assert.ok(result.explanation.some(({ vi }) => vi.includes('cộng được 10, tối đa 6')));
});

test('gates and demanded minimums trigger conditions, but not before everything is scored', () => {
  const gate = score(illustrativeModel, [{ criterionId: '1.0', value: { met: false } }]);
  assert.deepEqual(gate.triggered, ['not-registered']);
  const weak = (lines: FilledLine[]) => score(illustrativeModel, lines).triggered;
  const effect: FilledLine[] = [
    { criterionId: '3.1', value: { numerator: 1, denominator: 2 } },
    { criterionId: '3.2', value: { level: 'some' } },
  ];
  assert.deepEqual(weak(effect), [], '3.3 is still open');
  assert.deepEqual(
    weak([...effect, { criterionId: '3.3', value: { numerator: 99, denominator: 100 } }]),
    [],
    '4 + 4 + 5 = 13 of 25',
  );
  assert.deepEqual(
    weak([...effect, { criterionId: '3.3', value: { notApplicable: true } }]),
    ['weak-effect'],
    '8 of 20 is below half',
  );
});

test('explains each line, group and step in both languages', () => {
  const { explanation } = score(illustrativeModel, [...withSuperior, ...bonusAndDeduction]);
  const vi = explanation.map((each) => each.vi);
  assert.ok(
    vi.includes('4.2. Số lực lượng, đoàn thể cùng tham gia (mỗi lực lượng 1 điểm): 9 × 1 → 3 / 3 điểm'),
    vi.join('\n'),
  );
  assert.ok(
    vi.includes('3.3. Tỷ lệ phản ánh, kiến nghị liên quan được giải quyết đúng hạn: 98/100 = 98% → 5 / 5 điểm'),
  );
  assert.ok(vi.includes('Trừ: 100 − 6,5 = 93,5'));
  assert.equal(vi.at(-1), 'Tổng: 93,5 / 100 điểm');
  const groups = vi.flatMap((each) => /^([IVX]+)\. |^(Cộng các tiêu chí)/.exec(each)?.slice(1).filter(Boolean) ?? []);
  assert.deepEqual(
    groups,
    ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'Cộng các tiêu chí'],
    'in the order of the table',
  );
  assert.equal(explanation.at(-1)!.en, 'Total: 93.5 / 100 points');
  assert.ok(explanation.every((each) => each.vi && each.en && !/undefined|NaN/.test(each.vi + each.en)));
});

test('survives JSON and spreading with its explanation', () => {
  const result = score(illustrativeModel, withSuperior);
  assert.deepEqual(JSON.parse(JSON.stringify(result)).explanation, result.explanation);
  assert.deepEqual({ ...result }.lines, result.lines);
});

test('values that do not fit are refused at their place', () => {
  const refused = (line: FilledLine, code: string, pointer: string) =>
    assert.throws(
      () => score(illustrativeModel, [full[0]!, line]),
      (error: { code: string; pointer: string; text: { vi: string; en: string } }) => {
        assert.deepEqual([error.code, error.pointer], [code, pointer]);
        return error.text.vi !== '' && error.text.en !== '';
      },
    );
  refused({ criterionId: 'zz', value: { points: 1 } }, 'unknown-line', '/lines/1/criterionId');
  refused({ criterionId: '1.0', value: { met: true } }, 'given-twice', '/lines/1/criterionId');
  refused({ criterionId: '2.1', value: { points: 801 } }, 'above-the-maximum', '/lines/1/value/points');
  refused({ criterionId: '2.1', value: { points: 801.5 } }, 'not-a-count', '/lines/1/value/points');
  refused({ criterionId: '2.1', value: { points: NaN } }, 'not-a-count', '/lines/1/value/points');
  refused({ criterionId: '2.1', value: { points: -50 } }, 'not-a-count', '/lines/1/value/points');
  refused({ criterionId: '2.1', value: { points: Infinity } }, 'not-a-count', '/lines/1/value/points');
  refused({ criterionId: '2.1', value: { points: 125 } }, 'wrong-step', '/lines/1/value/points');
  refused({ criterionId: '2.1', value: { met: true } }, 'wrong-value', '/lines/1/value');
  refused({ criterionId: '2.2', value: { level: 'best' } }, 'not-an-option', '/lines/1/value/level');
  refused({ criterionId: '2.3', value: { count: -1 } }, 'not-a-count', '/lines/1/value/count');
  refused({ criterionId: '3.1', value: { numerator: 1.5, denominator: 2 } }, 'not-a-count', '/lines/1/value/numerator');
  refused({ criterionId: '2.1', value: { notApplicable: true } }, 'must-apply', '/lines/1/value');
});

test('what a program without types may send is refused like any other wrong value, never read as yes or as not applicable', () => {
  for (const value of [null, undefined, 'yes', [], {}, { met: 'false' }, { met: 0 }, { notApplicable: false }]) {
    const line = { criterionId: '1.1', value } as unknown as FilledLine;
    assert.throws(() => score(illustrativeModel, [line]), { code: 'wrong-value', pointer: '/lines/0/value' });
  }
});

test('a level or count that is worth no whole hundredths is refused at its line in the rubric', () => {
  const line = { id: 'x', title: { vi: 'X' }, max: 100 };
  const levels = (points: number): Rubric => ({
    ...plain([100]),
    criteria: [{ ...line, kind: 'levels', levels: [{ id: 'a', title: { vi: 'A' }, points }] }],
  });
  for (const points of [NaN, 12.5, -10])
    assert.throws(() => score(levels(points), [{ criterionId: 'x', value: { level: 'a' } }]), {
      code: 'not-points',
      pointer: '/rubric/criteria/0',
    });
  const count: Rubric = { ...plain([100]), criteria: [{ ...line, kind: 'count', each: NaN, from: 'zero' }] };
  assert.throws(() => score(count, [{ criterionId: 'x', value: { count: 1 } }]), { code: 'not-points' });
});

test('counts beyond a billion are refused: rates of them would no longer be exact', () => {
  assert.throws(
    () => score(illustrativeModel, [{ criterionId: '3.1', value: { numerator: 2 ** 52, denominator: 1_000_000_000 } }]),
    { code: 'not-a-count', pointer: '/lines/0/value/numerator' },
  );
});

test('rubrics that could give a wrong number are refused at their place', () => {
  const refused = (rubric: Rubric, code: string, pointer: string) =>
    assert.throws(() => score(rubric, []), { code, pointer });
  refused(plain([1.5]), 'not-points', '/rubric/total');
  refused({ ...plain([1.5]), total: 100 }, 'not-points', '/rubric/criteria/0/max');
  refused({ ...plain([NaN]), total: 100 }, 'not-points', '/rubric/criteria/0/max');
  refused(
    { ...plain([100]), criteria: [...plain([50]).criteria, ...plain([50]).criteria] },
    'duplicate-id',
    '/rubric/criteria/1/id',
  );
  refused({ ...plain([100]), order: ['rescale', 'rescale'] }, 'step-twice', '/rubric/order/1');
  refused({ ...plain([100]), ceiling: NaN }, 'not-points', '/rubric/ceiling');
  for (const to of [0, 0.5, NaN])
    refused({ ...plain([100]), rounding: { to, mode: 'up' } }, 'not-points', '/rubric/rounding/to');
  refused(plain(Array.from({ length: 2000 }, () => 1)), 'too-large', '/rubric/criteria/1000');
  let deep = plain([100]).criteria[0]!;
  for (let at = 0; at < 30; at++)
    deep = { kind: 'group', id: `g${at}`, title: { vi: 'G' }, max: 100, children: [deep] };
  refused({ ...plain([100]), criteria: [deep] }, 'too-large', `/rubric/criteria${'/0/children'.repeat(20)}/0`);
});
