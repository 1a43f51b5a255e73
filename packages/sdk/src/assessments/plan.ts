import { InputError } from '../errors/input-error.ts';
import { isFrozenRubric } from '../rubrics/frozen.ts';
import { MAX_DEPTH, MAX_NODES } from '../rubrics/limits.ts';
import type { Criterion, FormulaCriterion, Group, Rubric, RubricNode } from '../rubrics/schema.ts';

/** A line in the order of the table. */
export interface PlanLine {
  id: string;
  criterion: Criterion;
  /** Index of its group in {@link Plan.groups}. */
  group: number;
  max: number;
  /** Only the superior scores it. */
  reserved: boolean;
  /** In the table proper, not a bonus or deduction line. */
  inTable: boolean;
  mayNotApply: boolean;
}

/** A group; the first three are the table itself, the bonus lines and the deduction lines. */
export interface PlanGroup {
  group: Group | undefined;
  parent: number;
  max: number;
}

/** A rubric made ready for scoring: flat, checked for what would give a wrong number. */
export interface Plan {
  lines: readonly PlanLine[];
  indexOf: ReadonlyMap<string, number>;
  /** Parents come before their children. */
  groups: readonly PlanGroup[];
  /** Indexes of the formula lines, each after the lines it reads. */
  formulas: readonly number[];
  /** Indexes of the gate lines. */
  gates: readonly number[];
  /** Conditions that apply of themselves below some points; `line` or `group` is an index, `inside` the lines they cover. */
  floors: readonly { condition: string; line: number; group: number; below: number; inside: readonly number[] }[];
  /** What the lines of the table can give: all of them, and those a unit scores itself. */
  outOf: { appraiser: number; self: number };
}

const parts = ['criteria', 'bonus', 'deduction'] as const;
const kinds = new Set(['levels', 'range', 'yes-no', 'count', 'ratio', 'formula', 'gate']);
const plans = new WeakMap<Rubric, Plan>();

function refuse(code: string, pointer: string, vi: string, en: string): never {
  throw new InputError(code, pointer, { vi, en });
}

function checkMax(max: number, pointer: string): number {
  if (!Number.isSafeInteger(max) || max < 0 || max > 1_000_000) {
    refuse(
      'not-points',
      pointer,
      'Điểm tối đa phải là số nguyên phần trăm điểm, không âm',
      'The maximum must be a non-negative integer of hundredths',
    );
  }
  return max;
}

/** Formula lines ordered so that each comes after what it reads. */
function orderFormulas(lines: PlanLine[], indexOf: Map<string, number>): number[] {
  const ordered: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const visit = (index: number): void => {
    const line = lines[index];
    if (line?.criterion.kind !== 'formula' || state.get(index) === 'done') return;
    if (state.get(index) === 'open') {
      refuse(
        'cyclic-formula',
        `/rubric/${line.id}/inputs`,
        `Công thức của “${line.id}” tham chiếu vòng quanh`,
        `The formula of “${line.id}” refers back to itself`,
      );
    }
    state.set(index, 'open');
    for (const input of Object.values(line.criterion.inputs)) {
      const read = indexOf.get(input.line);
      if (read === undefined) {
        refuse(
          'unknown-line',
          `/rubric/${line.id}/inputs`,
          `Công thức của “${line.id}” dùng dòng “${input.line}” không có`,
          `The formula of “${line.id}” reads “${input.line}”, which does not exist`,
        );
      }
      visit(read);
      // What rests on a reserved line cannot be known while a unit scores itself.
      if (lines[read]?.reserved) line.reserved = true;
    }
    state.set(index, 'done');
    ordered.push(index);
  };
  for (let index = 0; index < lines.length; index++) visit(index);
  return ordered;
}

function roomOf(lines: PlanLine[], groups: PlanGroup[], self: boolean): number {
  const room = groups.map(() => 0);
  for (const line of lines) if (!(self && line.reserved)) room[line.group]! += line.max;
  for (let index = groups.length - 1; index >= parts.length; index--) {
    const { parent, max } = groups[index]!;
    room[parent]! += Math.min(room[index]!, max);
  }
  return Math.min(room[0]!, groups[0]!.max);
}

function isInside(groups: readonly PlanGroup[], group: number, ancestor: number): boolean {
  for (let at = group; at >= 0; at = groups[at]!.parent) if (at === ancestor) return true;
  return false;
}

function checkOrder(order: Rubric['order']): void {
  for (const step of ['rescale', 'bonus', 'deduction'] as const) {
    if (order.filter((each) => each === step).length > 1) {
      refuse(
        'step-twice',
        '/rubric/order',
        `Bước “${step}” chỉ được khai một lần`,
        `Step “${step}” may be declared once only`,
      );
    }
  }
}

