import {
  applyAppraisedLines,
  applyAssessmentStep,
  applyConditions,
  applyOpening,
  applySelfLines,
  assessmentPolicy,
  assessments,
  assessmentStatuses,
  hiddenEvents,
  underAppraisal,
  type AssessedFields,
  type AssessmentEvent,
  type AssessmentSubject,
} from '@dvk/sdk/assessments';
import type { Endpoint, ReceivedOf } from '@dvk/sdk/contract';
import { isRefused, type Outcome } from '@dvk/sdk/lifecycle';
import { servesYear, type Rubric } from '@dvk/sdk/rubrics';
import { seesAllUnits } from '@dvk/sdk/session';
import { and, eq, inArray, isNotNull, isNull, not, or, type SQL } from 'drizzle-orm';
import { setAttachments } from '../attachments/store.ts';
import { brokenUnique, newId } from '../database/index.ts';
import type { RecordState } from '../events/index.ts';
import { implement, type Context } from '../http/route.ts';
import { modelRecords } from '../models/table.ts';
import { actingUnits, requireRoleTowards } from '../policy/index.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { change } from '../records/change.ts';
import { countRecords } from '../records/count.ts';
import { matching } from '../records/filters.ts';
import { find, lookUp } from '../records/find.ts';
import { historyOfRecord } from '../records/history.ts';
import { listRecords, newestFirst, type List, type Section } from '../records/list.ts';
import { narrowed, partsBy } from '../records/parts.ts';
import { subjectOf } from '../records/records.ts';
import { accept, insert } from '../records/write.ts';
import { findFrozenRubric, versionsOf } from '../rubrics/store.ts';
import { settingsOf } from '../settings/in-force.ts';
import { findUnit } from '../units/store.ts';
import { columnsOf, presentAssessment, searchTextOf, summarise, summaryFields } from './present.ts';
import { scorePaper } from './papers.ts';
import { rubricPart } from './record.ts';
import { assessmentRecords, assessments as table, type AssessmentRow } from './table.ts';

/** The rubric of a stored assessment: the foreign key says that it is there. */
async function rubricOf(row: AssessmentRow, { db, services }: Context): Promise<Rubric> {
  const rubric = await findFrozenRubric(services.rubrics, db, row.tenant, row.rubricId, row.rubricVersion);
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
  context: Context,
  ownUnits: readonly string[] | null,
): Promise<Assessed | undefined> {
  const model = kind === 'model' ? await lookUp(modelRecords, context, id) : undefined;
  const unitId = kind === 'model' ? (model?.ownerUnitId ?? model?.unitId) : id;
  if (!unitId || (ownUnits !== null && !ownUnits.includes(unitId))) return undefined;
  const unit = await findUnit(context.db, context.session.tenant, unitId);
  return unit && { name: model?.name ?? unit.name, unitId, unitName: unit.name };
}

/** Writes scores or conditions as a rule makes them, and the totals that follow. */
async function write(
  id: string,
  endpoint: Endpoint,
  context: Context,
  rule: (row: AssessmentRow, rubric: Rubric) => Outcome<AssessedFields, AssessmentEvent>,
  parts?: (row: AssessmentRow) => Promise<RecordState>,
) {
  const row = await change(assessmentRecords, context, id, async (before) => {
    requireRoleTowards(context.session, endpoint, assessmentPolicy, before);
    const rubric = await rubricOf(before, context);
    const outcome = rule(before, rubric);
    if (isRefused(outcome)) return outcome;
    return { changes: columnsOf(rubric, outcome.changes), event: outcome.event, ...(parts && { parts }) };
  });
  return presentAssessment(row, context);
}

const alreadyOpened = {
  vi: 'Năm này đã có bảng chấm điểm theo bộ tiêu chí này. Tìm trong danh sách rồi mở ra chấm tiếp',
  en: 'There is an assessment by this rubric for this year already: find it in the list and go on with it',
};

/** Most points first; those without at the end, and for a unit those whose points it does not see yet. */
function byPoints(points: 'selfPoints' | 'appraisedPoints', hidden?: SQL): readonly Section<AssessmentRow>[] {
  return [
    { by: points, direction: 'descending', within: isNotNull(table[points]), where: hidden && not(hidden) },
    { by: 'updatedAt', direction: 'descending', where: or(isNull(table[points]), hidden) },
  ];
}

type Query = ReceivedOf<typeof assessments.list>['query'];

/** The list last changed first, narrowed as its indexes are. */
function lastChanged(query: Query) {
  if (query.subjectId || !query.period)
    return narrowed(table, query, 'subjectId', 'status', 'rubricId', 'subjectKind', 'period');
  const { status = assessmentStatuses } = query;
  return {
    parts: partsBy(table, { status }, 'status')!.map((part) => and(eq(table.period, query.period!), part)!),
    where: matching(table, query, 'subjectKind', 'rubricId'),
  };
}

