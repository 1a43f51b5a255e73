import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  carryOver,
  classifyChange,
  illustrativeModel,
  type Criterion,
  type Rubric,
  type RubricNode,
} from '../rubrics/index.ts';
import { valuesOf, classify, score, type AssessmentLine } from './index.ts';
import { arbitraryCase, arbitraryLines, arbitraryRubric } from './testkit/arbitrary-rubric.ts';

const level = (id: string, points: number) => ({ id, points, title: { vi: id } });
const levels = (id: string, ...points: number[]): Extract<Criterion, { kind: 'levels' }> => ({
  kind: 'levels',
  id,
  title: { vi: id },
  max: Math.max(...points),
  levels: points.map((each, at) => level(`l${at}`, each)),
});
const rubric = (...criteria: RubricNode[]): Rubric => ({
  ...illustrativeModel,
  id: 'moodle',
  total: criteria.reduce((sum, each) => sum + (each.kind === 'gate' ? 0 : each.max), 0),
  ceiling: 100_000,
  criteria,
  bonus: undefined,
  deduction: undefined,
  conditions: [],
  bands: [],
  variants: undefined,
  quota: undefined,
  tieBreak: undefined,
});
const a = rubric(levels('x', 1000, 500, 0), levels('y', 1000, 0));
const chosen = (id: string, x: string, y = 'l0') => ({
  id,
  lines: [
    { criterionId: 'x', self: { level: x } },
    { criterionId: 'y', self: { level: y } },
  ],
});
const edited = (edit: (copy: Rubric) => void): Rubric => {
  const copy = structuredClone(a);
  edit(copy);
  return copy;
};
const x = (copy: Rubric) => copy.criteria[0] as Extract<Criterion, { kind: 'levels' }>;

test('the kinds of change that Moodle tells apart', () => {
  const kind = (b: Rubric) => [classifyChange(a, b).kind, classifyChange(a, b).name];
  assert.deepEqual(kind(structuredClone(a)), [0, 'none']);
  assert.deepEqual(kind(edited((r) => (x(r).title = { vi: 'Tên mới' }))), [1, 'texts']);
  assert.deepEqual(kind(edited((r) => (x(r).levels[1]!.title = { vi: 'Lời mới' }))), [1, 'texts']);
  assert.deepEqual(kind(edited((r) => (r.criteria = r.criteria.toReversed()))), [1, 'texts'], 'order among siblings');
  assert.deepEqual(kind(edited((r) => x(r).levels.push(level('new', 250)))), [2, 'levels-added']);
  assert.deepEqual(kind(edited((r) => (x(r).levels[1]!.points = 600))), [3, 'recompute']);
  assert.deepEqual(kind(edited((r) => r.criteria.pop())), [3, 'recompute'], 'a criterion removed');
  assert.deepEqual(
    kind(
      edited((r) => {
        x(r).max = 1200;
        x(r).levels.push(level('new', 1200));
      }),
    ),
    [3, 'recompute'],
    'a level above the old maximum',
  );
  assert.deepEqual(kind(edited((r) => x(r).levels.splice(1, 1))), [4, 'some-by-hand']);
  assert.deepEqual(kind(edited((r) => r.criteria.push(levels('z', 500, 0)))), [5, 'all-by-hand']);
});

test('names which assessments must be scored again, and why', () => {
  const b = edited((r) => x(r).levels.splice(1, 1));
  const { assessments } = classifyChange(a, b, [chosen('best', 'l0'), chosen('middle', 'l1')]);
  assert.deepEqual(
    assessments.map(({ id, action, lines }) => [id, action, lines]),
    [
      ['best', 'recompute', []],
      ['middle', 'by-hand', ['x']],
    ],
  );
  assert.match(assessments[1]!.reasons[0]!.vi, /Nội dung đã nhập ở “x” không còn hợp/);
  const texts = classifyChange(
    a,
    edited((r) => (x(r).title = { vi: 'Mới' })),
    [chosen('one', 'l0')],
  );
  assert.deepEqual(texts.assessments, [{ id: 'one', action: 'nothing', lines: [], reasons: [] }]);
});

test('our further kinds of change', () => {
  const line: Criterion = { kind: 'range', id: 'r', title: { vi: 'r' }, max: 1000, mayNotApply: true };
  const base = rubric(line);
  const to = (change: Partial<typeof line>, points: AssessmentLine['self']) => {
    const result = classifyChange(base, rubric({ ...line, ...change } as Criterion), [
      { id: 'one', lines: [{ criterionId: 'r', self: points }] },
    ]);
    return [result.kind, result.assessments[0]!.action];
  };
  assert.deepEqual(to({ max: 800 }, { points: 700 }), [4, 'recompute']);
  assert.deepEqual(to({ max: 800 }, { points: 900 }), [4, 'by-hand']);
  assert.deepEqual(to({ step: 100 }, { points: 750 }), [4, 'by-hand']);
  assert.deepEqual(to({ mayNotApply: false }, { notApplicable: true }), [4, 'by-hand']);
  assert.deepEqual(to({ mayNotApply: false }, { points: 100 }), [4, 'recompute']);
  assert.deepEqual(to({ evidence: { min: 1 } }, { points: 100 }), [4, 'by-hand']);
  assert.deepEqual(to({ scoredBy: 'superior' }, { points: 100 }), [3, 'recompute']);
  assert.deepEqual(to({ kind: 'yes-no' } as object, { points: 100 }), [5, 'by-hand']);
  const reserved = rubric({ ...line, scoredBy: 'superior' });
  assert.deepEqual(classifyChange(reserved, base, [{ id: 'one', lines: [] }]).assessments[0], {
    id: 'one',
    action: 'by-hand',
    lines: ['r'],
    reasons: [{ vi: '“r” nay đơn vị tự chấm', en: '“r” is now for the unit to score' }],
  });
});

