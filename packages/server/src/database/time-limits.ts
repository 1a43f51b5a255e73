import type { QueryConfig } from 'pg';

/** How long things of the database may take, in milliseconds. None is for ever: a caller then gets 503 and tries again. */
export interface TimeLimits {
  /** Until there is a connection: a new one made, or one of the pool free. */
  connection: number;
  /** One statement, measured by the database, which then cancels it. */
  statement: number;
  /** Waiting for a row or table that another transaction holds. */
  lock: number;
  /** One statement, measured here: a server that is frozen or cut off cancels nothing. */
  answer: number;
  /** A whole transaction. */
  transaction: number;
  /** Closing: waiting for what runs before its connections are cut. */
  close: number;
}

export const defaultTimeLimits: TimeLimits = {
  connection: 10_000,
  statement: 15_000,
  lock: 10_000,
  answer: 20_000,
  transaction: 30_000,
  close: 5_000,
};

/** A statement that nobody waits for in front of a page – of a migration, of maintenance – may take an hour. */
export function unhurried(text: string): QueryConfig {
  // `pg` reads it; its types do not know it.
  return { text, query_timeout: 60 * 60 * 1000 } as QueryConfig;
}