/** The order and the filters of the list. */
function orderOf(query: Query, { session }: Context): Pick<List<AssessmentRow>, 'sections' | 'where'> {
  const { sort = 'changed' } = query;
  if (sort === 'changed') {
    const { parts, where } = lastChanged(query);
    return { sections: newestFirst('updatedAt', { byUnit: true, parts }), where };
  }
  const isHidden = seesAllUnits(session) ? undefined : inArray(table.status, [...underAppraisal]);
  return {
    sections: sort === 'self-points' ? byPoints('selfPoints') : byPoints('appraisedPoints', isHidden),
    where: and(filtersOf(query), matching(table, query, 'status', 'subjectKind')),
  };
}

const filtersOf = (query: ReceivedOf<typeof assessments.counts>['query']) =>
  matching(table, query, 'subjectId', 'period', 'rubricId');

export const assessmentRoutes = [
  implement(assessments.list, async ({ query }, context) => {
    const { items, nextCursor } = await listRecords(assessmentRecords, context, query, {
      fields: summaryFields,
      ...orderOf(query, context),
      unitId: query.unitId,
      q: query.q,
    });
    return { items: items.map((row) => summarise(row, context.session)), nextCursor };
  }),

  implement(assessments.counts, ({ query }, context) =>
    countRecords(assessmentRecords, context, {
      facets: {
        status: { values: assessmentStatuses, of: table.status, chosen: query.status },
        subjectKind: {
          values: ['unit', 'model'] as const,
          of: table.subjectKind,
          chosen: query.subjectKind && [query.subjectKind],
        },
      },
      where: and(filtersOf(query), matching(table, query, 'unitId')),
      q: query.q,
    }),
  ),

  implement(assessments.get, async ({ params }, context) =>
    presentAssessment(await find(assessmentRecords, context, params.id), context),
  ),

  implement(assessments.scoreSheet, async ({ params, query }, context) => {
    const row = await find(assessmentRecords, context, params.id);
    const assessment = await presentAssessment(row, context);
    return scorePaper({ assessment, rubric: await rubricOf(row, context) }, query.format, context);
  }),

  implement(assessments.history, ({ params, query }, context) =>
    historyOfRecord(assessmentRecords, context, params.id, query, {
      hidden: (row) => hiddenEvents(row, context.session),
    }),
  ),

  implement(assessments.create, async ({ body }, context) => {
    const { db, session, services } = context;
    const { rubricId, rubricVersion, subject, period } = body;
    const rubric = await findFrozenRubric(services.rubrics, db, session.tenant, rubricId, rubricVersion);
    if (!rubric) refuseFields([{ pointer: '/rubricId', code: 'unknown' }]);
    const versions = (await versionsOf(db, session.tenant, [rubricId])).get(rubricId)!;
    if (!servesYear(rubricVersion, versions, period))
      refuseFields([{ pointer: '/rubricVersion', code: 'not-in-force', params: { year: period } }]);
    const { changes, event } = accept(applyOpening(body, rubric!));
    const assessed = await findSubject(subject, context, actingUnits(session, assessments.create));
    if (!assessed) refuseFields([{ pointer: '/subject/id', code: 'unknown' }]);
    const { name, unitId, unitName } = assessed!;
    const values = {
      ...columnsOf(rubric!, changes),
      id: newId(),
      status: changes.status,
      rubricId,
      rubricVersion,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: name,
      unitId,
      unitName,
      period,
      searchText: searchTextOf(name, unitName),
    };
    const entry = () => ({ event, parts: rubricPart(rubric!) });
    const row = await insert(assessmentRecords, context, values, entry).catch((error: unknown) => {
      throw brokenUnique(error) === undefined ? error : new HttpProblem('conflict', { detail: alreadyOpened });
    });
    return presentAssessment(row, context);
  }),

  implement(assessments.putSelfLines, ({ params, body }, context) =>
    write(
      params.id,
      assessments.putSelfLines,
      context,
      (row, rubric) => applySelfLines(row, body, rubric),
      (row) => {
        const evidence = evidenceOf(body);
        const pointerTo = (index: number) => [...evidence.values()][index]!;
        return setAttachments(context, subjectOf(assessmentRecords, row.id), [...evidence.keys()], pointerTo);
      },
    ),
  ),

  implement(assessments.putAppraisedLines, ({ params, body }, context) =>
    write(params.id, assessments.putAppraisedLines, context, (row, rubric) => applyAppraisedLines(row, body, rubric)),
  ),

  implement(assessments.putConditions, ({ params, body }, context) =>
    write(params.id, assessments.putConditions, context, (row, rubric) => applyConditions(row, body, rubric)),
  ),

  implement(assessments.transition, async ({ params, body }, context) => {
    const { reasonAbove } = (await settingsOf(context)).values.thresholds;
    const row = await change(assessmentRecords, context, params.id, async (before, roles) =>
      applyAssessmentStep(before, body, {
        roles,
        rubric: await rubricOf(before, context),
        reasonAbove: reasonAbove.amount,
      }),
    );
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
