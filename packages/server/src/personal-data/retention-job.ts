import { retentionLimit, type RetentionKind } from '@dvk/sdk/personal-data';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, count, eq } from 'drizzle-orm';
import { anonymousSession } from '../auth/index.ts';
import { newId, type Queries } from '../database/index.ts';
import { appendEvent, systemActor } from '../events/index.ts';
import { defineJob, noData, type JobContext } from '../queue/job.ts';
import { findRow } from '../records/rows.ts';
import { dueOf, erasables, erasingOrder } from './retention.ts';
import { retentionItems, retentionRuns } from './table.ts';

/** So much is erased in one transaction: others wait no longer than for that. */
const portion = 50;

/** How much of each kind a run has erased. */
export async function erasedIn(
  db: Queries,
  tenant: string,
  runId: string,
): Promise<{ kind: RetentionKind; count: number }[]> {
  const rows = await db
    .select({ kind: retentionItems.kind, count: count() })
    .from(retentionItems)
    .where(and(eq(retentionItems.tenant, tenant), eq(retentionItems.runId, runId)))
    .groupBy(retentionItems.kind);
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

/**
 * Erases what was kept long enough, portion by portion, each with its lines of the list. A process that is killed has done
 * some portions in whole; the next attempt goes on behind them, in the same list.
 */
async function runRetention({ database, services, tenant, key, now: at, signal }: JobContext): Promise<void> {
  if (tenant === null) return;
  const { queries } = database;
  const now = at.toISOString();
  const { values } = await services.settings({ db: queries, tenant, day: dateInVietnam(now) });
  const begun = await findRow(queries, retentionRuns, { tenant, key });
  if (begun?.finishedAt) return;
  const runId = begun?.id ?? newId();
  if (!begun) await queries.insert(retentionRuns).values({ tenant, id: runId, key, startedAt: now });

  for (const kind of erasingOrder) {
    const rule = values.retention.find((each) => each.kind === kind && each.active);
    if (!rule) continue;
    const before = retentionLimit(rule, now);
    for (;;) {
      signal.throwIfAborted();
      const due = await dueOf(queries, tenant, rule, now, portion);
      if (due.length === 0) break;
      const done = await database.transaction(async (db) => {
        const context = { db, session: anonymousSession(tenant), now, services };
        const ids = new Set(
          await erasables[kind].erase(
            context,
            due.map(({ id }) => id),
            before,
          ),
        );
        const items = due.filter(({ id }) => ids.has(id));
        if (items.length > 0)
          await db
            .insert(retentionItems)
            .values(items.map(({ subject, code }) => ({ tenant, id: newId(), runId, kind, subject, code })));
        return items.length;
      });
      // What somebody has just changed is no longer due; if nothing else is left, that is all.
      if (done === 0) break;
    }
  }

  await database.transaction(async (db) => {
    const run = and(eq(retentionRuns.tenant, tenant), eq(retentionRuns.id, runId));
    await db.update(retentionRuns).set({ finishedAt: now }).where(run);
    const erased = Object.fromEntries((await erasedIn(db, tenant, runId)).map(({ kind, count }) => [kind, count]));
    const event = {
      kind: 'retention.carried-out',
      data: { erased },
      subject: `retention/${runId}`,
      state: {},
    } as const;
    await appendEvent({ db, session: anonymousSession(tenant), now, services }, event, systemActor);
  });
}

export const retentionJob = defineJob({
  name: 'personal-data.retention',
  schema: noData,
  schedule: { daily: '02:30' },
  timeout: 2 * 60 * 60,
  run: runRetention,
});
