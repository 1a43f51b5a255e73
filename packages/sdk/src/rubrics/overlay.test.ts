import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyOverlay,
  checkRubric,
  criteriaOf,
  diffRubrics,
  forSubject,
  illustrativeModel,
  type Overlay,
  type Rubric,
  type RubricNode,
} from './index.ts';

const overlay = (changes: Overlay['changes']): Overlay => ({
  id: 'so-noi-vu-model',
  version: '2026',
  base: { id: 'illustrative-model', version: '1' },
  changes,
});

test('an overlay makes a new rubric and leaves the template alone', () => {
  const before = structuredClone(illustrativeModel);
  const rubric = applyOverlay(
    illustrativeModel,
    overlay([
      { op: 'set', node: '1.1', fields: { max: 300, title: { vi: 'Có kế hoạch của chi bộ' } } },
      {
        op: 'add',
        parent: 'I',
        index: 2,
        node: { kind: 'yes-no', id: '1.1b', title: { vi: 'Có chuyên mục trên trang thông tin' }, max: 100 },
      },
    ]),
  );
  assert.deepEqual(illustrativeModel, before);
  assert.deepEqual(
    [rubric.id, rubric.version, rubric.basedOn],
    ['so-noi-vu-model', '2026', { id: 'illustrative-model', version: '1' }],
  );
  assert.deepEqual(checkRubric(rubric), []);
  assert.deepEqual(
    criteriaOf(rubric)
      .slice(0, 4)
      .map(({ id }) => id),
    ['1.0', '1.1', '1.1b', '1.2'],
  );
  assert.deepEqual(
    diffRubrics(illustrativeModel, rubric).map(({ text }) => text.vi),
    [
      '“Có kế hoạch của chi bộ”, tên: Có kế hoạch được cấp ủy phê duyệt → Có kế hoạch của chi bộ',
      '“Có kế hoạch của chi bộ”, điểm tối đa: 4 → 3',
      'Thêm “Có chuyên mục trên trang thông tin”',
    ],
  );
});

test('differences are told in the words of people: places, parts and what a rubric rests on', () => {
  const [first, second, ...others] = illustrativeModel.criteria as [RubricNode, RubricNode, ...RubricNode[]];
  const inside = (node: RubricNode) => (node.kind === 'group' ? node.children : []);
  const [line, ...lines] = inside(first);
  const changed: Rubric = {
    ...illustrativeModel,
    legalBasis: { number: '88/QĐ-UBND', title: 'Quyết định', confidence: 'published' },
    bonus: { ...illustrativeModel.bonus!, max: 900 },
    criteria: [
      { ...first, children: lines } as RubricNode,
      { ...second, children: [...inside(second), line!] } as RubricNode,
      ...others.toReversed(),
    ],
  };
  const texts = diffRubrics(illustrativeModel, changed).map(({ text }) => text);
  const of = (start: string) => texts.find(({ vi }) => vi.startsWith(start));
  assert.equal(
    of(`Chuyển “${line!.title.vi}”`)?.vi,
    `Chuyển “${line!.title.vi}”: “${first.title.vi}” → “${second.title.vi}”`,
  );
  assert.equal(of(`Đổi thứ tự “${others[0]!.title.vi}”`)?.vi, `Đổi thứ tự “${others[0]!.title.vi}” trong “Tiêu chí”`);
  assert.match(of('“Điểm cộng”, điểm tối đa')!.vi, /→ 9$/);
  assert.match(of('“Điểm cộng”, điểm tối đa')!.en, /^“Bonus/);
  assert.match(of(`“${illustrativeModel.title.vi}”, căn cứ`)!.vi, /→ 88\/QĐ-UBND$/);
});

