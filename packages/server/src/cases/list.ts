import { inTimeFrom, dueClasses, type DueClass } from '@dvk/sdk/calendar';
import { cases, caseStatuses, openCaseStatuses, timeLeftOf, type CaseStatus, type DeadlineRules } from '@dvk/sdk/cases';
import type { ReceivedOf } from '@dvk/sdk/contract';
import { and, notInArray, sql, type SQL } from 'drizzle-orm';
import { implement, type Context } from '../http/route.ts';
import { countRecords } from '../records/count.ts';
import { matching } from '../records/filters.ts';
import { dueIn } from '../records/due-range.ts';
import { narrowed } from '../records/parts.ts';
import { listRecords, newestFirst, type Section } from '../records/list.ts';
import { settingsOf } from '../settings/in-force.ts';
import { caseRecords, cases as table, isOpen, type CaseRow } from './table.ts';

type Filters = Omit<ReceivedOf<typeof cases.counts>['query'], 'q'>;

/** The class of a due date, as `timeLeft` of the SDK tells it; null where none is due any more. */
async function dueClassOf(context: Context): Promise<SQL> {
  const { now } = context;
  const { calendar, soonDays } = (await settingsOf(context)).deadlines;
  const inTime = inTimeFrom(calendar, now, soonDays);
  return sql`CASE
    WHEN NOT (${isOpen(table.status)}) THEN NULL
    WHEN ${table.dueAt} < ${now}::timestamptz THEN 'overdue'
    WHEN ${table.dueAt} < ${inTime}::timestamptz THEN 'soon'
    ELSE 'in-time' END`;
}

/** Cases whose due date is of one of these classes. */
function isDue(classes: readonly DueClass[] | undefined, rules: DeadlineRules, now: string): SQL | undefined {
  const due = dueIn(table.dueAt, classes, rules, now);
  return due && and(isOpen(table.status), due);
}

const filtersOf = (query: Filters) => and(matching(table, query, 'kind', 'topic', 'communeCode'));

/** What was due first stands first; what needs no answer any more follows, the newest first. */
function orderOf(query: ReceivedOf<typeof cases.list>['query'], due: SQL | undefined): readonly Section<CaseRow>[] {
  const { status, sort } = query;
  const { parts } = narrowed(table, query, 'communeCode', 'topic');
  const newest = newestFirst<CaseRow>('receivedAt', { byUnit: true, parts });
  if (sort === 'newest') return newest;
  const isOpenStatus = (each: CaseStatus) => openCaseStatuses.includes(each);
  const open: Section<CaseRow> = { by: 'dueAt', direction: 'ascending', within: and(isOpen(table.status), due) };
  const others = newest.map((section) => ({ ...section, where: notInArray(table.status, [...openCaseStatuses]) }));
  return [
    ...(status && !status.some(isOpenStatus) ? [] : [open]),
    ...((status && status.every(isOpenStatus)) || due ? [] : others),
  ];
}

export const caseListRoutes = [
  implement(cases.list, async ({ query }, context) => {
    const { deadlines } = await settingsOf(context);
    const due = isDue(query.due, deadlines, context.now);
    const { items, nextCursor } = await listRecords(caseRecords, context, query, {
      fields: [
        'id',
        'code',
        'kind',
        'topic',
        'title',
        'status',
        'unitId',
        'unitName',
        'communeCode',
        'receivedAt',
        'dueAt',
        'answeredAt',
      ],
      sections: orderOf(query, due),
      where: and(filtersOf(query), matching(table, query, 'status'), due),
      unitId: query.unitId,
      q: query.q,
    });
    return { items: items.map((row) => ({ ...row, due: timeLeftOf(row, deadlines, context.now) })), nextCursor };
  }),

  implement(cases.counts, async ({ query }, context) =>
    countRecords(caseRecords, context, {
      facets: {
        status: { values: caseStatuses, of: table.status, chosen: query.status },
        due: { values: dueClasses, of: await dueClassOf(context), chosen: query.due },
      },
      where: and(filtersOf(query), matching(table, query, 'unitId')),
      q: query.q,
    }),
  ),
];
