import type { Bilingual } from '../errors/input-error.ts';
import { equal } from './equal.ts';
import { message, type MessageValue } from './message.ts';
import type { Rubric, RubricNode } from './schema.ts';
import { rubricPartNames, rubricPartNamesEn } from './part-names.ts';
import { placedNodes, type PlacedNode, type RubricPart } from './tree.ts';

/** One difference between two rubrics. */
export interface RubricDifference {
  kind: 'added' | 'removed' | 'moved' | 'changed';
  /** `rubric`: a field of the rubric itself. */
  what: 'node' | 'band' | 'condition' | 'rubric';
  /** Id of the node, band or condition; name of the field of the rubric. */
  id: string;
  /** For `changed`: which field. */
  field?: string;
  before?: unknown;
  after?: unknown;
  /** JSON pointer into the second rubric; into the first for what was removed. */
  pointer: string;
  text: Bilingual;
}

const fieldNames: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  title: ['tên', 'title'],
  number: ['số thứ tự', 'number'],
  note: ['ghi chú', 'note'],
  kind: ['cách chấm', 'kind'],
  max: ['điểm tối đa', 'maximum'],
  levels: ['các mức', 'levels'],
  thresholds: ['các ngưỡng', 'thresholds'],
  expression: ['công thức', 'formula'],
  evidence: ['yêu cầu minh chứng', 'evidence'],
  scoredBy: ['người chấm', 'who scores'],
  mayNotApply: ['được để “không áp dụng”', 'may be not applicable'],
  from: ['từ', 'from'],
  below: ['đến dưới', 'below'],
  effect: ['hệ quả', 'effect'],
  bands: ['các mức xếp loại', 'bands'],
  conditions: ['các điều kiện', 'conditions'],
  total: ['tổng điểm', 'total'],
  rounding: ['làm tròn', 'rounding'],
  order: ['thứ tự tính', 'order of steps'],
  legalBasis: ['căn cứ', 'legal basis'],
  subject: ['đối tượng chấm', 'subject'],
  each: ['điểm mỗi lần', 'points for each'],
  step: ['bước điểm', 'step'],
  min: ['điểm tối thiểu', 'minimum'],
  unit: ['đơn vị đếm', 'unit'],
  capped: ['giới hạn của nhóm', 'cap of the group'],
  condition: ['điều kiện', 'condition'],
  ceiling: ['điểm trần', 'ceiling'],
  notApplicable: ['cách tính mục không áp dụng', 'lines that do not apply'],
  reasonAbove: ['chênh lệch phải nêu lý do', 'difference that needs a reason'],
  quota: ['tỷ lệ khống chế', 'quota'],
  tieBreak: ['tiêu chí phụ', 'tie-break'],
  variants: ['phần riêng theo đối tượng', 'variants'],
  unpublished: ['phần nguồn chưa công bố', 'parts not published'],
};

function fieldName(field: string): { vi: string; en: string } {
  const [vi, en] = (Object.hasOwn(fieldNames, field) ? fieldNames[field] : undefined) ?? [field, field];
  return { vi, en };
}

/** Points and short values are shown, structures are not. */
function shown(value: unknown, field: string): string | number {
  if (value === undefined) return '–';
  if (typeof value === 'number')
    return ['max', 'total', 'from', 'below', 'each', 'min', 'step', 'ceiling', 'reasonAbove'].includes(field)
      ? value
      : String(value);
  if (typeof value === 'object' && value !== null) return 'vi' in value ? String(value.vi) : nameIn(value);
  return String(value);
}

/** What a legal basis is known by; any other structure is not shown. */
function nameIn(value: { number?: unknown; title?: unknown }): string {
  const { number, title } = value;
  return typeof number === 'string' ? number : typeof title === 'string' ? title : '…';
}

function compareFields(
  what: RubricDifference['what'],
  id: string,
  name: MessageValue,
  pointer: string,
  before: object,
  after: object,
  skip: readonly string[],
): RubricDifference[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !skip.includes(field) && !equal(a[field], b[field]),
  );
  return fields.map((field) => ({
    kind: 'changed',
    what,
    id,
    field,
    before: a[field],
    after: b[field],
    pointer: `${pointer}/${field}`,
    text: message(
      '“$0”, $1: $2 → $3',
      '“$0”, $1: $2 → $3',
      name,
      fieldName(field),
      shown(a[field], field),
      shown(b[field], field),
    ),
  }));
}

/** The ids that changed their position among the siblings common to both lists. */
function reordered(before: readonly RubricNode[], after: readonly RubricNode[]): Set<string> {
  const [old, now] = [before, after].map((nodes) => new Set(nodes.map(({ id }) => id))) as [Set<string>, Set<string>];
  const first = [...old].filter((id) => now.has(id));
  return new Set([...now].filter((id) => old.has(id)).filter((id, at) => first[at] !== id));
}

