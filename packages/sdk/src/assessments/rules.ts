import type { FieldErrorCode, FieldIssue } from '../contract/field-errors.ts';
import { isInputError } from '../errors/input-error.ts';
import { checkStep } from '../lifecycle/steps.ts';
import type { Criterion, Rubric } from '../rubrics/schema.ts';
import { valuePoints } from '../rubrics/line-value.ts';
import { bandOf } from './classify.ts';
import type { AssessmentTransition } from './lifecycle.ts';
import { planOf, type PlanLine } from './plan.ts';
import { isOpenLine } from './progress.ts';
import { valuesOf } from './results.ts';
import { points, type FilledLine, type ScoreOptions } from './points.ts';
import type { LineValue, AppraisedLine, Assessment, AssessmentLine, RecordedCondition, SelfLine } from './schema.ts';

const valueCodes: Readonly<Record<string, FieldErrorCode>> = {
  'above-the-maximum': 'above-the-maximum',
  'too-small': 'too-small',
  'wrong-step': 'wrong-step',
  'not-an-option': 'not-an-option',
  'not-a-count': 'not-a-number',
  'must-apply': 'must-apply',
};

function valueError({ criterion, max }: PlanLine, value: LineValue, at: number): FieldIssue | undefined {
  try {
    valuePoints(criterion, value, `/${at}`);
    return undefined;
  } catch (error) {
    if (!isInputError(error)) throw error;
    const code = valueCodes[error.code] ?? 'wrong-type';
    const params: Record<string, number> = { max: max / 100 };
    if (criterion.kind === 'range')
      Object.assign(params, { min: (criterion.min ?? 0) / 100, step: (criterion.step ?? 1) / 100 });
    return { pointer: error.pointer, code, params };
  }
}

/** Points of a value, or why it has none; errors name the line by its criterion. */
function worthOf(criterion: Criterion, value: LineValue): ReturnType<typeof valuePoints> {
  return valuePoints(criterion, value, `/lines/${criterion.id}`);
}

const isAbove = (worth: ReturnType<typeof valuePoints>, points: number) => typeof worth === 'number' && worth > points;

function checkLines(rubric: Rubric, lines: readonly FilledLine[], self: boolean): FieldIssue[] {
  const plan = planOf(rubric);
  const errors: FieldIssue[] = [];
  const seen = new Set<string>();
  for (const [at, { criterionId, value }] of lines.entries()) {
    const index = plan.lineIndex.get(criterionId);
    const line = index === undefined ? undefined : plan.lines[index];
    const pointer = `/${at}/criterionId`;
    if (!line) errors.push({ pointer, code: 'unknown' });
    else if (seen.has(criterionId)) errors.push({ pointer, code: 'given-twice' });
    else if (self && line.reserved) errors.push({ pointer, code: 'not-yours-to-score' });
    else {
      const error = valueError(line, value, at);
      if (error) errors.push(error);
    }
    seen.add(criterionId);
  }
  return errors;
}

/** What is wrong with the lines a unit writes: unknown or repeated lines, lines reserved to the superior, values that do not fit. */
export function checkSelfLines(rubric: Rubric, lines: readonly SelfLine[]): FieldIssue[] {
  return checkLines(rubric, lines, true);
}

/** What is wrong with the lines an appraiser writes. Reasons are required when the appraisal is completed, see {@link checkAppraisalComplete}. */
export function checkAppraisedLines(rubric: Rubric, lines: readonly AppraisedLine[]): FieldIssue[] {
  return checkLines(rubric, lines, false);
}

/** What is wrong with the hard stops an appraiser records. */
export function checkRecordedConditions(rubric: Rubric, conditions: readonly RecordedCondition[]): FieldIssue[] {
  return conditions.flatMap<FieldIssue>(({ conditionId, reason }, at) => {
    if (!rubric.conditions.some(({ id }) => id === conditionId))
      return [{ pointer: `/${at}/conditionId`, code: 'unknown' }];
    if (conditions.findIndex((each) => each.conditionId === conditionId) < at)
      return [{ pointer: `/${at}/conditionId`, code: 'given-twice' }];
    return reason.trim() ? [] : [{ pointer: `/${at}/reason`, code: 'reason-required' }];
  });
}

function openLines(
  rubric: Rubric,
  lines: readonly AssessmentLine[],
  side: 'self' | 'appraised',
  options: ScoreOptions,
): string[] {
  const result = points(rubric, valuesOf(lines, side), { ...options, by: side === 'self' ? 'self' : 'appraiser' });
  const { lines: plan } = planOf(rubric);
  return result.lines.flatMap(({ criterionId, state }, at) => {
    return isOpenLine(plan[at]!, state) ? [criterionId] : [];
  });
}

