import {
  appraisalStatuses,
  assessmentLifecycle,
  assessments,
  checkAppraisedLines,
  checkRecordedConditions,
  checkSelfLines,
  checkTransition,
  scoreFormulas,
  selfScoringStatuses,
  type AssessmentStatus,
  type AssessmentSubject,
} from '@dvk/sdk/assessments';
import type { Endpoint } from '@dvk/sdk/contract';
import type { Rubric } from '@dvk/sdk/rubrics';
import { setAttachments } from '../attachments/store.ts';
import { brokenUnique, newId } from '../database/index.ts';
import { appendEvent } from '../events/index.ts';
import { requireVersion } from '../http/etag.ts';
import { pageOf } from '../http/paging.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { implement, type Context } from '../http/route.ts';
import { findModel } from '../models/store.ts';
import { actingUnit, chooseStep, requireRoleTowards, rolesTowards } from '../policy/index.ts';
import { findUnit } from '../units/store.ts';
import { assessedColumns } from './columns.ts';
import { changedAnswers, withAppraisedLines, withSelfLines } from './lines.ts';
import { presentAssessment, subjectOf, summarise } from './present.ts';
import { assessmentPart, rubricPart } from './record.ts';
import type { AssessmentRow } from './schema.ts';
import { assessmentPosition, findAssessment, insertAssessment, listAssessments, updateAssessment } from './store.ts';

const formulas = { formulas: scoreFormulas };

async function find(id: string, { db, session }: Context): Promise<AssessmentRow> {
  const row = await findAssessment(db, session, id);
  if (!row) throw new HttpProblem('not-found');
  return row;
}

/** A row about to be changed: seen, of the expected version, by somebody who may, in a state that allows it. */
async function findToWrite(
  id: string,
  endpoint: Endpoint,
  statuses: readonly AssessmentStatus[],
  context: Context,
): Promise<AssessmentRow> {
  const row = await find(id, context);
  requireVersion(row, context);
  requireRoleTowards(context.session, endpoint, [row.unitId]);
  if (!statuses.includes(row.status)) throw new HttpProblem('transition-not-allowed');
  return row;
}

/** The rubric of a stored assessment: the foreign key says that it is there. */
async function rubricOf(row: AssessmentRow, { db, services }: Context): Promise<Rubric> {
  const rubric = await services.rubrics.get(db, row.tenant, row.rubricId, row.rubricVersion);
  if (!rubric) throw new Error(`Rubric ${row.rubricId}/${row.rubricVersion} is missing`);
  return rubric;
}

interface Assessed {
  name: string;
  unitId: string;
  unitName: string;
}

/** What is scored and the unit that scores itself; `undefined` where there is none the caller may open one for. */
async function findSubject(
  { kind, id }: AssessmentSubject,
  { db, session }: Context,
  ownUnitId: string | null,
): Promise<Assessed | undefined> {
  const model = kind === 'model' ? await findModel(db, session, id) : undefined;
  const unitId = kind === 'model' ? (model?.ownerUnitId ?? model?.unitId) : id;
  if (!unitId || (ownUnitId !== null && unitId !== ownUnitId)) return undefined;
  const unit = await findUnit(db, session.tenant, unitId);
  return unit && { name: model?.name ?? unit.name, unitId, unitName: unit.name };
}

async function save(
  before: AssessmentRow,
  changes: Parameters<typeof updateAssessment>[3],
  { db, now }: Context,
): Promise<AssessmentRow> {
  const row = await updateAssessment(db, before, now, changes);
  if (!row) throw new HttpProblem('precondition-failed');
  return row;
}

const alreadyOpened = {
  vi: 'Năm này đã có bảng chấm theo bộ tiêu chí này: hãy tìm trong danh sách và mở ra chấm tiếp',
  en: 'There is an assessment by this rubric for this year already: find it in the list and go on with it',
};

