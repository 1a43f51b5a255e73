import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bacKan2017,
  checkRubric,
  illustrativeModel,
  illustrativeUnit,
  publishRubric,
  tayNinh2022,
  type Rubric,
  type RubricNode,
} from './index.ts';

type Editable = { -readonly [K in keyof Rubric]: Rubric[K] };
/** Findings after an edit of the illustrative rubric, as `code pointer`. */
function after(edit: (rubric: Editable) => void, of: Rubric = illustrativeModel): string[] {
  const rubric = structuredClone(of);
  edit(rubric);
  return checkRubric(rubric)
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, pointer }) => `${code} ${pointer}`);
}
const group = (rubric: Rubric, at: number) => rubric.criteria[at] as Extract<RubricNode, { kind: 'group' }>;
function line<K extends RubricNode['kind']>(rubric: Rubric, groupAt: number, at: number, kind: K) {
  const node = group(rubric, groupAt).children[at]!;
  assert.equal(node.kind, kind);
  return node as Extract<RubricNode, { kind: K }>;
}

test('the shipped rubrics have no fault; what is not published is reported, not guessed', () => {
  for (const rubric of [illustrativeModel, illustrativeUnit]) assert.deepEqual(checkRubric(rubric), []);
  assert.deepEqual(
    checkRubric(tayNinh2022).map(({ severity, code }) => [severity, code]),
    [['info', 'no-bands']],
  );
  assert.deepEqual(
    checkRubric(bacKan2017).map(({ severity, code, text }) => [severity, code, text.vi]),
    [['info', 'band-gap', 'Dưới 78 không thuộc mức nào']],
  );
  for (const rubric of [illustrativeModel, illustrativeUnit, tayNinh2022, bacKan2017])
    assert.ok(Object.isFrozen(publishRubric(rubric).criteria));
});

test('sums: of a group, of the total, of bonus and deduction', () => {
  assert.deepEqual(
    after((r) => (line(r, 0, 1, 'yes-no').max = 500)),
    ['sum-mismatch /criteria/0/max'],
  );
  assert.deepEqual(
    after((r) => (r.total = 11_000)),
    ['sum-mismatch /total', 'ceiling-too-low /ceiling'],
  );
  assert.deepEqual(
    after((r) => (r.bonus!.max = 900)),
    ['unreachable /bonus/max'],
  );
  assert.deepEqual(
    after((r) => (group(r, 0).capped = true)),
    [],
    'only told',
  );
  assert.deepEqual(
    after((r) => {
      group(r, 0).max = 900;
      group(r, 0).capped = true;
      r.total = 9900;
      r.ceiling = 9900;
    }),
    [],
  );
});

test('bands: gaps, overlaps, empty, out of reach', () => {
  assert.deepEqual(
    after((r) => (r.bands[2]!.below = 7900)),
    ['band-gap /bands/2/below'],
  );
  assert.deepEqual(
    after((r) => (r.bands[2]!.below = 8100)),
    ['band-overlap /bands/2/below'],
  );
  assert.deepEqual(
    after((r) => (r.bands[4]!.from = 100)),
    ['band-gap /bands/4/from'],
  );
  assert.deepEqual(
    after((r) => (r.bands[0]!.below = 9500)),
    ['band-gap /bands/0/below'],
  );
  assert.deepEqual(
    after((r) => delete r.bands[3]!.below),
    ['band-overlap /bands/3/below'],
  );
  assert.ok(after((r) => (r.bands[1]!.below = 8000)).includes('band-empty /bands/1/below'));
  assert.ok(after((r) => (r.bands[0]!.from = 10_001)).includes('unreachable /bands/0/from'));
  assert.deepEqual(
    after((r) => (r.bands[4]!.id = 'good')),
    ['duplicate-id /bands/4/id'],
  );
  assert.ok(after((r) => (r.bands[1]!.from = NaN)).includes('not-points /bands/1/from'));
  assert.ok(after((r) => (r.bands = [])).includes('no-bands /bands'));
});

