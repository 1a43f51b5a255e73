import {
  appraisalStatuses,
  assessmentSteps,
  checkAppraisedLines,
  checkRecordedConditions,
  checkSelfLines,
  checkTransition,
  scoreFormulas,
  selfScoringStatuses,
  type Assessment,
  type AssessmentLine,
  type AssessmentRuleError,
  type AssessmentStatus,
} from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { problem, sampleAssessments } from '@dvk/sdk/testing';
import { rubrics } from './library.ts';
import { unit } from './persons.ts';
import type { Answers, Province } from './province.ts';

const { assessmentOf, summaryOf } = sampleAssessments;
const rubricOf = ({ rubricId }: Pick<Assessment, 'rubricId'>): Rubric | undefined =>
  rubrics.find(({ id }) => id === rubricId);

/** The lines with one side's entries replaced by what was written; the other side's stay. */
function withSide(
  lines: readonly AssessmentLine[],
  side: 'self' | 'appraised',
  written: readonly (Partial<AssessmentLine> & { criterionId: string })[],
): AssessmentLine[] {
  const ids = new Set([...lines, ...written].map(({ criterionId }) => criterionId));
  return [...ids].flatMap((criterionId) => {
    const { [side]: _, ...other } = lines.find((line) => line.criterionId === criterionId) ?? { evidence: [] };
    const line = {
      ...other,
      ...written.find((each) => each.criterionId === criterionId),
      criterionId,
    } as AssessmentLine;
    return line.self || line.appraised ? [line] : [];
  });
}

/** What a unit sees before the appraisal is handed on: its own side alone. */
function shownTo({ roles }: Session, assessment: Assessment): Assessment {
  const early: readonly AssessmentStatus[] = ['open', 'submitted', 'explaining'];
  if (!roles.includes('unit-officer') || !early.includes(assessment.status)) return assessment;
  const { lines, results } = assessment;
  return {
    ...assessment,
    lines: lines.flatMap(({ criterionId, self, note, evidence }) =>
      self ? [{ criterionId, self, evidence, ...(note ? { note } : {}) }] : [],
    ),
    results: { ...results, appraised: null, classification: null },
  };
}

/** Scoring by the unit and by the appraiser. Points and bands are worked out by the SDK's own rules. */
export function assessmentAnswers(province: Province): Answers {
  const { assessments } = province;

  /** Writes lines or conditions while the state allows it, and works out the results anew. */
  const write = (
    call: { params: { id: string }; request: Request },
    during: readonly AssessmentStatus[],
    check: (rubric: Rubric) => AssessmentRuleError[],
    written: (before: Assessment) => Partial<Pick<Assessment, 'lines' | 'conditions' | 'attachments'>>,
  ) => {
    const answer = province.changeFor(assessments, call, (before) => {
      if (!during.includes(before.status)) return { refusal: problem('transition-not-allowed') };
      const rubric = rubricOf(before)!;
      const errors = check(rubric);
      if (errors.length > 0) return { refusal: problem('validation-failed', { errors }) };
      const { lines, results: _, ...rest } = { ...before, ...written(before) };
      return { changes: { ...rest, lines, results: assessmentOf(rubric, lines, rest).results } };
    });
    return 'lines' in answer ? shownTo(province.sessionOf(call.request), answer) : answer;
  };

  return {
    assessments: {
      list: ({ request }) => ({
        items: [...assessments.values()].map((each) => summaryOf(shownTo(province.sessionOf(request), each))),
        nextCursor: null,
      }),
      get: ({ params, request }) => {
        const found = assessments.get(params.id);
        return found ? shownTo(province.sessionOf(request), found) : problem('not-found');
      },
      create: ({ body: { rubricId, period } }) => {
        const rubric = rubricOf({ rubricId });
        if (!rubric) return problem('validation-failed', { errors: [{ pointer: '/rubricId', code: 'unknown' }] });
        const taken = [...assessments.values()].some((each) => each.rubricId === rubricId && each.period === period);
        if (taken) return problem('conflict');
        const now = province.now();
        const opened = assessmentOf(rubric, [], {
          id: crypto.randomUUID(),
          subject: { kind: 'unit', id: unit.id, name: unit.name },
          unitId: unit.id,
          unitName: unit.name,
          period,
          createdAt: now,
          updatedAt: now,
        });
        assessments.set(opened.id, opened);
        return opened;
      },
      putSelfLines: (call) =>
        write(
          call,
          selfScoringStatuses,
          (rubric) => checkSelfLines(rubric, call.body),
          ({ lines }) => ({
            lines: withSide(
              lines,
              'self',
              call.body.map(({ answer, evidence = [], note, criterionId }) => ({
                criterionId,
                self: answer,
                evidence,
                ...(note ? { note } : {}),
              })),
            ),
            attachments: province.filesOf(call.body.flatMap(({ evidence = [] }) => evidence)),
          }),
        ),
      putAppraisedLines: (call) =>
        write(
          call,
          appraisalStatuses,
          (rubric) => checkAppraisedLines(rubric, call.body),
          ({ lines }) => ({
            lines: withSide(
              lines,
              'appraised',
              call.body.map(({ answer, reason, criterionId }) => ({
                criterionId,
                appraised: answer,
                ...(reason ? { reason } : {}),
              })),
            ),
          }),
        ),
      putConditions: (call) =>
        write(
          call,
          appraisalStatuses,
          (rubric) => checkRecordedConditions(rubric, call.body),
          () => ({ conditions: call.body }),
        ),
      transition: (call) => {
        const session = province.sessionOf(call.request);
        const answer = province.changeFor(assessments, call, (before) => {
          const { action, reason } = call.body;
          const step = assessmentSteps(before.status, session.roles).find((each) => each.action === action);
          if (!step) return { refusal: problem('transition-not-allowed') };
          const errors = checkTransition(step, rubricOf(before)!, before, reason, { formulas: scoreFormulas });
          if (errors.length > 0) return { refusal: problem('validation-failed', { errors }) };
          return { changes: { status: step.to, statusReason: reason ?? null } };
        });
        return 'lines' in answer ? shownTo(session, answer) : answer;
      },
    },
  };
}
