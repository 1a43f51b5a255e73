import { InputError } from '../errors/input-error.ts';
import { roundFraction } from '../rubrics/rounding.ts';
import type { Rubric, Step } from '../rubrics/schema.ts';
import { answerPoints, NO_DATA, NOT_APPLICABLE } from './answer.ts';
import { explainScore } from './explain-score.ts';
import { planOf, type FormulaEngine, type Plan } from './plan.ts';
import type { Answer, ScoredLine, ScoreResult } from './schema.ts';
import type { Fraction, TakenStep, Working } from './working.ts';

/** An answer to one line. The order of the lines does not matter. */
export interface AnsweredLine {
  criterionId: string;
  answer: Answer;
}

export interface ScoreOptions {
  /** `'self'`: lines reserved to the superior are left out, and the total is out of what a unit can give itself. */
  by?: 'self' | 'appraiser';
  /** Needed for rubrics with formula lines: `evaluateFormula` of `@dvk/sdk/rubric-formulas`. */
  formulas?: FormulaEngine;
}

/** A total, what it is made of, and why. `lines`, `groups` and `explanation` are worked out when first read. */
export interface Score extends ScoreResult {
  /** Subtotals after caps, and what the lines that apply could give; hundredths. */
  groups: { groupId: string; points: number; outOf: number }[];
  /** Conditions that apply of themselves: unmet gates, and lines or groups below the points a condition demands. */
  triggered: string[];
}

type State = ScoredLine['state'];
type Values = Parameters<FormulaEngine>[1];

function refuseLine(code: string, at: number, vi: string, en: string): never {
  throw new InputError(code, `/lines/${at}/criterionId`, { vi, en });
}

/** What a formula reads; or, when a line it reads has no score, the state that the formula then shares. */
function formulaInputs(
  plan: Plan,
  index: number,
  working: Pick<Working, 'answers' | 'points' | 'states'>,
): Values | State {
  const { criterion } = plan.lines[index]!;
  const values: Record<string, { numerator: number; denominator: number }> = {};
  if (criterion.kind !== 'formula') return values;
  for (const [name, { line, take = 'points' }] of Object.entries(criterion.inputs)) {
    const read = plan.indexOf.get(line)!;
    const answer = working.answers[read];
    if (take === 'max') values[name] = { numerator: plan.lines[read]!.max, denominator: 100 };
    else if (working.states[read] !== 'scored') return working.states[read]!;
    else if (take === 'points' || !answer) values[name] = { numerator: working.points[read]!, denominator: 100 };
    else if ('numerator' in answer) values[name] = answer;
    else values[name] = { numerator: 'count' in answer ? answer.count : 0, denominator: 1 };
  }
  return values;
}

function runSteps(
  rubric: Rubric,
  base: number,
  room: number,
  outOf: number,
  top: number,
  bonus: number,
  deduction: number,
): TakenStep[] {
  let value: Fraction = [base, 1];
  const steps: TakenStep[] = [];
  const take = (step: Step, by: number, after: Fraction) => {
    steps.push({ step, by, before: value, after });
    value = after;
  };
  const rounded = ([numerator, denominator]: Fraction, rounding: Rubric['rounding']): Fraction => {
    if (denominator === 1 && numerator % rounding.to === 0) return [numerator, 1];
    const sign = Math.sign(numerator);
    return [sign * roundFraction(BigInt(sign * numerator), BigInt(denominator), rounding), 1];
  };
  const clamped = ([numerator, denominator]: Fraction): Fraction =>
    numerator < 0 ? [0, 1] : numerator > top * denominator ? [top, 1] : [numerator, denominator];

  for (const step of rubric.order) {
    const [numerator, denominator]: Fraction = value;
    if (step === 'rescale') {
      if (room < outOf) take(step, outOf, [numerator * outOf, denominator * room]);
    } else if (step === 'bonus') {
      if (rubric.bonus) take(step, bonus, [numerator + bonus * denominator, denominator]);
    } else if (step === 'deduction') {
      if (rubric.deduction) take(step, deduction, [numerator - deduction * denominator, denominator]);
    } else if (step === 'clamp') take(step, top, clamped(value));
    else take(step, rubric.rounding.to, rounded(value, rubric.rounding));
  }
  // Whatever the order says, a total lies inside the scale and is a whole number of hundredths.
  const last = clamped(value);
  if (last[0] !== value[0]) take('clamp', top, last);
  if (value[1] !== 1) take('round', 1, rounded(value, { to: 1, mode: rubric.rounding.mode }));
  return steps;
}

/**
 * The total of a table of answers. Integer hundredths throughout; a total is rounded where the rubric says, never twice.
 *
 * 1. Each line gives points by its kind, at most its maximum. A missing line gives 0; where it is one
 *    of the table proper, `complete` is false (a bonus or deduction that nobody enters is none).
 * 2. Each group is cut to its maximum, inside out; so are bonus and deduction.
 * 3. The rubric's declared `order` runs: rescale for lines that do not apply, bonus, deduction, clamp to the scale, round.
 *
 * Throws `InputError` naming the line (`/lines/3/answer/points`) for an answer that does not fit, and the place in the
 * rubric for a rubric that cannot give a right number.
 *
 * @example
 * const { points, outOf } = score(rubric, [{ criterionId: 'c1', answer: { points: 850 } }]); // 850 of 10000
 */
