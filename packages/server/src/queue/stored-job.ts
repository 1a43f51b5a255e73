import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../database/index.ts';
import { schema } from './boss.ts';

/** What is stored as the data of a job. */
export interface StoredData {
  tenant: string | null;
  key: string;
  data: unknown;
}

/**
 * The columns of pg-boss that we read and write ourselves: it documents that jobs may be added by SQL, and by SQL alone
 * they are added in the transaction of a request. What a column holds is checked by the tests of jobs.
 */
export const storedJobs = pgSchema(schema).table('job', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  data: jsonb('data').$type<StoredData>().notNull(),
  state: text('state').$type<'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'>().notNull(),
  /** The attempts after the first one. */
  retries: integer('retry_count').notNull(),
  retryLimit: integer('retry_limit').notNull(),
  retryDelay: integer('retry_delay').notNull(),
  retryBackoff: boolean('retry_backoff').notNull(),
  longestRetryDelay: integer('retry_delay_max'),
  timeout: integer('expire_seconds').notNull(),
  heartbeat: integer('heartbeat_seconds'),
  storedFor: integer('deletion_seconds').notNull(),
  startAfter: instant('start_after').notNull(),
  createdAt: instant('created_on').notNull(),
  startedAt: instant('started_on'),
  finishedAt: instant('completed_on'),
  keepUntil: instant('keep_until').notNull(),
  output: jsonb('output').$type<{ message?: unknown }>(),
});

export type StoredJob = typeof storedJobs.$inferSelect;

/** The tenant of a stored job, as a condition. */
export const jobTenant = sql<string | null>`(${storedJobs.data} ->> 'tenant')`;
