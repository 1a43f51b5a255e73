import { refuse, refuseTwice, refuseUnknown } from '../rubrics/say.ts';
import type { Rubric } from '../rubrics/schema.ts';
import { answerPoints, NO_DATA, NOT_APPLICABLE } from '../rubrics/answer.ts';
import { planOf, sumUp } from './plan.ts';
import type { Answer, ScoredLine, ScoreResult } from './schema.ts';
import { takeSteps } from './steps.ts';
import type { FormulaEngine, Working } from './working.ts';

/** An answer to one line. The order of the lines does not matter. */
export interface AnsweredLine {
  criterionId: string;
  answer: Answer;
}

export interface ScoreOptions {
  /** `'self'`: lines reserved to the superior are left out, and the total is out of what a unit can give itself. */
  by?: 'self' | 'appraiser';
  /** Needed for rubrics with formula lines: `scoreFormulas` of this entry. */
  formulas?: FormulaEngine;
}

/** A total and what it is made of. `lines` and `groups` are worked out when first read. */
export interface Points extends Omit<ScoreResult, 'explanation'> {
  /** Subtotals after caps, and what the lines that apply could give; hundredths. */
  groups: { groupId: string; points: number; outOf: number }[];
  /** Conditions that apply of themselves: unmet gates, and lines or groups below the points a condition demands. */
  triggered: string[];
}

const pointerOf = (at: number) => `/lines/${at}/criterionId`;

/** {@link points} with the material of its explanation. */
export function workOut(
  rubric: Rubric,
  lines: readonly AnsweredLine[],
  { by = 'appraiser', formulas }: ScoreOptions = {},
): { result: Points; working: Working } {
  const plan = planOf(rubric);
  const self = by === 'self';
  const answers = plan.lines.map<Answer | undefined>(() => undefined);
  const states = plan.lines.map<ScoredLine['state']>(({ reserved }) => (self && reserved ? 'reserved' : 'missing'));
  const points = new Int32Array(states.length);

  for (let at = 0; at < lines.length; at++) {
    const { criterionId, answer } = lines[at]!;
    const index = plan.lines[at]?.id === criterionId ? at : (plan.indexOf.get(criterionId) ?? -1);
    if (index < 0) refuseUnknown('unknown-line', pointerOf(at), criterionId);
    if (answers[index]) refuseTwice('given-twice', pointerOf(at), criterionId);
    if (states[index] === 'reserved') {
      refuse('not-yours-to-score', pointerOf(at), 'Do cấp trên chấm', 'Only the superior scores this');
    }
    const worth = answerPoints(plan.lines[index]!.criterion, answer, ['/lines', at]);
    answers[index] = answer;
    states[index] = worth === NOT_APPLICABLE ? 'not-applicable' : worth === NO_DATA ? 'no-data' : 'scored';
    if (worth > 0) points[index] = worth;
  }
  if (formulas) formulas({ rubric, plan, answers, points, states });
  else if (plan.hasFormulas) {
    refuseUnknown('formula-engine-missing', '/options/formulas', 'options.formulas');
  }

  const sums = new Int32Array(plan.groups.length);
  const room = sums.slice();
  const uncut = sums.slice();
  const waiting = new Set<number>();
  const unmet: string[] = [];
  let complete = true;
  let judged = false;
  for (let index = 0; index < states.length; index++) {
    const { criterion, group, max, inTable, mayNotApply } = plan.lines[index]!;
    const state = states[index];
    // A rate of nothing is left out where the line may be left out; elsewhere somebody has to decide.
    const open = state === 'missing' || (state === 'no-data' && !mayNotApply);
    if (open && inTable) complete = false;
    if (open || state === 'reserved') for (let at = group; at >= 0; at = plan.groups[at]!.parent) waiting.add(at);
    if (open || state === 'scored') {
      room[group]! += max;
      if (inTable && max > 0) judged = true;
      const answer = answers[index];
      if (criterion.kind === 'gate' && answer && 'met' in answer && !answer.met) unmet.push(criterion.condition);
    } else if (state !== 'reserved' && inTable && rubric.notApplicable === 'full-marks') {
      points[index] = max;
      room[group]! += max;
    }
    sums[group]! += points[index]!;
  }
  sumUp(plan.groups, sums, uncut);
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

  const outOf = plan.outOf[by];
  const top = Math.max((rubric.ceiling ?? rubric.total) - (plan.outOf.appraiser - outOf), 0);
  const steps = judged ? takeSteps(rubric, sums, room[0]!, outOf, top) : [];
  const total = judged ? (steps.at(-1)?.after[0] ?? sums[0]!) : null;
  const working: Working = { rubric, plan, answers, points, states, sums, uncut, room, steps, total, outOf };
  let [scored, groups]: [ScoredLine[]?, Points['groups']?] = [];
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
    get groups() {
      return (groups ??= plan.groups.flatMap(({ group }, at) =>
        group ? [{ groupId: group.id, points: sums[at]!, outOf: room[at]! }] : [],
      ));
    },
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
export function points(rubric: Rubric, lines: readonly AnsweredLine[], options?: ScoreOptions): Points {
  return workOut(rubric, lines, options).result;
}