export function score(
  rubric: Rubric,
  lines: readonly AnsweredLine[],
  { by = 'appraiser', formulas }: ScoreOptions = {},
): Score {
  const plan = planOf(rubric);
  const self = by === 'self';
  const outOf = plan.outOf[by];
  const answers = plan.lines.map<Answer | undefined>(() => undefined);
  const states = plan.lines.map<State>((line) => (self && line.reserved ? 'reserved' : 'missing'));
  const points = new Int32Array(plan.lines.length);

  for (let at = 0; at < lines.length; at++) {
    const { criterionId, answer } = lines[at]!;
    const index = plan.lines[at]?.id === criterionId ? at : plan.indexOf.get(criterionId);
    if (index === undefined) {
      refuseLine(
        'unknown-line',
        at,
        `Bộ tiêu chí không có dòng “${criterionId}”`,
        `The rubric has no line “${criterionId}”`,
      );
    }
    if (answers[index])
      refuseLine('given-twice', at, `Dòng “${criterionId}” có hai lần`, `Line “${criterionId}” is given twice`);
    if (states[index] === 'reserved')
      refuseLine('not-yours-to-score', at, 'Điểm này do cấp trên chấm', 'Only the superior scores this');
    const worth = answerPoints(plan.lines[index]!.criterion, answer, '/lines', at);
    answers[index] = answer;
    states[index] = worth === NOT_APPLICABLE ? 'not-applicable' : worth === NO_DATA ? 'no-data' : 'scored';
    if (worth > 0) points[index] = worth;
  }

  for (const index of plan.formulas) {
    const { criterion, max, reserved } = plan.lines[index]!;
    if (criterion.kind !== 'formula' || (self && reserved)) continue;
    const inputs = formulaInputs(plan, index, { answers, points, states });
    if (typeof inputs === 'string') {
      states[index] = inputs;
      continue;
    }
    if (!formulas) {
      throw new InputError('formula-engine-missing', '/options/formulas', {
        vi: 'Bộ tiêu chí có công thức: cần truyền bộ tính công thức',
        en: 'The rubric has formulas: pass the formula engine',
      });
    }
    points[index] = Math.min(Math.max(formulas(criterion, inputs, rubric.rounding.mode), 0), max);
    states[index] = 'scored';
  }

  const sums = new Int32Array(plan.groups.length);
  const capped = new Int32Array(plan.groups.length);
  const room = new Int32Array(plan.groups.length);
  let complete = true;
  let judged = false;
  for (let index = 0; index < plan.lines.length; index++) {
    const { group, max, inTable, mayNotApply } = plan.lines[index]!;
    const state = states[index]!;
    // A rate of nothing is left out where the line may be left out; elsewhere somebody has to decide.
    const open = state === 'missing' || (state === 'no-data' && !mayNotApply);
    if (open && inTable) complete = false;
    if (open || state === 'scored') {
      room[group]! += max;
      if (inTable && max > 0) judged = true;
    } else if (state !== 'reserved' && inTable && rubric.notApplicable === 'full-marks') {
      points[index] = max;
      room[group]! += max;
    }
    sums[group]! += points[index]!;
  }
  for (let index = plan.groups.length - 1; index >= 0; index--) {
    const { parent, max } = plan.groups[index]!;
    capped[index] = Math.min(sums[index]!, max);
    room[index] = Math.min(room[index]!, max);
    if (parent >= 0) {
      sums[parent]! += capped[index]!;
      room[parent]! += room[index]!;
    }
  }

  const [base, bonus, deduction] = capped as unknown as [number, number, number];
  const top = Math.max((rubric.ceiling ?? rubric.total) - (plan.outOf.appraiser - outOf), 0);
  const steps = judged ? runSteps(rubric, base, room[0]!, outOf, top, bonus, deduction) : [];
  const total = judged ? (steps.at(-1)?.after[0] ?? base) : null;
  const working: Working = { rubric, plan, answers, points, states, sums, capped, room, steps, total, outOf };

  let scored: ScoredLine[] | undefined;
  let groups: Score['groups'] | undefined;
  let explanation: Score['explanation'] | undefined;
  return {
    points: total,
    outOf,
    base,
    bonus,
    deduction,
    complete,
    triggered: triggeredBy(working, self),
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
        group ? [{ groupId: group.id, points: capped[at]!, outOf: room[at]! }] : [],
      ));
    },
    get explanation() {
      return (explanation ??= explainScore(working));
    },
  };
}

/** Conditions that apply of themselves. A line or group that is not fully scored yet triggers nothing. */
function triggeredBy({ rubric, plan, answers, points, states, capped, room }: Working, self: boolean): string[] {
  const met = new Set<string>();
  for (const index of plan.gates) {
    const { criterion } = plan.lines[index]!;
    const answer = answers[index];
    if (criterion.kind === 'gate' && answer && 'met' in answer && !answer.met) met.add(criterion.condition);
  }
  for (const { condition, line, group, below, inside } of plan.floors) {
    if (
      inside.some(
        (each) => states[each] === 'missing' || states[each] === 'no-data' || (self && states[each] === 'reserved'),
      )
    )
      continue;
    if (line >= 0 ? states[line] === 'scored' && points[line]! < below : fallsBelow(group, below)) met.add(condition);
  }
  return rubric.conditions.filter(({ id }) => met.has(id)).map(({ id }) => id);

  /** Where lines of the group do not apply, the demand shrinks with what the others could give. */
  function fallsBelow(group: number, demanded: number): boolean {
    return room[group]! > 0 && capped[group]! * plan.groups[group]!.max < demanded * room[group]!;
  }
}
