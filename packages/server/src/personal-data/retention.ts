import {
  retentionKinds,
  retentionLimit,
  type RetentionItem,
  type RetentionKind,
  type RetentionRule,
} from '@dvk/sdk/personal-data';
import { and, asc, count, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { caseNotes, caseOwners, cases, caseSenders, hasEnded } from '../cases/table.ts';
import type { Queries } from '../database/index.ts';
import { appendEvents, systemActor, type EventContext } from '../events/index.ts';
import { importContents, imports } from '../imports/table.ts';
import { staleWishes } from '../notices/erase.ts';
import { noticeWishes } from '../notices/table.ts';
import { eraseCases, lockCases } from './erase.ts';
import { endedBefore, endedWithSubject, forgetRequests } from './forget.ts';
import { dataRequests } from './table.ts';

/** How what a rule is about is found, and erased. */
interface Erasable {
  table: PgTable;
  /** What was kept long enough: it ended before an instant. */
  due: (tenant: string, before: string) => SQL;
  /** What names it in the list of what was erased. */
  id: SQL<string>;
  subject: (id: string) => string;
  code?: SQL<string>;
  /** Erases these in the caller's transaction, unless something has happened to them meanwhile. Says which it did. */
  erase: (context: EventContext, ids: readonly string[], before: string) => Promise<readonly string[]>;
}

/** What somebody still asks about, or has had restricted, is not erased behind their back. */
const isHeld = sql`(${cases.restrictedTo} IS NOT NULL OR EXISTS (SELECT 1 FROM ${dataRequests} WHERE ${dataRequests.tenant} = ${cases.tenant} AND ${dataRequests.endedAt} IS NULL AND ${dataRequests.caseIds} @> ARRAY[${cases.id}]))`;

const ofCase = (table: PgTable & { tenant: PgColumn; caseId: PgColumn }) =>
  sql`EXISTS (SELECT 1 FROM ${table} WHERE ${table.tenant} = ${cases.tenant} AND ${table.caseId} = ${cases.id})`;

/** Whether there is anything to erase, also what came after an earlier erasure: the sender linked the case, an office noted something. */
const isLeft = {
  identity: sql`(${cases.erased} IS NULL OR ${ofCase(caseSenders)} OR ${ofCase(caseOwners)})`,
  all: sql`(${cases.erased} IS DISTINCT FROM 'all' OR ${ofCase(caseSenders)} OR ${ofCase(caseOwners)} OR ${ofCase(caseNotes)})`,
};

function ofCases(what: 'identity' | 'all'): Erasable {
  const due = (tenant: string, before: string) =>
    and(
      eq(cases.tenant, tenant),
      hasEnded(cases.status),
      isLeft[what],
      lt(cases.updatedAt, before),
      sql`NOT ${isHeld}`,
    )!;
  return {
    table: cases,
    due,
    id: sql<string>`${cases.id}`,
    subject: (id) => `case/${id}`,
    code: sql<string>`${cases.code}`,
    async erase(context, ids, before) {
      const { db, session } = context;
      await lockCases(context, ids);
      const still = await db
        .select()
        .from(cases)
        .where(and(due(session.tenant, before), inArray(cases.id, [...ids])))
        .orderBy(asc(cases.id));
      await eraseCases(context, still, { what, because: 'retention', actor: systemActor });
      return still.map(({ id }) => id);
    },
  };
}

const ofRequests: Erasable = {
  table: dataRequests,
  due: (tenant, before) => endedWithSubject(tenant, and(endedBefore(before), notRestricting)),
  id: sql<string>`${dataRequests.id}`,
  subject: (id) => `data-request/${id}`,
  code: sql<string>`${dataRequests.code}`,
  async erase(context, ids) {
    const events = await forgetRequests(context, { ids });
    await appendEvents(context, events, systemActor);
    return events.map(({ subject }) => subject.slice('data-request/'.length));
  },
};

/** A restriction that still holds needs to be known of. */
const notRestricting = sql`NOT (${dataRequests.kind} IN ('restriction', 'objection') AND ${dataRequests.status} IN ('carried-out', 'carried-out-in-part'))`;

const isOfImport = and(eq(imports.tenant, importContents.tenant), eq(imports.id, importContents.id));

const ofImports: Erasable = {
  table: importContents,
  due: (tenant, before) =>
    and(
      eq(importContents.tenant, tenant),
      sql`EXISTS (SELECT 1 FROM ${imports} WHERE ${isOfImport} AND ${imports.status} <> 'running' AND coalesce(${imports.finishedAt}, ${imports.createdAt}) < ${before})`,
    )!,
  id: sql<string>`${importContents.id}`,
  subject: (id) => `import/${id}`,
  async erase({ db, session }, ids, before) {
    const rows = await db
      .delete(importContents)
      .where(and(ofImports.due(session.tenant, before), inArray(importContents.id, [...ids])))
      .returning({ id: importContents.id });
    return rows.map(({ id }) => id);
  },
};

const ofWishes: Erasable = {
  table: noticeWishes,
  due: staleWishes,
  id: sql<string>`${noticeWishes.recipient}`,
  subject: () => 'notice-wishes',
  async erase({ db, session }, ids, before) {
    const rows = await db
      .delete(noticeWishes)
      .where(and(staleWishes(session.tenant, before), inArray(noticeWishes.recipient, [...ids])))
      .returning({ id: noticeWishes.recipient });
    return rows.map(({ id }) => id);
  },
};

export const erasables: Readonly<Record<RetentionKind, Erasable>> = {
  'case-sender': ofCases('identity'),
  'case-content': ofCases('all'),
  'data-request': ofRequests,
  'unit-import': ofImports,
  'notice-wishes': ofWishes,
};

/** Something to be erased, with its id within its table. */
export interface Due extends RetentionItem {
  id: string;
}

/** What a rule would erase now, so much of it. */
export async function dueOf(
  db: Queries,
  tenant: string,
  rule: RetentionRule,
  now: string,
  limit: number,
): Promise<Due[]> {
  const { table, due, id, subject, code = sql<string | null>`NULL` } = erasables[rule.kind];
  const rows = await db
    .select({ id: id.as('due_id'), code: code.as('due_code') })
    .from(table)
    .where(due(tenant, retentionLimit(rule, now)))
    .orderBy(asc(id))
    .limit(limit);
  return rows.map((row) => ({ kind: rule.kind, id: row.id, subject: subject(row.id), code: row.code }));
}

/** How much a rule would erase now. */
export async function countDue(db: Queries, tenant: string, rule: RetentionRule, now: string): Promise<number> {
  const { table, due } = erasables[rule.kind];
  const [row] = await db
    .select({ count: count() })
    .from(table)
    .where(due(tenant, retentionLimit(rule, now)));
  return Number(row!.count);
}

/** The kinds in the order in which they are erased: what is erased in whole first, so that nothing is erased twice in one night. */
export const erasingOrder: readonly RetentionKind[] = [
  'case-content',
  ...retentionKinds.filter((kind) => kind !== 'case-content'),
];
