import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Session } from '@dvk/sdk/session';
import { defineJob, type JobContext } from '../queue/job.ts';
import { findRow } from '../records/rows.ts';
import { carryOut } from './carry-out.ts';
import { importContents, imports } from './table.ts';

/** Milliseconds that an import may take. */
const longest = 10 * 60 * 1000;

/** Who carries it out, for the events: roles and units of somebody may have changed before a job begins. */
const Starter = z.object({
  subject: z.nullable(z.string()),
  roles: z.array(z.string()),
  unitId: z.nullable(z.string()),
});

/**
 * Carries out an import in the background. It is one transaction: a worker that is killed leaves nothing behind, and the next one
 * begins anew; one that comes after it was done finds that, and does nothing.
 */
export const carryOutJob = defineJob({
  name: 'imports.carry-out',
  schema: z.object({ importId: z.string(), starter: Starter }),
  async run({ database, services, tenant, now: moment, log }, { importId, starter }) {
    const session = { ...starter, name: null, tenant: tenant! } as Session;
    const progress = progressTeller(database, session.tenant, importId);
    await database.transaction(
      async (db) => {
        const row = await findRow(db, imports, { tenant: session.tenant, id: importId });
        if (row?.status !== 'running') return;
        const order = { ...row, mode: row.mode! };
        await carryOut({ db, session, now: moment.toISOString(), services }, row, order, (done, total) => {
          log.info({ done, total }, 'importing units');
          progress.tell(done, total);
        });
      },
      { limit: longest },
    );
    await progress.told();
  },
});

/**
 * Tells how far an import is, beside its transaction. The embedded database has one connection: what is told waits there until the
 * transaction is over, so nothing waits for it, and it says nothing that is not over by then.
 */
function progressTeller(database: JobContext['database'], tenant: string, id: string) {
  let telling: Promise<unknown> | undefined;
  return {
    tell(done: number, total: number): void {
      if (telling) return;
      telling = database.queries
        .update(importContents)
        .set({ done, total })
        .where(and(eq(importContents.tenant, tenant), eq(importContents.id, id)))
        .then(
          () => (telling = undefined),
          () => (telling = undefined),
        );
    },
    told: async () => telling,
  };
}