function diffNodes(a: Rubric, b: Rubric): RubricDifference[] {
  const before = new Map(placedNodes(a).map((placed) => [placed.node.id, placed]));
  const after = new Map(placedNodes(b).map((placed) => [placed.node.id, placed]));
  const differences: RubricDifference[] = [];
  const movedIn = new Map<RubricNode[], Set<string>>();
  for (const [id, { node, pointer }] of before) {
    if (after.has(id)) continue;
    differences.push({
      kind: 'removed',
      what: 'node',
      id,
      before: node,
      pointer,
      text: message('Bỏ “$0”', 'Removed “$0”', node.title),
    });
  }
  for (const [id, placed] of after) {
    const { node, pointer } = placed;
    const old = before.get(id);
    if (!old) {
      differences.push({
        kind: 'added',
        what: 'node',
        id,
        after: node,
        pointer,
        text: message('Thêm “$0”', 'Added “$0”', node.title),
      });
      continue;
    }
    if (isMoved(old, placed, movedIn)) {
      const [from, to] = [old.parent ?? old.part, placed.parent ?? placed.part];
      const [above, under] = [placeName(old, before), placeName(placed, after)];
      differences.push({
        kind: 'moved',
        what: 'node',
        id,
        before: from,
        after: to,
        pointer,
        text:
          from === to
            ? message('Đổi thứ tự “$0” trong “$1”', 'Moved “$0” within “$1”', node.title, above)
            : message('Chuyển “$0”: “$1” → “$2”', 'Moved “$0”: “$1” → “$2”', node.title, above, under),
      });
    }
    differences.push(...compareFields('node', id, node.title, pointer, old.node, node, ['children', 'id']));
  }
  return differences;
}

/** The group that something is in, or else its part, as people call it. */
function placeName(
  { parent, part }: PlacedNode,
  nodes: ReadonlyMap<string, PlacedNode>,
): { vi: string; en?: string | undefined } {
  return parent === null ? partName(part) : nodes.get(parent)!.node.title;
}

const partName = (part: RubricPart) => ({ vi: rubricPartNames[part], en: rubricPartNamesEn[part] });

/** @param movedIn the result of each list compared so far, by the list of the second rubric */
function isMoved(old: PlacedNode, now: PlacedNode, movedIn: Map<RubricNode[], Set<string>>): boolean {
  if (old.parent !== now.parent || old.part !== now.part) return true;
  const moved = movedIn.get(now.siblings) ?? reordered(old.siblings, now.siblings);
  movedIn.set(now.siblings, moved);
  return moved.has(now.node.id);
}

type Named = { id: string; title: { vi: string; en?: string | undefined } };

function diffList(
  what: 'band' | 'condition',
  list: string,
  a: readonly Named[],
  b: readonly Named[],
): RubricDifference[] {
  const removed = a.flatMap<RubricDifference>((old, at) =>
    b.some(({ id }) => id === old.id)
      ? []
      : [
          {
            kind: 'removed',
            what,
            id: old.id,
            before: old,
            pointer: `/${list}/${at}`,
            text: message('Bỏ “$0”', 'Removed “$0”', old.title),
          },
        ],
  );
  const rest = b.flatMap<RubricDifference>((now, at) => {
    const pointer = `/${list}/${at}`;
    const old = a.find(({ id }) => id === now.id);
    if (!old)
      return [
        { kind: 'added', what, id: now.id, after: now, pointer, text: message('Thêm “$0”', 'Added “$0”', now.title) },
      ];
    return compareFields(what, now.id, now.title, pointer, old, now, ['id']);
  });
  return [...removed, ...rest];
}

const comparedSeparately = [
  'id',
  'version',
  'basedOn',
  'criteria',
  'bands',
  'conditions',
  'bonus',
  'deduction',
  'appliedVariants',
];

/** Every difference from `a` to `b`, matched by id: nodes first, then bands, conditions and the rubric's own fields. */
export function diffRubrics(a: Rubric, b: Rubric): RubricDifference[] {
  const pots = (['bonus', 'deduction'] as const).flatMap((part) =>
    compareFields('rubric', part, partName(part), `/${part}`, { max: a[part]?.max }, { max: b[part]?.max }, []),
  );
  return [
    ...diffNodes(a, b),
    ...diffList('band', 'bands', a.bands, b.bands),
    ...diffList('condition', 'conditions', a.conditions, b.conditions),
    ...pots,
    ...compareFields('rubric', 'rubric', b.title, '', a, b, comparedSeparately),
  ];
}
