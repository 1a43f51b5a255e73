import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { DatabaseUnavailable, isRepeatable } from './errors.ts';
import { EmbeddedPostgres } from './pglite.ts';
import { defaultTimeLimits, unhurried, type TimeLimits } from './time-limits.ts';

/** What a store works with: the transaction of a write, or the plain connection of a read. */
export type Queries = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** An open database. The same code runs on a PostgreSQL server and on the embedded one. */
export interface Database {
  /** What it is and how it keeps what it is given, in a sentence for the log of a start. */
  readonly description: string;
  /** Statements outside a transaction. Never use it while inside `transaction`: the embedded one has one connection. */
  readonly queries: Queries;
  /**
   * Runs `work` in one transaction; it may run again after a deadlock, so it must have no effect outside. A connection that
   * breaks on the way is given up and the error thrown; `isUnavailable` knows it.
   *
   * @param limit milliseconds that it may take, 30 seconds unless told
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, limit?: number): Promise<T>;
  /** A single connection, for migrations. */
  withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /**
   * Clears out dead rows and learns how values are spread, table by table. A PostgreSQL server does so by itself; the
   * embedded one has nobody else to do it, and without would search as if it knew nothing of its tables.
   */
  maintain(): Promise<void>;
  /** Waits for running statements, for a few seconds, then closes. */
  close(): Promise<void>;
}

export type DatabaseOptions = (
  | /** A PostgreSQL server, version 15 or later. */
    { url: string; connections?: number }
  /** PGlite in this process, stored in a directory that this process alone may open and this user alone may read. */
  | { directory: string }
  /** PGlite in memory: for tests and examples. */
  | { memory: true }
) & {
  /** Other limits than the usual ones. */
  timeLimits?: Partial<TimeLimits>;
};

/**
 * Opens a database; it does not migrate it.
 *
 * @throws StartRefusal when the directory is in use, damaged or readable by others
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const limits: TimeLimits = { ...defaultTimeLimits, ...options.timeLimits };
  const pooling: pg.PoolConfig = { connectionTimeoutMillis: limits.connection, query_timeout: limits.answer };
  if ('url' in options) {
    const address = URL.parse(options.url);
    // Its text may hold a password, so it is not repeated.
    if (!address) throw new Error('The address of the database is none: it must be like postgres://user@host/database');
    const pool = new pg.Pool({
      ...pooling,
      connectionString: options.url,
      max: options.connections ?? 10,
      application_name: 'dvk-server',
      keepAlive: true,
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.transaction,
    });
    return fromPool(pool, limits, {
      description: `PostgreSQL at ${address.host}${address.pathname}`,
      checkWritable: async () => {},
      maintain: async () => {},
      close: async () => {},
    });
  }
  const embedded = await EmbeddedPostgres.open('directory' in options ? options.directory : undefined);
  const pool = new pg.Pool({
    ...pooling,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => embedded.connect(),
  });
  return fromPool(pool, limits, {
    description: embedded.description,
    checkWritable: () => embedded.checkWritable(),
    maintain: () => vacuum(pool, () => embedded.checkWritable()),
    close: () => embedded.close(limits.close),
  });
}

const maximumAttempts = 5;

async function vacuum(pool: pg.Pool, checkWritable: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  // One statement a table, so that waiting requests get their turn in between.
  for (const { name } of rows) {
    await checkWritable();
    await pool.query(unhurried(`VACUUM (ANALYZE) ${name}`));
  }
}

interface Engine extends Pick<Database, 'description' | 'maintain' | 'close'> {
  /** Throws when a write would do harm: the room on the disk is nearly used up, or the directory no longer ours. */
  checkWritable(): Promise<void>;
}

function fromPool(pool: pg.Pool, limits: TimeLimits, engine: Engine): Database {
  // A connection that breaks emits `error`, and without a listener that would end the process: idle ones are listened to
  // by the pool, which tells of them here; those handed out by nobody unless by this.
  pool.on('error', () => {});
  const connected = new Set<pg.PoolClient>();
  pool.on('connect', (client) => {
    client.on('error', () => {});
    connected.add(client);
  });
  pool.on('remove', (client) => connected.delete(client));
  const queries = drizzle(pool) as unknown as Queries;
  let closed: Promise<void> | undefined;

  async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let failed = true;
    try {
      const result = await work(client);
      failed = false;
      return result;
    } finally {
      // What a failed one is in the middle of, nobody knows: it never goes back to the pool.
      client.release(failed);
    }
  }

  async function attempt<T>(work: (queries: Queries) => Promise<T>, limit: number): Promise<T> {
    let refused: { error: unknown } | undefined;
    const result = await withClient((client) =>
      within(limit, client, async () => {
        await engine.checkWritable();
        await client.query('BEGIN');
        try {
          const answer = await work(drizzle(client) as unknown as Queries);
          // After a statement that failed and whose error somebody caught, this undoes everything and is no error itself.
          const { command } = await client.query('COMMIT');
          if (command !== 'COMMIT') throw new Error(`The transaction was not committed, but ended by ${command}`);
          return answer;
        } catch (error) {
          // A connection that can still roll back is as good as new.
          await client.query('ROLLBACK').catch(() => {
            throw error;
          });
          refused = { error };
          return undefined;
        }
      }),
    );
    if (refused) throw refused.error;
    return result as T;
  }

  return {
    description: engine.description,
    queries,
    withClient,
    async transaction(work, limit = limits.transaction) {
      for (let count = 1; ; count += 1) {
        try {
          return await attempt(work, limit);
        } catch (error) {
          if (count === maximumAttempts || !isRepeatable(error)) throw error;
        }
      }
    },
    maintain: () => engine.maintain(),
    close() {
      closed ??= endPool(pool, connected, limits.close).then(() => engine.close());
      return closed;
    },
  };
}

/** Gives up a connection on which `work` takes longer than `limit`, whatever it is waiting for. */
async function within<T>(limit: number, client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = globalThis.setTimeout(() => {
      reject(new DatabaseUnavailable(`A transaction took longer than ${limit} ms`));
      cut(client);
    }, limit);
  });
  const working = work();
  // When it is late, what becomes of it is of no interest any more.
  working.catch(() => {});
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a connection at once: to one that is frozen even a farewell would be too much. */
function cut(client: pg.PoolClient): void {
  (client as pg.PoolClient & { connection: { stream: Duplex } }).connection.stream.destroy();
}

/** Closes the connections when their statements are done, or after `patience` in the middle of them. */
async function endPool(pool: pg.Pool, connected: ReadonlySet<pg.PoolClient>, patience: number): Promise<void> {
  const ended = pool.end();
  const impatient = setTimeout(patience, undefined, { ref: false }).then(() => connected.forEach(cut));
  await Promise.race([ended, impatient]);
}
