import type { QueryConfig } from 'pg';

/** Time limits of database work, in milliseconds. When one is exceeded the caller gets 503 and can retry. */
export interface TimeLimits {
  /** Getting a connection: opening one, or waiting for a free one of the pool. */
  connection: number;
  /** One statement, measured by the database, which then cancels it. */
  statement: number;
  /** Waiting for a row or table that another transaction holds. */
  lock: number;
  /** One statement, measured by us: a database that is frozen or unreachable cancels nothing. */
  roundTrip: number;
  /** A whole transaction. */
  transaction: number;
  /** Closing: waiting for running statements before their connections are destroyed. */
  close: number;
}

export const defaultTimeLimits: TimeLimits = {
  connection: 10_000,
  statement: 15_000,
  lock: 10_000,
  roundTrip: 20_000,
  transaction: 30_000,
  close: 5_000,
};

/** A statement of a migration or of maintenance, which may take an hour. */
export function withLongTimeout(text: string): QueryConfig {
  // `pg` reads it; its types do not know it.
  return { text, query_timeout: 60 * 60 * 1000 } as QueryConfig;
}