function build(rubric: Rubric): Plan {
  checkOrder(rubric.order);
  const conditions = new Set(rubric.conditions.map(({ id }) => id));
  const lines: PlanLine[] = [];
  const groups: PlanGroup[] = [
    { group: undefined, parent: -1, max: checkMax(rubric.total, '/rubric/total') },
    { group: undefined, parent: -1, max: checkMax(rubric.bonus?.max ?? 0, '/rubric/bonus/max') },
    { group: undefined, parent: -1, max: checkMax(rubric.deduction?.max ?? 0, '/rubric/deduction/max') },
  ];
  const indexOf = new Map<string, number>();
  const seen = new Set<string>();

  const add = (
    nodes: readonly RubricNode[],
    parent: number,
    pointer: string,
    depth: number,
    reserved: boolean,
    root: number,
  ) => {
    if (depth > MAX_DEPTH)
      refuse('too-deep', pointer, `Quá ${MAX_DEPTH} cấp tiêu chí`, `More than ${MAX_DEPTH} levels deep`);
    for (const [position, node] of nodes.entries()) {
      const at = `${pointer}/${position}`;
      if (seen.has(node.id))
        refuse('duplicate-id', `${at}/id`, `Mã “${node.id}” dùng hai lần`, `The id “${node.id}” is used twice`);
      seen.add(node.id);
      if (seen.size > MAX_NODES)
        refuse(
          'too-many-criteria',
          pointer,
          `Quá ${MAX_NODES} nhóm và tiêu chí`,
          `More than ${MAX_NODES} groups and criteria`,
        );
      const forSuperior = reserved || node.scoredBy === 'superior';
      if (node.kind === 'group') {
        groups.push({ group: node, parent, max: checkMax(node.max, `${at}/max`) });
        add(node.children, groups.length - 1, `${at}/children`, depth + 1, forSuperior, root);
      } else {
        if (!kinds.has(node.kind))
          refuse('unknown-kind', `${at}/kind`, 'Loại tiêu chí không có', 'Unknown kind of criterion');
        if (node.kind === 'gate' && !conditions.has(node.condition)) {
          refuse(
            'unknown-condition',
            `${at}/condition`,
            `Không có điều kiện “${node.condition}”`,
            `There is no condition “${node.condition}”`,
          );
        }
        indexOf.set(node.id, lines.length);
        const gate = node.kind === 'gate';
        lines.push({
          id: node.id,
          criterion: node,
          group: parent,
          max: gate ? 0 : checkMax(node.max, `${at}/max`),
          reserved: forSuperior,
          inTable: root === 0,
          mayNotApply: !gate && node.mayNotApply === true,
        });
      }
    }
  };
  for (const [root, part] of parts.entries()) {
    const nodes = part === 'criteria' ? rubric.criteria : rubric[part]?.criteria;
    add(nodes ?? [], root, part === 'criteria' ? '/rubric/criteria' : `/rubric/${part}/criteria`, 1, false, root);
  }

  const formulas = orderFormulas(lines, indexOf);
  const floors = rubric.conditions.flatMap(({ id, when }, at) => {
    if (!when) return [];
    const line = indexOf.get(when.line) ?? -1;
    const group = groups.findIndex((each) => each.group?.id === when.line);
    if (line < 0 && group < 0) {
      refuse(
        'unknown-line',
        `/rubric/conditions/${at}/when/line`,
        `Không có dòng hay nhóm “${when.line}”`,
        `There is no line or group “${when.line}”`,
      );
    }
    const inside =
      line >= 0 ? [line] : lines.flatMap((each, index) => (isInside(groups, each.group, group) ? [index] : []));
    return [{ condition: id, line, group, below: when.below, inside }];
  });
  const gates = lines.flatMap(({ criterion }, index) => (criterion.kind === 'gate' ? [index] : []));
  return {
    lines,
    indexOf,
    groups,
    formulas,
    gates,
    floors,
    outOf: { appraiser: roomOf(lines, groups, false), self: roomOf(lines, groups, true) },
  };
}

/** The plan of a rubric, built once for a frozen one. Throws `InputError` for a rubric that cannot give a right number. */
export function planOf(rubric: Rubric): Plan {
  const known = plans.get(rubric);
  if (known) return known;
  const plan = build(rubric);
  if (isFrozenRubric(rubric)) plans.set(rubric, plan);
  return plan;
}

/** What a formula engine is asked: the value, in hundredths, of an expression over named exact fractions, in points. */
export type FormulaEngine = (
  criterion: FormulaCriterion,
  inputs: Readonly<Record<string, { numerator: number; denominator: number }>>,
  mode: Rubric['rounding']['mode'],
) => number;
