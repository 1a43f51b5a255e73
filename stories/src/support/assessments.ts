import {
  applyAppraisedLines,
  applyAssessmentStep,
  applyConditions,
  applyOpening,
  applySelfLines,
  assessmentPolicy,
  assessmentStatuses,
  visibleAssessment,
  visibleSummary,
  type AssessedFields,
  type Assessment,
} from '@dvk/sdk/assessments';
import { isRefused, type Outcome } from '@dvk/sdk/lifecycle';
import type { Rubric } from '@dvk/sdk/rubrics';
import { problem, sampleAssessments, type Reply } from '@dvk/sdk/testing';
import { rubrics } from './library.ts';
import { countBy, isChosen } from './listing.ts';
import { unit } from './persons.ts';
import { refusal, type Handlers, type ProvinceRecords } from './records.ts';

const rubricOf = ({ rubricId }: Pick<Assessment, 'rubricId'>): Rubric | undefined =>
  rubrics.find(({ id }) => id === rubricId);

/** Scoring by the unit and by the appraiser, by the rules of the SDK. */
export function assessmentHandlers(province: ProvinceRecords): Handlers {
  const { assessments } = province;
  const collection = { records: assessments, policy: assessmentPolicy };
  type Call = { params: { id: string }; request: Request };

  const visible = (call: { request: Request }, result: Assessment | Reply) =>
    'lines' in result ? visibleAssessment(result, province.sessionOf(call.request)) : result;

  /** Changes the table as a rule of the SDK says. */
  const write = (
    call: Call,
    rule: (before: Assessment, rubric: Rubric) => Outcome<AssessedFields, unknown>,
    further: Partial<Assessment> = {},
  ) =>
    visible(
      call,
      province.changeFor(collection, call, (before) => {
        const outcome = rule(before, rubricOf(before)!);
        return isRefused(outcome) ? outcome : { ...outcome, changes: { ...outcome.changes, ...further } };
      }),
    );

  return {
    assessments: {
      list: ({ request, query: { status, subjectKind, period } }) => {
        const session = province.sessionOf(request);
        const items = [...assessments.values()]
          .filter((each) => assessmentPolicy.maySee(each, session))
          .filter((each) => isChosen(each.status, status) && isChosen(each.subject.kind, subjectKind))
          .filter((each) => isChosen(each.period, period))
          .map((each) => visibleSummary(sampleAssessments.summaryOf(each, rubricOf(each)!), session));
        return { items, nextCursor: null };
      },
      counts: ({ request, query: { status, subjectKind, period } }) => {
        const session = province.sessionOf(request);
        const seen = [...assessments.values()].filter((each) => assessmentPolicy.maySee(each, session));
        return countBy(
          seen.filter((each) => isChosen(each.period, period)),
          {
            status: { values: assessmentStatuses, of: (each) => each.status, chosen: status },
            subjectKind: { values: ['unit', 'model'], of: ({ subject }) => subject.kind, chosen: subjectKind },
          },
          province.now(),
        );
      },
      get: (call) => {
        const found = province.find(collection, call);
        return found ? visible(call, found) : problem('not-found');
      },
      create: ({ body }) => {
        const rubric = rubricOf(body);
        if (!rubric) return problem('validation-failed', { errors: [{ pointer: '/rubricId', code: 'unknown' }] });
        const outcome = applyOpening(body, rubric);
        if (isRefused(outcome)) return refusal(outcome);
        const { rubricId, rubricVersion, subject, period } = body;
        const taken = [...assessments.values()].some((each) => each.rubricId === rubricId && each.period === period);
        if (taken) return problem('conflict');
        const now = province.now();
        const assessment: Assessment = {
          ...outcome.changes,
          id: crypto.randomUUID(),
          rubricId,
          rubricVersion,
          subject: { ...subject, name: unit.name },
          unitId: unit.id,
          unitName: unit.name,
          period,
          statusReason: null,
          attachments: [],
          createdAt: now,
          updatedAt: now,
          etag: '"v1"',
        };
        assessments.set(assessment.id, assessment);
        return assessment;
      },
      putSelfLines: (call) =>
        write(call, (before, rubric) => applySelfLines(before, call.body, rubric), {
          attachments: province.filesOf(call.body.flatMap(({ evidence = [] }) => evidence)),
        }),
      putAppraisedLines: (call) => write(call, (before, rubric) => applyAppraisedLines(before, call.body, rubric)),
      putConditions: (call) => write(call, (before, rubric) => applyConditions(before, call.body, rubric)),
      transition: (call) =>
        visible(
          call,
          province.changeFor(collection, call, (before, roles) =>
            applyAssessmentStep(before, call.body, { roles, rubric: rubricOf(before)! }),
          ),
        ),
    },
  };
}
