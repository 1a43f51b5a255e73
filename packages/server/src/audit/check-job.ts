import type { LedgerAnchor, LedgerFault } from '@dvk/sdk/audit';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { anonymousSession } from '../auth/index.ts';
import { newId } from '../database/index.ts';
import { appendEvent, newestAnchor, readKeptAnchor, systemActor, type Verification } from '../events/index.ts';
import { tellOfFaults } from '../notices/of-events.ts';
import { HttpProblem } from '../problems/problem.ts';
import { defineJob, noData, type JobContext } from '../queue/job.ts';
import { findRow } from '../records/rows.ts';
import { ledgerChecks, notBegun } from './table.ts';

/** So many of the faults are kept; of more only the number. */
const mostFaults = 100;
/** How much is looked at between two notes of how far it is. */
const progressEvery = 2000;
/** Seconds that a check of a large ledger may take. */
export const longestCheck = 2 * 60 * 60;

/** The newest anchor that the server has kept in its folder. */
async function keptAnchor({ services, tenant }: JobContext): Promise<LedgerAnchor | null> {
  const { anchorDirectory } = services;
  if (anchorDirectory === undefined) return null;
  const day = await newestAnchor(anchorDirectory, tenant!).catch(() => undefined);
  return day === undefined ? null : readKeptAnchor(anchorDirectory, tenant!, day);
}

/** Looks through the ledger and the records, and keeps what was found; one that was interrupted begins anew. */
async function check(context: JobContext, id: string): Promise<void> {
  const { database, services, log, now } = context;
  const tenant = context.tenant!;
  const row = and(eq(ledgerChecks.tenant, tenant), eq(ledgerChecks.id, id));
  const known = await findRow(database.queries, ledgerChecks, { tenant, id });
  if (!known || known.finishedAt !== null) return;
  await database.queries.update(ledgerChecks).set({ startedAt: now.toISOString() }).where(row);

  const anchor = known.anchor ?? (await keptAnchor(context));
  const found: LedgerFault[] = [];
  let told = 0;
  let telling = Promise.resolve();
  const onProgress = ({ events, records }: Verification) => {
    if (events + records < told + progressEvery) return;
    told = events + records;
    // Who waits sees that it goes on; that this could not be written ends no check.
    telling = telling
      .then(() => database.queries.update(ledgerChecks).set({ events, records }).where(row))
      .then(
        () => {},
        () => {},
      );
  };
  const done = await services.checkLedger({
    database,
    tenant,
    anchor: anchor ?? undefined,
    onProgress,
    onFault: (fault) => void (found.length < mostFaults && found.push(fault)),
  });
  await telling;
  const finishedAt = new Date().toISOString();
  await database.queries
    .update(ledgerChecks)
    .set({ ...done, found, anchor, finishedAt })
    .where(row);
  if (done.faults > 0) log.error({ faults: done.faults }, 'the ledger does not hold: see "dvk-server audit verify"');
  await database
    .transaction((db) => {
      const data = { ...done, anchored: anchor !== null };
      const event = { kind: 'audit.checked', data, subject: `audit/${id}`, state: {} } as const;
      return appendEvent({ db, session: anonymousSession(tenant), now: finishedAt, services }, event, systemActor);
    })
    .catch(async (error: unknown) => {
      if (!(error instanceof HttpProblem)) throw error;
      // Nothing can be added to a ledger whose end does not hold: what was found is kept, and told, all the same.
      if (done.faults === 0) return;
      await database.transaction((db) => tellOfFaults({ db, tenant, now: finishedAt, services }, id, done.faults));
    });
}

export const checkJob = defineJob({
  name: 'audit.check',
  schema: z.object({ checkId: z.string() }),
  timeout: longestCheck,
  run: (context, { checkId }) => check(context, checkId),
});

export const nightlyCheckJob = defineJob({
  name: 'audit.check-nightly',
  schema: noData,
  schedule: { daily: '01:30' },
  timeout: longestCheck,
  async run(context) {
    const { database, tenant, key: askedAt } = context;
    if (tenant === null) return;
    // Named by the time at which it was due: an attempt that was interrupted is gone on with.
    const begun = await findRow(database.queries, ledgerChecks, { tenant, askedAt });
    const id = begun?.id ?? newId();
    if (!begun) await database.queries.insert(ledgerChecks).values({ ...notBegun, tenant, id, askedAt });
    await check(context, id);
  },
});
