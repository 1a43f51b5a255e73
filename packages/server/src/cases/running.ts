import { isExtended } from '@dvk/sdk/cases';
import type { RunningCase } from '@dvk/sdk/settings';
import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { cases, caseSteps, isOpen } from './table.ts';

/** The open cases whose term runs as the rules gave it: none that was extended to a day of its own. */
export async function runningCases(db: Queries, tenant: string): Promise<RunningCase[]> {
  const reopenedAt = db
    .select({ caseId: caseSteps.caseId, at: sql<string>`max(${caseSteps.at})`.as('at') })
    .from(caseSteps)
    .where(and(eq(caseSteps.tenant, tenant), eq(caseSteps.action, 'reopen')))
    .groupBy(caseSteps.caseId)
    .as('reopened');
  const rows = await db
    .select({
      id: cases.id,
      code: cases.code,
      kind: cases.kind,
      dueAt: cases.dueAt,
      receivedAt: cases.receivedAt,
      extensions: cases.extensions,
      reopenedAt: reopenedAt.at,
    })
    .from(cases)
    .leftJoin(reopenedAt, eq(reopenedAt.caseId, cases.id))
    .where(and(eq(cases.tenant, tenant), isOpen(cases.status)))
    .orderBy(cases.dueAt, cases.id);
  return rows
    .map(({ reopenedAt, ...row }) => ({ ...row, startedAt: new Date(reopenedAt ?? row.receivedAt).toISOString() }))
    .filter((row) => !isExtended(row, row.startedAt))
    .map(({ id, code, kind, dueAt, startedAt }) => ({ id, code, kind, dueAt, startedAt }));
}

/** How many open cases are due from one instant on and before another. */
export async function countDue(db: Queries, tenant: string, from: string, before: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(cases)
    .where(and(eq(cases.tenant, tenant), isOpen(cases.status), gte(cases.dueAt, from), lt(cases.dueAt, before)));
  return row!.count;
}
