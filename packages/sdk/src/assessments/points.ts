import { checkPoints, refuse, refuseTwice, refuseUnknown } from '../rubrics/say.ts';
import type { Rubric } from '../rubrics/schema.ts';
import { valuePoints } from '../rubrics/line-value.ts';
import { planOf, sumUp } from './plan.ts';
import type { LineValue, ScoredLine, ScoreResult } from './schema.ts';
import { takeSteps } from './steps.ts';
import type { FormulaEngine, Working } from './working.ts';

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

/** A total and what it is made of. `lines` is worked out when first read. */
export interface Points extends Omit<ScoreResult, 'explanation'> {
  /** Subtotals after caps, and what the lines that apply could give; hundredths. */
  groups: { groupId: string; points: number; outOf: number }[];
  /** Conditions that apply of themselves: unmet gates, and lines or groups below the points a condition demands. */
  triggered: string[];
}

/** {@link points} with the material of its explanation. */
export function workOut(
  rubric: Rubric,
  lines: readonly FilledLine[],
  { by = 'appraiser', formulas }: ScoreOptions = {},
): { result: Points; working: Working } {
  const plan = planOf(rubric);
  const values: (LineValue | undefined)[] = [];
  const states = plan.lines.map<ScoredLine['state']>(({ reserved }) =>
    reserved && by === 'self' ? 'reserved' : 'missing',
  );
  const points = states.map(() => 0);

  for (const [at, { criterionId, value }] of lines.entries()) {
    const place = `/lines/${at}`;
    const index = plan.indexOf.get(criterionId) ?? -1;
    if (index < 0) refuseUnknown('unknown-line', `${place}/criterionId`, criterionId);
    if (values[index]) refuseTwice('given-twice', `${place}/criterionId`, criterionId);
    if (states[index] === 'reserved') {
      refuse('not-yours-to-score', `${place}/criterionId`, 'Do cấp trên chấm', 'Only the superior scores this');
    }
    const line = plan.lines[index]!;
    const worth = valuePoints(line.criterion, value, place);
    values[index] = value;
    if (typeof worth === 'string') states[index] = worth;
    else {
      states[index] = 'scored';
      points[index] = checkPoints(worth, line.pointer);
    }
  }
  formulas?.({ rubric, plan, values, points, states });

  const sums = plan.groups.map(() => 0);
  const room = plan.groups.map(() => 0);
  const waiting = new Set<number>();
  const unmet: string[] = [];
  let complete = true;
  let judged = false;
  for (const [index, { criterion, group, max, inTable, mayNotApply }] of plan.lines.entries()) {
    const state = states[index];
    if (criterion.kind === 'formula' && !formulas)
      refuseUnknown('formula-engine-missing', '/options/formulas', 'options.formulas');
    // A rate of nothing is left out where the line may be left out; elsewhere somebody has to decide.
    const open = state === 'missing' || (state === 'no-data' && !mayNotApply);
    if (open && inTable) complete = false;
    if (open || state === 'reserved') for (let at = group; at >= 0; at = plan.groups[at]!.parent) waiting.add(at);
    if (open || state === 'scored') {
      room[group]! += max;
      if (inTable && max > 0) judged = true;
      const value = values[index] as { met?: boolean } | undefined;
      if (criterion.kind === 'gate' && value?.met === false) unmet.push(criterion.condition);
    } else if (state !== 'reserved' && inTable && rubric.notApplicable === 'full-marks') {
      points[index] = max;
      room[group]! += max;
    }
    sums[group]! += points[index]!;
  }
  const uncut = sumUp(plan.groups, sums);
  sumUp(plan.groups, room);

  /** A line or group that is not fully scored yet is not judged; where lines do not apply, the demand on a group shrinks. */
  const fallsBelow = (line: string, demanded: number) => {
    const index = plan.indexOf.get(line)!;
    if (index >= 0) return states[index] === 'scored' && points[index]! < demanded;
    return !waiting.has(~index) && sums[~index]! * plan.groups[~index]!.max < demanded * room[~index]!;
  };
  const triggered = rubric.conditions.filter(
    ({ id, when }) => unmet.includes(id) || (when && fallsBelow(when.line, when.below)),
  );

  const { outOf, top } = plan[by];
  // Groups whose maximum is 0 leave nothing to judge, whatever is inside.
  judged &&= room[0]! > 0;
  const steps = judged ? takeSteps(rubric, sums, room[0]!, outOf, top) : [];
  const total = judged ? (steps.at(-1)?.after[0] ?? sums[0]!) : null;
  const working: Working = { rubric, plan, values, points, states, sums, uncut, room, steps, total, outOf };
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
      group ? { groupId: group.id, points: sums[at]!, outOf: room[at]! } : [],
    ),
  };
  return { result, working };
}

/**
 * The points of {@link score} without the sentences that explain them: for pages that count while somebody types, which need
 * not load the sentences. Throws the same `InputError`s.
 *
 * @example
 * points(rubric, lines, { by: 'self' }).points // 8700
 */
export function points(rubric: Rubric, lines: readonly FilledLine[], options?: ScoreOptions): Points {
  return workOut(rubric, lines, options).result;
}
