import { retentionList } from '@dvk/documents/templates';
import { personalData, retentionLimit, type RetentionRun } from '@dvk/sdk/personal-data';
import { and, asc, eq } from 'drizzle-orm';
import { implement, type Context } from '../http/route.ts';
import { paperFile } from '../papers/paper.ts';
import { HttpProblem } from '../problems/problem.ts';
import { findRow, listRows } from '../records/rows.ts';
import { settingsOf } from '../settings/in-force.ts';
import { countDue, dueOf } from './retention.ts';
import { erasedIn } from './retention-job.ts';
import { requireWholeTenant } from './rights.ts';
import { retentionItems, retentionRuns, type RetentionRunRow } from './table.ts';

/** So much of what would be erased is named. */
const mostShown = 20;
/** So many lines a printed list has at most. */
const mostPrinted = 5000;

async function present({ id, startedAt, finishedAt }: RetentionRunRow, context: Context): Promise<RetentionRun> {
  const erased = await erasedIn(context.db, context.session.tenant, id);
  return { id, startedAt, finishedAt, erased };
}

async function findRun({ db, session }: Context, id: string): Promise<RetentionRunRow> {
  const row = await findRow(db, retentionRuns, { tenant: session.tenant, id });
  if (!row) throw new HttpProblem('not-found');
  return row;
}

export const retentionRoutes = [
  implement(personalData.retention, async (_request, context) => {
    requireWholeTenant(personalData.retention, context);
    const { db, session, now } = context;
    const { retention } = (await settingsOf(context)).values;
    const items = [];
    for (const rule of retention) {
      const first = await dueOf(db, session.tenant, rule, now, mostShown);
      items.push({
        ...rule,
        before: retentionLimit(rule, now),
        count: await countDue(db, session.tenant, rule, now),
        first: first.map(({ kind, subject, code }) => ({ kind, subject, code })),
      });
    }
    return { items };
  }),

  implement(personalData.retentionRuns, async ({ query }, context) => {
    requireWholeTenant(personalData.retentionRuns, context);
    const { items, nextCursor } = await listRows(context, query, retentionRuns, {
      by: ['startedAt', 'id'],
      direction: 'descending',
    });
    const runs: RetentionRun[] = [];
    for (const row of items) runs.push(await present(row, context));
    return { items: runs, nextCursor };
  }),

  implement(personalData.retentionItems, async ({ params, query }, context) => {
    requireWholeTenant(personalData.retentionItems, context);
    const { id } = await findRun(context, params.id);
    // A cursor is good for the items of one run.
    const scope = { ...query, runId: id };
    const { items, nextCursor } = await listRows(context, scope, retentionItems, {
      by: ['id'],
      where: eq(retentionItems.runId, id),
    });
    return { items: items.map(({ kind, subject, code }) => ({ kind, subject, code })), nextCursor };
  }),

  implement(personalData.retentionPaper, async ({ params }, context) => {
    requireWholeTenant(personalData.retentionPaper, context);
    const { db, session } = context;
    const run = await present(await findRun(context, params.id), context);
    const items = await db
      .select({ kind: retentionItems.kind, subject: retentionItems.subject, code: retentionItems.code })
      .from(retentionItems)
      .where(and(eq(retentionItems.tenant, session.tenant), eq(retentionItems.runId, run.id)))
      .orderBy(asc(retentionItems.id))
      .limit(mostPrinted);
    return paperFile(retentionList, () => ({ run, items }), `xoa-du-lieu-${run.startedAt.slice(0, 10)}`, context);
  }),
];