test('bands, rounding and conditions reach everybody', () => {
  const kind = (b: Partial<Rubric>) => classifyChange(illustrativeModel, { ...illustrativeModel, ...b }).kind;
  assert.equal(kind({ bands: illustrativeModel.bands.slice(1) }), 3);
  assert.equal(kind({ rounding: { to: 100, mode: 'half-up' } }), 3);
  assert.equal(kind({ conditions: illustrativeModel.conditions.slice(1) }), 3);
  const judged = { id: 'late', title: { vi: 'Nộp muộn' }, effect: { kind: 'ineligible' as const } };
  assert.equal(
    kind({ conditions: [...illustrativeModel.conditions, judged] }),
    5,
    'somebody must decide whether it applies',
  );
  assert.equal(
    kind({ conditions: [...illustrativeModel.conditions, { ...judged, when: { line: 'I', below: 500 } }] }),
    3,
    'the points decide',
  );
  assert.equal(kind({ reasonAbove: 50 }), 1);
});

// expertiza #1096: after an edit of the rubric, the scores made with it could not be shown any more.
test('editing a rubric under way breaks no old score', () => {
  const lines: AssessmentLine[] = [
    { criterionId: 'x', self: { level: 'l1' }, evidence: [] },
    { criterionId: 'y', self: { level: 'l0' }, evidence: [] },
  ];
  const before = score(a, valuesOf(lines, 'self'), { by: 'self' });
  const b = edited((r) => {
    r.version = '2';
    x(r).levels.splice(1, 1);
    r.criteria.push(levels('z', 500, 0));
  });
  const again = score(a, valuesOf(lines, 'self'), { by: 'self' });
  assert.deepEqual(JSON.stringify(again), JSON.stringify(before), 'an assessment keeps its version, so nothing moved');
  assert.throws(
    () => score(b, valuesOf(lines, 'self')),
    { code: 'not-an-option', pointer: '/lines/0/value/level' },
    'never a silent 0',
  );
  const moved = score(b, valuesOf(carryOver(b, lines), 'self'));
  assert.equal(moved.complete, false);
  const warned = classifyChange(a, b, [{ id: 'one', lines }]);
  assert.deepEqual(warned.assessments[0]?.lines, ['x', 'z'], 'and whoever edits is told beforehand');
});

// bottlenose #13: one consistent meaning for every edit. Ours, for any two rubrics and any values:
test('whatever the edit: nothing means the same result, recompute means all values fit, by hand names the lines', () => {
  const pair = fc.oneof(
    fc.tuple(arbitraryCase, arbitraryRubric).map(([each, b]) => ({ ...each, b })),
    arbitraryCase
      .chain((each) => fc.tuple(fc.constant(each), fc.nat(), fc.integer({ min: 0, max: 7 })))
      .map(([each, pick, what]) => ({ ...each, b: mutate(each.rubric, pick, what) })),
  );
  fc.assert(
    fc.property(pair, ({ rubric: from, lines, b }) => {
      const change = classifyChange(from, b, [{ id: 'one', lines }]);
      const [{ action, lines: byHand }] = change.assessments as [(typeof change.assessments)[number]];
      const carried = carryOver(b, lines);
      for (const [side, by] of [
        ['self', 'self'],
        ['appraised', 'appraiser'],
      ] as const) {
        const old = score(from, valuesOf(lines, side), { by });
        const now = score(b, valuesOf(carried, side), { by });
        if (action === 'nothing') {
          assert.equal(now.points, old.points);
          assert.equal(classify(b, now).finalBand, classify(from, old).finalBand);
        }
        const lost = now.lines.filter(({ state }) => state === 'missing').map(({ criterionId }) => criterionId);
        const wasMissing = old.lines.filter(({ state }) => state === 'missing').map(({ criterionId }) => criterionId);
        for (const id of lost)
          assert.ok(byHand.includes(id) || wasMissing.includes(id), `${id} is missing and not named`);
      }
      if (change.kind === 0) assert.equal(action, 'nothing');
      if (action === 'by-hand') assert.ok(change.kind >= 4, 'the kind of the change says so too');
    }),
    { numRuns: 1000 },
  );
});

/** One small edit of a random rubric. */
function mutate(from: Rubric, pick: number, what: number): Rubric {
  const b = structuredClone(from);
  const nodes = b.criteria.flatMap((node) => (node.kind === 'group' ? node.children : [node]));
  const node = nodes[pick % nodes.length]!;
  if (what === 0) node.title = { vi: 'Tên khác' };
  if (what === 1) b.criteria = b.criteria.toReversed();
  if (what === 2 && node.kind === 'levels')
    node.levels.push({ id: 'more', points: Math.floor(node.max / 3), title: { vi: 'x' } });
  if (what === 3 && node.kind === 'levels') node.levels.pop();
  if (what === 4 && node.kind !== 'gate' && node.kind !== 'group') node.max += 50;
  if (what === 5 && node.kind === 'range') node.max = Math.max(node.max - 50, 1);
  if (what === 6 && node.kind !== 'gate' && node.kind !== 'group') node.mayNotApply = !node.mayNotApply;
  if (what === 7) node.scoredBy = node.scoredBy ? undefined : 'superior';
  return b;
}

test('random lines are what their rubric takes', () => {
  fc.assert(
    fc.property(
      arbitraryRubric.chain((each) => fc.tuple(fc.constant(each), arbitraryLines(each))),
      ([each, lines]) => {
        assert.equal(carryOver(each, lines).length, lines.length);
      },
    ),
  );
});
