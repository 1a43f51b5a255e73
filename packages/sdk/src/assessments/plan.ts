import { isFrozenRubric } from '../rubrics/frozen.ts';
import { MAX_DEPTH, MAX_NODES } from '../rubrics/limits.ts';
import { checkPoints, refuse, refuseTwice, refuseUnknown } from '../rubrics/say.ts';
import type { Criterion, Group, Rubric, RubricNode } from '../rubrics/schema.ts';

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
  group?: Group;
  parent: number;
  max: number;
}

/** A rubric made ready for scoring: flat, and checked for what would give a wrong number. */
export interface Plan {
  lines: readonly PlanLine[];
  /** Parents come before their children. */
  groups: readonly PlanGroup[];
  /** By id: the index of a line, or `~index` (negative) of a group. */
  indexOf: ReadonlyMap<string, number>;
  hasFormulas: boolean;
  /** What the lines of the table can give: all of them, and those a unit scores itself. */
  outOf: { appraiser: number; self: number };
}

const plans = new WeakMap<Rubric, Plan>();

/** Adds the values of groups up to their parents, inside out, each cut to its group's maximum; `uncut` keeps what was there. */
export function sumUp(groups: readonly PlanGroup[], values: Int32Array, uncut: Int32Array = values): Int32Array {
  for (let index = groups.length - 1; index >= 0; index--) {
    const { parent, max } = groups[index]!;
    uncut[index] = values[index]!;
    if (values[index]! > max) values[index] = max;
    if (parent >= 0) values[parent]! += values[index]!;
  }
  return values;
}

function build(rubric: Rubric): Plan {
  const { criteria, bonus, deduction, conditions, order } = rubric;
  const lines: PlanLine[] = [];
  const groups: PlanGroup[] = [];
  const indexOf = new Map<string, number>();

  const add = (
    nodes: readonly RubricNode[],
    parent: number,
    root: number,
    pointer: string,
    depth: number,
    superior: boolean,
  ) => {
    for (const [position, node] of nodes.entries()) {
      const { id, kind } = node;
      const at = `${pointer}/${position}`;
      if (indexOf.has(id)) refuseTwice('duplicate-id', `${at}/id`, id);
      if (depth > MAX_DEPTH || indexOf.size === MAX_NODES) {
        refuse('too-large', at, 'Quá nhiều tiêu chí hoặc cấp', 'Too many criteria or levels');
      }
      const reserved = superior || node.scoredBy === 'superior';
      const max = kind === 'gate' ? 0 : checkPoints(node.max, `${at}/max`);
      if (kind === 'group') {
        indexOf.set(id, ~groups.length);
        groups.push({ group: node, parent, max });
        add(node.children, groups.length - 1, root, `${at}/children`, depth + 1, reserved);
      } else {
        if (kind === 'gate' && !conditions.some((each) => each.id === node.condition)) {
          refuseUnknown('unknown-condition', `${at}/condition`, node.condition);
        }
        indexOf.set(id, lines.length);
        const mayNotApply = kind !== 'gate' && node.mayNotApply === true;
        lines.push({ id, criterion: node, group: parent, max, reserved, inTable: root === 0, mayNotApply });
      }
    }
  };
  const parts = [
    ['/rubric/total', rubric.total, '/rubric/criteria', criteria],
    ['/rubric/bonus/max', bonus?.max ?? 0, '/rubric/bonus/criteria', bonus?.criteria ?? []],
    ['/rubric/deduction/max', deduction?.max ?? 0, '/rubric/deduction/criteria', deduction?.criteria ?? []],
  ] as const;
  for (const [pointer, max] of parts) groups.push({ parent: -1, max: checkPoints(max, pointer) });
  for (const [root, [, , pointer, nodes]] of parts.entries()) add(nodes, root, root, pointer, 1, false);

  for (const [at, step] of order.entries()) {
    if (step !== 'clamp' && step !== 'round' && order.indexOf(step) < at)
      refuseTwice('step-twice', `/rubric/order/${at}`, step);
  }
  for (const [at, { when }] of conditions.entries()) {
    if (when && !indexOf.has(when.line)) refuseUnknown('unknown-line', `/rubric/conditions/${at}/when/line`, when.line);
  }
  const roomOf = (self: boolean) => {
    const room = new Int32Array(groups.length);
    for (const { group, max, reserved } of lines) if (!self || !reserved) room[group]! += max;
    return sumUp(groups, room)[0]!;
  };
  const hasFormulas = lines.some(({ criterion }) => criterion.kind === 'formula');
  return { lines, groups, indexOf, hasFormulas, outOf: { appraiser: roomOf(false), self: roomOf(true) } };
}

/** The plan of a rubric, built once for a frozen one. Throws `InputError` for a rubric that cannot give a right number. */
export function planOf(rubric: Rubric): Plan {
  let plan = plans.get(rubric);
  if (!plan) {
    plan = build(rubric);
    if (isFrozenRubric(rubric)) plans.set(rubric, plan);
  }
  return plan;
}
