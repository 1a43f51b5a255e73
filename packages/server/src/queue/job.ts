import type { Logger } from 'pino';
import * as z from 'zod/mini';
import type { Database } from '../database/index.ts';
import type { Services } from '../http/services.ts';

/** What a job works with. */
export interface JobContext {
  database: Database;
  services: Services;
  /** The tenant it was enqueued for; `null` for scheduled work of a server that serves several. */
  tenant: string | null;
  /**
   * The same at every attempt of this job, and at no other job. A job that was interrupted is run again, so whoever
   * receives something from it – a mail server, a webhook – is given the key, and can tell the second from the first.
   */
  key: string;
  now: Date;
  log: Logger;
  /** Aborted when the job takes too long, or the server stops and cannot wait for it. */
  signal: AbortSignal;
}

/** When scheduled work is due: at each full hour, or daily at a time of day in Vietnam, `HH:MM`. */
export type JobSchedule = 'hourly' | { daily: string };

/** Work that no request waits for. An area lists its own in `area.ts`. */
export interface Job<Schema extends z.ZodMiniType = z.ZodMiniType> {
  /** `<area>.<what it does>`. Jobs that wait keep the name, so it never changes. */
  name: string;
  /** What is enqueued with it, small and without content: ids, for the job to read what they stand for. */
  schema: Schema;
  /** Does it. What it throws counts as a failed attempt. */
  run(context: JobContext, data: z.output<Schema>): Promise<unknown>;
  /** How a failed one is tried again: `limit` times, first after `delay` seconds, then after twice as long, up to an hour. */
  retry?: { limit: number; delay: number };
  /** Seconds that one attempt may take; 15 minutes by default. */
  timeout?: number;
  /** Seconds after which a job whose process was killed is taken up again; 30 by default. */
  heartbeat?: number;
  /** How many of them one process runs at once; one by default. */
  concurrency?: number;
  /** Seconds that one is stored after its end; 30 days by default. */
  storedFor?: number;
  schedule?: JobSchedule;
}

/** The data of work that needs none, such as scheduled work. */
export const noData = z.object({});

/** Describes a job, with the type of its data inferred from its schema. */
export const defineJob = <Schema extends z.ZodMiniType>(job: Job<Schema>): Job<Schema> => job;

/** Why a job failed, in words that administrators may read: no name, no address, no content. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
}

/** Why a job failed for good: trying again would change nothing. An administrator may still have it tried again. */
export class PermanentFailure extends JobFailure {}

export const defaultRetry = { limit: 8, delay: 30 };
export const defaultTimeout = 15 * 60;
export const defaultHeartbeat = 30;