/** What a unit has still to do before it can submit: lines without a score, and lines without the evidence they require. */
export function checkSelfComplete(
  rubric: Rubric,
  lines: readonly AssessmentLine[],
  options: Pick<ScoreOptions, 'formulas'> = {},
): FieldIssue[] {
  const errors: FieldIssue[] = openLines(rubric, lines, 'self', options).map((id) => ({
    pointer: `/lines/${id}/self`,
    code: 'incomplete',
  }));
  const byId = new Map(lines.map((line) => [line.criterionId, line]));
  for (const { id, criterion, reserved } of planOf(rubric).lines) {
    const line = byId.get(id);
    const demand = criterion.evidence;
    if (!demand || reserved || !line?.self) continue;
    const needsEvidence =
      criterion.kind === 'gate'
        ? 'met' in line.self && line.self.met
        : isAbove(worthOf(criterion, line.self), demand.above ?? 0);
    if (needsEvidence && line.evidence.length < demand.min) {
      errors.push({ pointer: `/lines/${id}/evidence`, code: 'evidence-required', params: { min: demand.min } });
    }
  }
  return errors;
}

/** What an appraisal is checked with beside its rubric. */
export interface AppraisalOptions extends Pick<ScoreOptions, 'formulas'> {
  /** The limit of the province, in hundredths; where that of the rubric is lower, it holds. */
  reasonAbove?: number | null | undefined;
}

/** The difference, in hundredths, above which an appraiser must give a reason. */
export function reasonLimit({ reasonAbove }: Pick<Rubric, 'reasonAbove'>, ofProvince?: number | null): number {
  return Math.min(reasonAbove, ofProvince ?? reasonAbove);
}

/**
 * The lines for which an appraiser must give a reason: points further from the unit's own than {@link reasonLimit}, a gate or
 * “không áp dụng” judged otherwise, and – when the points of the lines both have scored fall into another band – every
 * line that was changed. Points reserved to the superior are left out of that comparison, so that they do not hide a change of band.
 */
export function linesNeedingReason(
  rubric: Rubric,
  lines: readonly AssessmentLine[],
  options: AppraisalOptions = {},
): string[] {
  const limit = reasonLimit(rubric, options.reasonAbove);
  const plan = planOf(rubric);
  const shared = lines.filter(({ criterionId, self, appraised }) => {
    const index = plan.lineIndex.get(criterionId);
    return self && appraised && index !== undefined && !plan.lines[index]!.reserved;
  });
  const bandBy = (side: 'self' | 'appraised') =>
    bandOf(rubric, points(rubric, valuesOf(shared, side), { ...options, by: 'self' }).points);
  const bandChanged = bandBy('self') !== bandBy('appraised');
  return shared.flatMap(({ criterionId, self, appraised }) => {
    const { criterion } = plan.lines[plan.lineIndex.get(criterionId)!]!;
    const [own, given] = [worthOf(criterion, self!), worthOf(criterion, appraised!)];
    // One side gave points and the other none, or both gave none for different reasons.
    const otherwise =
      typeof own === 'number' && typeof given === 'number' ? Math.abs(own - given) > limit : own !== given;
    const gateChanged =
      criterion.kind === 'gate' && 'met' in self! && 'met' in appraised! && self.met !== appraised.met;
    const needed = otherwise || gateChanged || (bandChanged && own !== given);
    return needed ? [criterionId] : [];
  });
}

/** What is missing before an appraisal can be completed: lines without a score, and differences without a reason. */
export function checkAppraisalComplete(
  rubric: Rubric,
  lines: readonly AssessmentLine[],
  options: AppraisalOptions = {},
): FieldIssue[] {
  const open = openLines(rubric, lines, 'appraised', options).map<FieldIssue>((id) => ({
    pointer: `/lines/${id}/appraised`,
    code: 'incomplete',
  }));
  const unexplained = linesNeedingReason(rubric, lines, options).filter(
    (id) => !lines.find(({ criterionId }) => criterionId === id)?.reason?.trim(),
  );
  return [
    ...open,
    ...unexplained.map<FieldIssue>((id) => ({ pointer: `/lines/${id}/reason`, code: 'reason-required' })),
  ];
}

/**
 * What prevents a step: a missing reason, or what its guard finds. Roles and states are checked by the lifecycle. A line
 * is named by its criterion: `/lines/c1.2/evidence`.
 */
export function checkTransition(
  step: AssessmentTransition,
  rubric: Rubric,
  { lines }: Pick<Assessment, 'lines'>,
  reason: string | undefined,
  options: AppraisalOptions = {},
): FieldIssue[] {
  const issues = checkStep(step, { action: step.action, reason });
  if (step.guard === 'self-complete') issues.push(...checkSelfComplete(rubric, lines, options));
  if (step.guard === 'appraisal-complete') issues.push(...checkAppraisalComplete(rubric, lines, options));
  return issues;
}
