import { eq } from 'drizzle-orm';
import type { Queries } from '../../database/index.ts';
import { enqueue } from '../../queue/enqueue.ts';
import { storedJobs } from '../../queue/stored-job.ts';
import { serverJobs } from '../../server-jobs.ts';
import { testTenant } from '../server.ts';

/** Jobs that wait, and jobs that have failed: no request makes them. */
export async function addJobs(db: Queries): Promise<void> {
  const [waiting, failing] = serverJobs;
  for (let index = 0; index < 30; index += 1) {
    const key = `fuzz-${index}`;
    await enqueue(db, waiting!, {}, { tenant: testTenant, key });
    await enqueue(db, failing!, {}, { tenant: testTenant, key });
  }
  const at = '2026-11-27T11:00:00.000Z';
  await db
    .update(storedJobs)
    .set({ state: 'failed', retries: 8, startedAt: at, finishedAt: at, output: { message: 'Error ECONNREFUSED' } })
    .where(eq(storedJobs.name, failing!.name));
}
