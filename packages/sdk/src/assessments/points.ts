import { checkPoints, refuse, refuseTwice, refuseUnknown } from '../rubrics/message.ts';
import type { Rubric } from '../rubrics/schema.ts';
import { valuePoints } from '../rubrics/line-value.ts';
import { planOf, sumUp } from './plan.ts';
import type { LineValue, ScoredLine, ScoreResult } from './schema.ts';
import { calculateTotal } from './total.ts';
import type { FormulaEngine, ScoreCalculation } from './calculation.ts';

/** A line with what was entered for it. The order of the lines does not matter. */
export interface FilledLine {
  criterionId: string;
  value: LineValue;
}

export interface ScoreOptions {
  /** `'self'`: lines reserved to the superior are left out, and the total is out of what a unit can give itself. */
  by?: 'self' | 'appraiser';
  /** Needed for rubrics with formula lines: `scoreFormulas` of this entry. */
  formulas?: FormulaEngine;
}

/** A total and its parts. `lines` is computed when first read. */
export interface Points extends Omit<ScoreResult, 'explanation'> {
  /** Subtotals after caps, and what the lines that apply could give; hundredths. */
  groups: { groupId: string; points: number; outOf: number }[];
  /** Conditions that apply automatically: unmet gates, and lines or groups below the points a condition demands. */
  triggered: string[];
}

/** {@link points} with the intermediate results that its explanation needs. */
export function calculateScore(
  rubric: Rubric,
  lines: readonly FilledLine[],
  { by = 'appraiser', formulas }: ScoreOptions = {},
): { result: Points; calculation: ScoreCalculation } {
  const plan = planOf(rubric);
  const values: (LineValue | undefined)[] = [];
  const states = plan.lines.map<ScoredLine['state']>(({ reserved }) =>
    reserved && by === 'self' ? 'reserved' : 'missing',
  );
  const points = states.map(() => 0);

  for (const [at, { criterionId, value }] of lines.entries()) {
    const pointer = `/lines/${at}`;
    const index = plan.lineIndex.get(criterionId);
    if (index === undefined) return refuseUnknown('unknown-line', `${pointer}/criterionId`, criterionId);
    if (values[index]) refuseTwice('given-twice', `${pointer}/criterionId`, criterionId);
    if (states[index] === 'reserved') {
      refuse('not-yours-to-score', `${pointer}/criterionId`, 'Do cấp trên chấm', 'Only the superior scores this');
    }
    const line = plan.lines[index]!;
    const worth = valuePoints(line.criterion, value, pointer);
    values[index] = value;
    if (typeof worth === 'string') states[index] = worth;
    else {
      states[index] = 'scored';
      points[index] = checkPoints(worth, line.pointer);
    }
  }
  formulas?.({ rubric, plan, values, points, states });

  const sums = plan.groups.map(() => 0);
  const reachable = plan.groups.map(() => 0);
  const unscored = new Set<number>();
  const unmet: string[] = [];
  let complete = true;
  let hasPoints = false;
  for (const [index, { criterion, group, max, inTable, mayNotApply }] of plan.lines.entries()) {
    const state = states[index];
    if (criterion.kind === 'formula' && !formulas) {
      refuse(
        'formula-engine-missing',
        '/options/formulas',
        'Bộ tiêu chí có dòng tính theo công thức: cần truyền { formulas: scoreFormulas }',
        'The rubric has formula lines: pass { formulas: scoreFormulas }',
      );
    }
    // A rate without cases (0/0) counts as not applicable where the line may be; elsewhere the line is not scored yet.
    const open = state === 'missing' || (state === 'no-data' && !mayNotApply);
    if (open && inTable) complete = false;
    if (open || state === 'reserved') for (let at = group; at >= 0; at = plan.groups[at]!.parent) unscored.add(at);
    if (open || state === 'scored') {
      reachable[group]! += max;
      if (inTable && max > 0) hasPoints = true;
      const value = values[index] as { met?: boolean } | undefined;
      if (criterion.kind === 'gate' && value?.met === false) unmet.push(criterion.condition);
    } else if (state !== 'reserved' && inTable && rubric.notApplicable === 'full-marks') {
      points[index] = max;
      reachable[group]! += max;
    }
    sums[group]! += points[index]!;
  }
  const uncut = sumUp(plan.groups, sums);
  sumUp(plan.groups, reachable);

  /** Only for lines and groups that are fully scored. Where lines of a group do not apply, less is demanded of the group. */
  const fallsBelow = (line: string, demanded: number) => {
    const index = plan.lineIndex.get(line);
    if (index !== undefined) return states[index] === 'scored' && points[index]! < demanded;
    const group = plan.groupIndex.get(line)!;
    return !unscored.has(group) && sums[group]! * plan.groups[group]!.max < demanded * reachable[group]!;
  };
  const triggered = rubric.conditions.filter(
    ({ id, when }) => unmet.includes(id) || (when && fallsBelow(when.line, when.below)),
  );

  const { outOf, top } = plan[by];
  // Groups with a maximum of 0 give no points, whatever they contain.
  hasPoints &&= reachable[0]! > 0;
  const steps = hasPoints ? calculateTotal(rubric, sums, reachable[0]!, outOf, top) : [];
  const total = hasPoints ? (steps.at(-1)?.after[0] ?? sums[0]!) : null;
  const calculation: ScoreCalculation = {
    rubric,
    plan,
    values,
    points,
    states,
    sums,
    uncut,
    reachable,
    steps,
    total,
    outOf,
  };
  let scored: ScoredLine[] | undefined;
  const result: Points = {
    points: total,
    outOf,
    base: sums[0]!,
    bonus: sums[1]!,
    deduction: sums[2]!,
    complete,
    triggered: triggered.map(({ id }) => id),
    get lines() {
      return (scored ??= plan.lines.map(({ id, max }, at) => ({
        criterionId: id,
        state: states[at]!,
        points: points[at]!,
        max,
      })));
    },
    groups: plan.groups.flatMap(({ group }, at) =>
      group ? { groupId: group.id, points: sums[at]!, outOf: reachable[at]! } : [],
    ),
  };
  return { result, calculation };
}

/**
 * The points of {@link score} without the sentences that explain them: for pages that recount while a person types, without
 * loading the sentences. Throws the same `InputError`s.
 *
 * @example
 * points(rubric, lines, { by: 'self' }).points // 8700
 */
export function points(rubric: Rubric, lines: readonly FilledLine[], options?: ScoreOptions): Points {
  return calculateScore(rubric, lines, options).result;
}