test('lines whose maximum cannot be reached', () => {
  assert.deepEqual(
    after((r) => (line(r, 1, 1, 'levels').levels[0]!.points = 600)),
    ['unreachable /criteria/1/children/1/levels'],
  );
  assert.deepEqual(
    after((r) => (line(r, 1, 1, 'levels').levels[0]!.points = 800)),
    ['above-the-maximum /criteria/1/children/1/levels'],
  );
  assert.deepEqual(
    after((r) => (line(r, 1, 1, 'levels').levels = [])),
    ['no-levels /criteria/1/children/1/levels'],
  );
  assert.deepEqual(
    after((r) => line(r, 2, 0, 'ratio').thresholds.shift()),
    ['unreachable /criteria/2/children/0/thresholds'],
  );
  assert.deepEqual(
    after((r) => (line(r, 2, 0, 'ratio').thresholds[1]!.points = 600)),
    ['not-rising /criteria/2/children/0/thresholds/1/points'],
  );
  assert.deepEqual(
    after((r) => (line(r, 2, 0, 'ratio').thresholds[0]!.atLeast = 10_100)),
    ['above-100-percent /criteria/2/children/0/thresholds/0/atLeast'],
  );
  assert.deepEqual(
    after((r) => (line(r, 1, 2, 'count').each = 600)),
    ['above-the-maximum /criteria/1/children/2/each'],
  );
  assert.deepEqual(
    after((r) => (line(r, 1, 0, 'range').min = 800)),
    ['empty-range /criteria/1/children/0/min'],
  );
  assert.deepEqual(
    after((r) => (line(r, 1, 0, 'range').step = 300)),
    ['step-misses-max /criteria/1/children/0/step'],
  );
  assert.deepEqual(
    after((r) => (line(r, 0, 1, 'yes-no').max = 4.5)),
    ['sum-mismatch /criteria/0/max', 'not-points /criteria/0/children/1/max'],
  );
});

test('references into nothing', () => {
  assert.deepEqual(
    after((r) => (line(r, 0, 0, 'gate').condition = 'x')),
    ['unknown-condition /criteria/0/children/0/condition'],
  );
  assert.deepEqual(
    after((r) => (r.conditions[3]!.effect = { kind: 'at-most', band: 'x' })),
    ['unknown-band /conditions/3/effect/band'],
  );
  assert.deepEqual(
    after((r) => (r.conditions[3]!.effect = { kind: 'at-most', band: 'excellent' })),
    ['no-effect /conditions/3/effect/band'],
  );
  assert.deepEqual(
    after((r) => (r.conditions[5]!.when = { line: 'x', below: 1 })),
    ['unknown-line /conditions/5/when/line'],
  );
  assert.deepEqual(
    after((r) => (r.conditions[5]!.when = { line: 'III', below: 2501 })),
    ['always-applies /conditions/5/when/below'],
  );
  assert.deepEqual(
    after((r) => (r.quota!.limits[0]!.lowerTo = 'excellent')),
    ['not-lower /quota/limits/0/lowerTo'],
  );
  assert.deepEqual(
    after((r) => (r.quota!.limits[0]!.of = ['x'])),
    ['unknown-band /quota/limits/0/of/0'],
  );
  assert.deepEqual(
    after((r) => (r.tieBreak = ['3.1', 'III'])),
    ['unknown-line /tieBreak/1'],
  );
  assert.deepEqual(
    after((r) => (line(r, 0, 1, 'yes-no').id = '1.2')),
    ['duplicate-id /criteria/0/children/2/id'],
  );
});

test('the order of steps', () => {
  assert.deepEqual(
    after((r) => (r.order = ['rescale', 'deduction', 'clamp', 'round'])),
    ['step-missing /order'],
  );
  assert.deepEqual(
    after((r) => (r.order = ['bonus', 'deduction', 'clamp', 'round'])),
    ['step-missing /order'],
  );
  assert.deepEqual(
    after((r) => (r.order = ['rescale', 'bonus', 'bonus', 'deduction'])),
    ['step-twice /order'],
  );
  assert.deepEqual(
    after((r) => delete r.deduction),
    ['step-idle /order'],
  );
});

test('formulas: cycles, unknown names, reserved and valueless lines', () => {
  type Formula = Extract<RubricNode, { kind: 'formula' }>;
  const of = (edit: (formula: Formula, rubric: Editable) => void) =>
    after((r) => edit(r.criteria[3] as Formula, r), illustrativeUnit);
  assert.deepEqual(
    of((f) => (f.inputs['rate'] = { line: 'quality' })),
    ['cyclic-formula /criteria/3/inputs'],
  );
  assert.deepEqual(
    of((f) => (f.inputs['rate'] = { line: 'x' })),
    ['unknown-line /criteria/3/inputs/rate/line'],
  );
  assert.deepEqual(
    of((f) => (f.inputs['rate'] = { line: 'plan', take: 'value' })),
    ['no-value /criteria/3/inputs/rate/take'],
  );
  assert.deepEqual(
    of((f) => (f.inputs['rate'] = { line: 'superior' })),
    ['formula-reads-reserved /criteria/3/inputs/rate/line'],
  );
  assert.deepEqual(
    of((f) => (f.expression = '2 * rate')),
    ['unused-input /criteria/3/inputs/count'],
  );
  assert.deepEqual(
    of((f) => (f.expression = 'rate > 1 ? count : hidden')),
    ['formula-unknown-name /criteria/3/expression'],
    'also in a branch not taken',
  );
  assert.deepEqual(
    of((f) => (f.expression = 'rate + ')),
    ['formula-syntax /criteria/3/expression', 'unused-input /criteria/3/inputs/count'],
  );
  const two: RubricNode = {
    ...(illustrativeUnit.criteria[3] as Formula),
    id: 'other',
    max: 0,
    expression: 'q',
    inputs: { q: { line: 'quality' } },
  };
  const cycle = of((f, r) => {
    r.criteria.push(two);
    f.inputs['rate'] = { line: 'other' };
  });
  assert.deepEqual(
    cycle.filter((each) => each.startsWith('cyclic')),
    ['cyclic-formula /criteria/3/inputs', 'cyclic-formula /criteria/6/inputs'],
  );
});

