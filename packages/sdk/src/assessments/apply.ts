import type { FieldIssue } from '../contract/field-errors.ts';
import type { Role } from '../contract/roles.ts';
import { isRefused, refusalFor, type Outcome } from '../lifecycle/outcome.ts';
import { chooseStep } from '../lifecycle/steps.ts';
import type { Rubric } from '../rubrics/schema.ts';
import type { AssessmentEvent } from './events.ts';
import { scoreFormulas } from './formulas.ts';
import {
  appraisalStatuses,
  assessmentLifecycle,
  assessmentStepEvents,
  selfScoringStatuses,
  type AssessmentAction,
  type AssessmentStatus,
} from './lifecycle.ts';
import { changedValues, withAppraisedLines, withSelfLines } from './lines.ts';
import { assessmentResults } from './results.ts';
import { checkAppraisedLines, checkRecordedConditions, checkSelfLines, checkTransition } from './rules.ts';
import type { AppraisedLine, Assessment, NewAssessment, RecordedCondition, SelfLine } from './schema.ts';

const formulas = { formulas: scoreFormulas };

/** The table of an assessment and everything computed from it. */
export type AssessedFields = Pick<Assessment, 'lines' | 'conditions' | 'results'>;

function assessed(rubric: Rubric, table: Pick<Assessment, 'lines' | 'conditions'>): AssessedFields {
  return { ...table, results: assessmentResults(rubric, table, formulas) };
}

const pointsOf = ({ results }: AssessedFields) => results.appraised?.points ?? null;
const bandOf = ({ results }: AssessedFields) => results.classification?.finalBand ?? null;

/** The fields of an assessment that its rules read. */
export type AssessmentRecord = AssessedFields & Pick<Assessment, 'status'>;

/** Opens the assessment of a subject with a rubric: a table without values. */
export function applyOpening(
  { rubricId, rubricVersion, subject, period }: NewAssessment,
  rubric: Rubric,
): Outcome<AssessmentRecord, AssessmentEvent> {
  if (rubric.subject !== subject.kind) {
    return { refused: 'validation-failed', issues: [{ pointer: '/rubricId', code: 'not-an-option' }] };
  }
  const status = 'open';
  return {
    changes: { ...assessed(rubric, { lines: [], conditions: [] }), status },
    event: {
      kind: 'assessment.opened',
      data: { to: status, rubric: `${rubricId}/${rubricVersion}`, of: `${subject.kind}/${subject.id}`, period },
    },
  };
}

/** Changes the table, in the states that allow it. */
function write(
  { status }: AssessmentRecord,
  during: readonly AssessmentStatus[],
  issues: readonly FieldIssue[],
  done: () => { changes: AssessedFields; event: AssessmentEvent },
): Outcome<AssessedFields, AssessmentEvent> {
  if (!during.includes(status)) return { refused: 'transition-not-allowed' };
  return refusalFor(issues) ?? done();
}

/** Replaces the unit's own scores; the appraiser's stay as they are. */
export function applySelfLines(
  record: AssessmentRecord,
  written: readonly SelfLine[],
  rubric: Rubric,
): Outcome<AssessedFields, AssessmentEvent> {
  return write(record, selfScoringStatuses, checkSelfLines(rubric, written), () => {
    const lines = withSelfLines(record.lines, written);
    const changes = assessed(rubric, { lines, conditions: record.conditions });
    const data = { values: changedValues(record.lines, lines, 'self'), points: changes.results.self.points };
    return { changes, event: { kind: 'assessment.self-scored', data } };
  });
}

/** Replaces the appraiser's scores; the unit's own stay as they are. */
export function applyAppraisedLines(
  record: AssessmentRecord,
  written: readonly AppraisedLine[],
  rubric: Rubric,
): Outcome<AssessedFields, AssessmentEvent> {
  return write(record, appraisalStatuses, checkAppraisedLines(rubric, written), () => {
    const lines = withAppraisedLines(record.lines, written);
    const changes = assessed(rubric, { lines, conditions: record.conditions });
    const values = changedValues(record.lines, lines, 'appraised');
    const data = { values, points: pointsOf(changes), band: bandOf(changes) };
    return { changes, event: { kind: 'assessment.appraiser-scored', data } };
  });
}

/** Replaces the hard stops that apply, each with its reason. */
export function applyConditions(
  record: AssessmentRecord,
  conditions: RecordedCondition[],
  rubric: Rubric,
): Outcome<AssessedFields, AssessmentEvent> {
  return write(record, appraisalStatuses, checkRecordedConditions(rubric, conditions), () => {
    const changes = assessed(rubric, { lines: record.lines, conditions });
    const data = { conditions: conditions.map(({ conditionId }) => conditionId), band: bandOf(changes) };
    return { changes, event: { kind: 'assessment.conditions-recorded', data } };
  });
}

/** Takes a step of an assessment: the changes and the event, or why it is refused. */
export function applyAssessmentStep(
  record: AssessmentRecord,
  input: { action: AssessmentAction; reason?: string | undefined },
  { roles, rubric, reasonAbove }: { roles: readonly Role[]; rubric: Rubric; reasonAbove?: number | null },
): Outcome<Pick<Assessment, 'status' | 'statusReason'>, AssessmentEvent> {
  const { status } = record;
  const chosen = chooseStep(assessmentLifecycle, status, input, roles);
  if (isRefused(chosen)) return chosen;
  const { step } = chosen;
  // What was appraised stays so: a limit that came later asks nobody for reasons after the fact.
  const limit = step.action === 'appraise' ? { reasonAbove } : {};
  const refusal = refusalFor(checkTransition(step, rubric, record, input.reason, { ...formulas, ...limit }));
  if (refusal) return refusal;
  const reason = input.reason ?? null;
  const data = { from: status, to: step.to, reason, points: pointsOf(record), band: bandOf(record) };
  return {
    changes: { status: step.to, statusReason: reason },
    event: { kind: assessmentStepEvents[step.action], data },
  };
}
