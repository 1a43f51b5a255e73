import { createHash } from 'node:crypto';
import { parse, type input, type ZodMiniType } from 'zod/mini';
import type { Queries } from '../database/index.ts';
import { defaultHeartbeat, defaultRetry, defaultTimeout, type Job } from './job.ts';
import { storedJobs } from './stored-job.ts';

const day = 24 * 60 * 60;
/** Seconds that a job is stored after its end, and its key taken. */
const usuallyStoredFor = 30 * day;
/** A job waits for a server as long as it takes. */
const keptUntil = '9999-01-01T00:00:00Z';
/** Seconds between two attempts, at most. */
const longestRetryDelay = 60 * 60;

export interface EnqueueOptions {
  tenant: string | null;
  /**
   * Names what is to be done, such as `receipt/<case id>`: a second job of the same name, tenant and key is not added
   * while the first is stored, which is a month longer than it takes.
   */
  key: string;
  now?: Date;
  /** RFC 3339 instant before which it does not begin; now by default. */
  startAfter?: string;
}

/** The id of a job follows from what it is, so that the database refuses a second one. */
function jobId(name: string, tenant: string | null, key: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([name, tenant, key]))
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Adds a job, in the caller's transaction: if that is rolled back there is no job. Whether it is a new one.
 *
 * @example await enqueue(db, sendReceipt, { caseId }, { tenant: session.tenant, key: `receipt/${caseId}` });
 */
export async function enqueue<Schema extends ZodMiniType>(
  db: Queries,
  job: Job<Schema>,
  data: input<Schema>,
  { tenant, key, now = new Date(), startAfter }: EnqueueOptions,
): Promise<boolean> {
  const { limit, delay } = job.retry ?? defaultRetry;
  const at = now.toISOString();
  const rows = await db
    .insert(storedJobs)
    .values({
      id: jobId(job.name, tenant, key),
      name: job.name,
      data: { tenant, key, data: parse(job.schema, data) },
      state: 'created',
      retries: 0,
      retryLimit: limit,
      retryDelay: delay,
      retryBackoff: true,
      longestRetryDelay,
      timeout: job.timeout ?? defaultTimeout,
      heartbeat: job.heartbeat ?? defaultHeartbeat,
      storedFor: job.storedFor ?? usuallyStoredFor,
      startAfter: startAfter ?? at,
      createdAt: at,
      keepUntil: keptUntil,
    })
    .onConflictDoNothing()
    .returning({ id: storedJobs.id });
  return rows.length > 0;
}