export const assessmentRoutes = [
  implement(assessments.list, async ({ query }, context) => {
    const { items, nextCursor } = await pageOf(
      context,
      'assessments',
      query,
      (after, count) => listAssessments(context.db, context.session, query, after, count),
      assessmentPosition,
    );
    return { items: items.map((row) => summarise(row, context.session)), nextCursor };
  }),

  implement(assessments.get, async ({ params }, context) => presentAssessment(await find(params.id, context), context)),

  implement(assessments.create, async ({ body }, context) => {
    const { db, session, now, services } = context;
    const { rubricId, rubricVersion, subject, period } = body;
    const rubric = await services.rubrics.get(db, session.tenant, rubricId, rubricVersion);
    if (!rubric) refuseFields([{ pointer: '/rubricId', code: 'unknown' }]);
    else if (rubric.subject !== subject.kind) refuseFields([{ pointer: '/rubricId', code: 'not-an-option' }]);
    const assessed = await findSubject(subject, context, actingUnit(session, assessments.create));
    if (!assessed) refuseFields([{ pointer: '/subject/id', code: 'unknown' }]);
    const { name, unitId, unitName } = assessed!;
    const row = await insertAssessment(db, {
      ...assessedColumns(rubric!, [], []),
      tenant: session.tenant,
      id: newId(),
      version: 1,
      createdAt: now,
      updatedAt: now,
      rubricId,
      rubricVersion,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: name,
      unitId,
      unitName,
      period,
      status: 'open',
    }).catch((error: unknown) => {
      throw brokenUnique(error) === undefined ? error : new HttpProblem('conflict', { detail: alreadyOpened });
    });
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: 'assessment.opened',
      data: { to: row.status, rubric: `${rubricId}/${rubricVersion}`, of: `${subject.kind}/${subject.id}`, period },
      state: { ...assessmentPart(row), ...rubricPart(rubric!) },
    });
    return presentAssessment(row, context);
  }),

  implement(assessments.putSelfLines, async ({ params, body }, context) => {
    const before = await findToWrite(params.id, assessments.putSelfLines, selfScoringStatuses, context);
    const rubric = await rubricOf(before, context);
    refuseFields(checkSelfLines(rubric, body));
    const lines = withSelfLines(before.lines, body);
    const row = await save(before, assessedColumns(rubric, lines, before.conditions), context);
    const evidence = evidenceOf(body);
    const pointerTo = (index: number) => [...evidence.values()][index]!;
    const files = await setAttachments(context, subjectOf(row.id), [...evidence.keys()], pointerTo);
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: 'assessment.self-scored',
      data: { answers: changedAnswers(before.lines, lines, 'self'), points: row.selfPoints, version: row.version },
      state: { ...assessmentPart(row), ...files },
    });
    return presentAssessment(row, context);
  }),

  implement(assessments.putAppraisedLines, async ({ params, body }, context) => {
    const before = await findToWrite(params.id, assessments.putAppraisedLines, appraisalStatuses, context);
    const rubric = await rubricOf(before, context);
    refuseFields(checkAppraisedLines(rubric, body));
    const lines = withAppraisedLines(before.lines, body);
    const row = await save(before, assessedColumns(rubric, lines, before.conditions), context);
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: 'assessment.appraised',
      data: {
        answers: changedAnswers(before.lines, lines, 'appraised'),
        points: row.appraisedPoints,
        band: row.finalBand,
        version: row.version,
      },
      state: assessmentPart(row),
    });
    return presentAssessment(row, context);
  }),

  implement(assessments.putConditions, async ({ params, body }, context) => {
    const before = await findToWrite(params.id, assessments.putConditions, appraisalStatuses, context);
    const rubric = await rubricOf(before, context);
    refuseFields(checkRecordedConditions(rubric, body));
    const row = await save(before, assessedColumns(rubric, before.lines, body), context);
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: 'assessment.conditions-recorded',
      data: { conditions: body.map(({ conditionId }) => conditionId), band: row.finalBand, version: row.version },
      state: assessmentPart(row),
    });
    return presentAssessment(row, context);
  }),

  implement(assessments.transition, async ({ params, body }, context) => {
    const before = await find(params.id, context);
    requireVersion(before, context);
    const roles = rolesTowards(context.session, [before.unitId]);
    const step = chooseStep(assessmentLifecycle, before.status, body, (each) =>
      each.roles.some((role) => roles.includes(role)),
    );
    refuseFields(checkTransition(step, await rubricOf(before, context), before, body.reason, formulas));
    const reason = body.reason ?? null;
    const row = await save(before, { status: step.to, statusReason: reason }, context);
    await appendEvent(context, {
      subject: subjectOf(row.id),
      kind: `assessment.${step.action}`,
      data: { from: before.status, to: row.status, reason, points: row.appraisedPoints, band: row.finalBand },
      state: assessmentPart(row),
    });
    return presentAssessment(row, context);
  }),
];

/** The files the lines name, each once, with the place where it is first named. */
function evidenceOf(lines: readonly { evidence?: string[] | undefined }[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const [at, { evidence = [] }] of lines.entries()) {
    for (const [index, id] of evidence.entries()) {
      if (!places.has(id)) places.set(id, `/${at}/evidence/${index}`);
    }
  }
  return places;
}