test('what the template locks stays', () => {
  const refused = (changes: Overlay['changes'], code: string, pointer: string) =>
    assert.throws(() => applyOverlay(illustrativeModel, overlay(changes)), { code, pointer });
  refused([{ op: 'set', node: 'VII', fields: { max: 500 } }], 'locked', '/overlay/changes/0/node');
  refused([{ op: 'remove', node: '7.1' }], 'locked', '/overlay/changes/0/node');
  refused(
    [{ op: 'add', parent: 'VII', node: { kind: 'yes-no', id: 'x', title: { vi: 'x' }, max: 1 } }],
    'locked',
    '/overlay/changes/0/parent',
  );
  refused([{ op: 'set', node: '1.1', fields: { locked: true } }], 'unknown-field', '/overlay/changes/0/fields/locked');
  refused(
    [{ op: 'set', node: '1.1', fields: { __proto__: null, kind: 'range' } }],
    'unknown-field',
    '/overlay/changes/0/fields/kind',
  );
  refused([{ op: 'remove', node: 'zz' }], 'unknown-line', '/overlay/changes/0/node');
  refused(
    [{ op: 'add', parent: null, node: { kind: 'yes-no', id: '1.1', title: { vi: 'x' }, max: 1 } }],
    'duplicate-id',
    '/overlay/changes/0/node',
  );
  refused(
    [{ op: 'add', parent: '1.1', node: { kind: 'yes-no', id: 'x', title: { vi: 'x' }, max: 1 } }],
    'not-a-group',
    '/overlay/changes/0/parent',
  );
  assert.throws(
    () => applyOverlay(illustrativeModel, { ...overlay([]), base: { id: 'illustrative-model', version: '2' } }),
    { code: 'other-template' },
  );
});

test('an empty overlay differs in nothing but its name', () => {
  assert.deepEqual(diffRubrics(illustrativeModel, applyOverlay(illustrativeModel, overlay([]))), []);
});

test('a variant reads differently for an individual, and only then', () => {
  assert.equal(forSubject(illustrativeModel, { registrantKind: 'collective' }), illustrativeModel);
  const person = forSubject(illustrativeModel, { registrantKind: 'individual' });
  assert.deepEqual(person.appliedVariants, ['individual']);
  assert.equal(person.variants, undefined);
  assert.match(criteriaOf(person).find(({ id }) => id === '1.2')!.title.vi, /gương mẫu/);
  assert.deepEqual([person.id, person.version], [illustrativeModel.id, illustrativeModel.version]);
});

test('variants by unit kind, together and in order', () => {
  const rubric = {
    ...illustrativeModel,
    variants: [
      {
        id: 'a',
        title: { vi: 'A' },
        unitKinds: ['school'],
        changes: [{ op: 'set' as const, node: '1.1', fields: { note: { vi: 'một' } } }],
      },
      {
        id: 'b',
        title: { vi: 'B' },
        unitKinds: ['school', 'office'],
        registrantKinds: ['collective' as const],
        changes: [{ op: 'set' as const, node: '1.1', fields: { note: { vi: 'hai' } } }],
      },
    ],
  };
  assert.deepEqual(forSubject(rubric, { unitKind: 'school', registrantKind: 'collective' }).appliedVariants, [
    'a',
    'b',
  ]);
  assert.deepEqual(forSubject(rubric, { unitKind: 'office', registrantKind: 'individual' }).appliedVariants, undefined);
  assert.equal(
    criteriaOf(forSubject(rubric, { unitKind: 'school', registrantKind: 'collective' }))[1]!.note?.vi,
    'hai',
  );
});

test('an added group that holds itself is refused, and a field named like a property of every object is only a field', () => {
  const itself: RubricNode = { kind: 'group', id: 'g', title: { vi: 'G' }, max: 100, children: [] };
  itself.children.push(itself);
  assert.throws(() => applyOverlay(illustrativeModel, overlay([{ op: 'add', parent: null, node: itself }])), {
    code: 'too-large',
  });
  const odd = { ...illustrativeModel, criteria: [{ ...illustrativeModel.criteria[0]!, constructor: 5 }] };
  assert.deepEqual(
    diffRubrics({ ...illustrativeModel, criteria: [illustrativeModel.criteria[0]!] }, odd as never).map(
      ({ field }) => field,
    ),
    ['constructor'],
  );
});
