import { isFrozenRubric } from '../rubrics/frozen.ts';
import { MAX_DEPTH, MAX_NODES } from '../rubrics/limits.ts';
import { checkPoints, refuse, refuseTooLarge, refuseTwice, refuseUnknown } from '../rubrics/message.ts';
import type { Criterion, Group, Pot, Rubric, RubricNode } from '../rubrics/schema.ts';
import { withId } from '../rubrics/with-id.ts';

/** A line in the order of the table. */
export interface PlanLine {
  id: string;
  criterion: Criterion;
  /** JSON pointer: `/rubric/criteria/0`. */
  pointer: string;
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

/** A rubric prepared for scoring: flattened, and checked for faults that would give a wrong total. */
export interface Plan {
  lines: readonly PlanLine[];
  /** Parents come before their children. */
  groups: readonly PlanGroup[];
  /** Indices of the lines and of the groups by their ids. */
  lineIndex: ReadonlyMap<string, number>;
  groupIndex: ReadonlyMap<string, number>;
  /** What each side can give: `outOf` with the lines of the table, `top` at most. */
  appraiser: { outOf: number; top: number };
  self: { outOf: number; top: number };
}

const plans = new WeakMap<Rubric, Plan>();

/** Adds the values of groups to their parents, innermost first, each cut to its group's maximum. Returns the values before the cut. */
export function sumUp(groups: readonly PlanGroup[], values: number[]): number[] {
  const uncut = values.slice();
  for (let index = groups.length - 1; index >= 0; index--) {
    const { parent, max } = groups[index]!;
    uncut[index] = values[index]!;
    values[index] = Math.min(values[index]!, max);
    if (parent >= 0) values[parent]! += values[index]!;
  }
  return uncut;
}

const noPot: Pot = { max: 0, criteria: [] };

function build(rubric: Rubric): Plan {
  const { total, ceiling = total, criteria, bonus = noPot, deduction = noPot, conditions, order, rounding } = rubric;
  const lines: PlanLine[] = [];
  const groups: PlanGroup[] = [];
  const lineIndex = new Map<string, number>();
  const groupIndex = new Map<string, number>();
  const isKnown = (id: string) => lineIndex.has(id) || groupIndex.has(id);
  let inTable = true;

  const add = (nodes: readonly RubricNode[], group: number, list: string, depth = 1, superior = false) => {
    for (const [position, node] of nodes.entries()) {
      const { id, kind } = node;
      const pointer = `${list}/${position}`;
      if (isKnown(id)) refuseTwice('duplicate-id', `${pointer}/id`, id);
      if (depth > MAX_DEPTH || lineIndex.size + groupIndex.size === MAX_NODES) refuseTooLarge(pointer);
      const reserved = superior || node.scoredBy === 'superior';
      const max = kind === 'gate' ? 0 : checkPoints(node.max, `${pointer}/max`);
      if (kind === 'group') {
        groupIndex.set(id, groups.length);
        groups.push({ group: node, parent: group, max });
        add(node.children, groups.length - 1, `${pointer}/children`, depth + 1, reserved);
      } else {
        if (kind === 'gate' && !withId(conditions, node.condition)) {
          refuseUnknown('unknown-condition', `${pointer}/condition`, node.condition);
        }
        lineIndex.set(id, lines.length);
        const mayNotApply = kind !== 'gate' && !!node.mayNotApply;
        lines.push({ id, criterion: node, pointer, group, max, reserved, inTable, mayNotApply });
      }
    }
  };
  const addRoot = (max: number, pointer: string) => groups.push({ parent: -1, max: checkPoints(max, pointer) });
  addRoot(total, '/rubric/total');
  addRoot(bonus.max, '/rubric/bonus/max');
  addRoot(deduction.max, '/rubric/deduction/max');
  add(criteria, 0, '/rubric/criteria');
  inTable = false;
  add(bonus.criteria, 1, '/rubric/bonus/criteria');
  add(deduction.criteria, 2, '/rubric/deduction/criteria');
  checkPoints(ceiling, '/rubric/ceiling');
  if (checkPoints(rounding.to, '/rubric/rounding/to') === 0) {
    refuse('not-points', '/rubric/rounding/to', 'Không thể làm tròn đến 0 điểm', 'Nothing can be rounded to 0 points');
  }

  for (const [at, step] of order.entries()) {
    if (step !== 'clamp' && step !== 'round' && order.indexOf(step) < at)
      refuseTwice('step-twice', `/rubric/order/${at}`, step);
  }
  for (const [at, { when }] of conditions.entries()) {
    if (when && !isKnown(when.line)) refuseUnknown('unknown-line', `/rubric/conditions/${at}/when/line`, when.line);
  }
  const reachableBy = (self: boolean) => {
    const reachable = groups.map(() => 0);
    for (const { group, max, reserved } of lines) reachable[group]! += self && reserved ? 0 : max;
    sumUp(groups, reachable);
    return reachable[0]!;
  };
  const [all, own] = [reachableBy(false), reachableBy(true)];
  return {
    lines,
    groups,
    lineIndex,
    groupIndex,
    appraiser: { outOf: all, top: ceiling },
    self: { outOf: own, top: Math.max(ceiling - all + own, 0) },
  };
}

/** The plan of a rubric, built once for a frozen one. Throws `InputError` for a rubric that cannot be scored. */
export function planOf(rubric: Rubric): Plan {
  const known = plans.get(rubric);
  if (known) return known;
  const plan = build(rubric);
  if (isFrozenRubric(rubric)) plans.set(rubric, plan);
  return plan;
}
