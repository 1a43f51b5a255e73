import { setTimeout } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Job as ClaimedJob } from 'pg-boss';
import { parse } from 'zod/mini';
import { errorCode, isUnavailable, type Database } from '../database/index.ts';
import type { Services } from '../http/services.ts';
import { createBoss } from './boss.ts';
import { JobFailure, PermanentFailure, type Job } from './job.ts';
import { enqueueDue } from './schedule.ts';
import { storedJobs, type StoredData } from './stored-job.ts';

export interface WorkOptions {
  database: Database;
  services: Services;
  /** The tenant whose scheduled work is done; `null` where several are served. */
  tenant: string | null;
  jobs: readonly Job[];
  /** Awaited before the first job; tried again until it resolves. */
  ready: () => Promise<void>;
  clock: () => Date;
  log: Logger;
  /** How often it looks, in seconds: for new jobs, and for those whose process was killed. */
  pace?: { poll: number; supervise: number };
}

export interface Work {
  /** Takes no further job; resolves when those that run are done, or `timeout` milliseconds have passed: then they are done again later. */
  stop(timeout: number): Promise<void>;
}

const usualPace = { poll: 2, supervise: 10 };
/** Milliseconds between two looks for scheduled work that is due. */
const scheduleInterval = 60_000;
/** Milliseconds between two attempts to start while the database is away. */
const startPause = 5_000;

/** Why an attempt failed, in words without personal data. The whole error is in the log. */
function failureOf(error: unknown): Error {
  const { name, code } = error as NodeJS.ErrnoException;
  const words =
    error instanceof JobFailure
      ? error.message
      : isUnavailable(error)
        ? 'The database or the file storage could not be used'
        : [name ?? 'Error', errorCode(error) ?? code].filter(Boolean).join(' ');
  const failure = new Error(words);
  delete failure.stack;
  return failure;
}

/** Works on jobs until it is stopped. While the database is away it waits. */
export function startWork(options: WorkOptions): Work {
  const { database, services, tenant, jobs, ready, clock, log, pace = usualPace } = options;
  const boss = createBoss(database, { superviseIntervalSeconds: pace.supervise });
  boss.on('error', (error) => log.warn({ error }, 'jobs: the database refused or could not be reached'));
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  async function run(job: Job, claimed: ClaimedJob<StoredData>): Promise<void> {
    const { key, data } = claimed.data;
    const about = { job: job.name, id: claimed.id, attempt: claimed.retryCount + 1 };
    try {
      await job.run(
        {
          database,
          services,
          tenant: claimed.data.tenant,
          key,
          now: clock(),
          log: log.child(about),
          signal: claimed.signal,
        },
        parse(job.schema, data),
      );
    } catch (error) {
      log.error({ error, ...about }, 'job failed');
      if (error instanceof PermanentFailure) await endTries(claimed);
      throw failureOf(error);
    }
  }

  /** Leaves a job no further attempt. */
  async function endTries({ id, retryCount }: ClaimedJob<StoredData>): Promise<void> {
    await database.transaction((db) =>
      db.update(storedJobs).set({ retryLimit: retryCount }).where(eq(storedJobs.id, id)),
    );
  }

  /** One worker: while there are jobs it takes one after the other without a pause. */
  async function addWorker(job: Job): Promise<void> {
    const id: string = await boss.work<StoredData>(
      job.name,
      { pollingIntervalSeconds: pace.poll },
      async ([claimed]) => {
        boss.notifyWorker(id);
        await run(job, claimed!);
      },
    );
  }

  async function enqueueScheduled(): Promise<void> {
    try {
      await enqueueDue(database, jobs, { tenant, now: clock() });
    } catch (error) {
      log.warn({ error }, 'scheduled jobs were not enqueued; tried again in a minute');
    }
  }

  async function start(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await ready();
        await boss.start();
        break;
      } catch (error) {
        log[isUnavailable(error) ? 'warn' : 'error']({ error }, 'jobs cannot begin; tried again in a few seconds');
        await setTimeout(startPause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
    if (stopping.signal.aborted) return;
    for (const job of jobs) for (let count = 0; count < (job.concurrency ?? 1); count += 1) await addWorker(job);
    scheduling = enqueueScheduled();
    timer = globalThis.setInterval(enqueueScheduled, scheduleInterval).unref();
  }
  /** Not waited for before workers are told to stop: they would take another job meanwhile. */
  let scheduling: Promise<void> | undefined;
  const started = start();

  return {
    async stop(timeout) {
      stopping.abort();
      await started;
      clearInterval(timer);
      await Promise.all([boss.stop({ timeout }), scheduling]);
    },
  };
}