test('a variant must give a sound rubric too', () => {
  const remove = {
    id: 'v',
    title: { vi: 'V' },
    unitKinds: ['school'],
    changes: [{ op: 'remove' as const, node: '1.1' }],
  };
  assert.deepEqual(
    after((r) => (r.variants = [remove])),
    ['sum-mismatch /variants/0'],
  );
  assert.deepEqual(
    after((r) => (r.variants = [{ ...remove, changes: [{ op: 'remove', node: 'x' }] }])),
    ['unknown-line /variants/0/changes/0/node'],
  );
});

test('2,000 criteria and endless nesting are refused with a place', () => {
  const many = after(
    (r) =>
      (r.criteria = Array.from({ length: 2000 }, (_, at) => ({
        kind: 'yes-no' as const,
        id: `c${at}`,
        title: { vi: 'x' },
        max: 5,
      }))),
  );
  assert.deepEqual(many, ['too-large /criteria/1000']);
  let deep: RubricNode = { kind: 'yes-no', id: 'leaf', title: { vi: 'x' }, max: 10_000 };
  for (let at = 0; at < 5000; at++)
    deep = { kind: 'group', id: `g${at}`, title: { vi: 'x' }, max: 10_000, children: [deep] };
  assert.deepEqual(
    checkRubric({ ...illustrativeModel, criteria: [deep] }).map(({ code }) => code),
    ['too-large'],
  );
});

test('publishing refuses the first error, in both languages', () => {
  assert.throws(
    () => publishRubric({ ...illustrativeModel, total: 9000 }),
    (error: { code: string; pointer: string; text: { vi: string; en: string } }) => {
      assert.deepEqual([error.code, error.pointer], ['sum-mismatch', '/rubric/total']);
      assert.deepEqual(error.text, {
        vi: 'Các tiêu chí cộng được 100, không phải 90',
        en: 'The criteria add up to 100, not 90',
      });
      return true;
    },
  );
});

test('whatever is given is reported, never thrown: data that is no rubric, values out of place, data that holds itself', () => {
  const codesOf = (rubric: unknown) => checkRubric(rubric as Rubric).map(({ code, pointer }) => `${code} ${pointer}`);
  for (const none of [null, undefined, 5, 'x', []]) assert.deepEqual(codesOf(none), ['wrong-shape ']);
  assert.ok(codesOf({}).includes('wrong-shape /criteria'));
  const line = { kind: 'range', id: 'a', title: { vi: 'x' }, max: 10_000 };
  for (const [node, found] of [
    [null, 'wrong-shape /criteria/0'],
    [{ ...line, title: undefined }, 'wrong-shape /criteria/0/title'],
    [{ ...line, kind: 'foo' }, 'wrong-shape /criteria/0/kind'],
    [{ ...line, kind: 'levels' }, 'wrong-shape /criteria/0/levels'],
    [{ ...line, kind: 'group' }, 'wrong-shape /criteria/0/children'],
    [{ ...line, kind: 'group', children: [{ ...line, max: '5' }] }, 'wrong-shape /criteria/0/children/0/max'],
  ] as const)
    assert.deepEqual(codesOf({ ...illustrativeModel, criteria: [node] }), [found]);
  const values: [Partial<Record<keyof Rubric, unknown>>, string][] = [
    [{ ceiling: NaN }, '/ceiling'],
    [{ reasonAbove: -1 }, '/reasonAbove'],
    [{ rounding: { to: 1, mode: 'zzz' } }, '/rounding/mode'],
    [{ notApplicable: 'x' }, '/notApplicable'],
    [{ order: ['rescale', 'bonus', 'deduction', 'foo'] }, '/order/3'],
    [{ id: '__proto__' }, '/id'],
    [
      {
        conditions: illustrativeModel.conditions.map((each, at) =>
          at === 3 ? { ...each, effect: { kind: 'lower', by: -1 } } : each,
        ),
      },
      '/conditions/3/effect/by',
    ],
  ];
  for (const [change, pointer] of values)
    assert.ok(codesOf({ ...illustrativeModel, variants: [], ...change }).includes(`wrong-value ${pointer}`), pointer);
  const itself = { ...line, kind: 'group', children: [] as unknown[] };
  itself.children.push(itself, itself, itself);
  assert.deepEqual(codesOf({ ...illustrativeModel, criteria: [itself] }), ['too-large /criteria']);
});
