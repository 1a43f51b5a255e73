import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { version } from '../startup/version.ts';
import { DatabaseUnavailable, isRepeatable } from './errors.ts';
import { EmbeddedPostgres } from './pglite.ts';
import { defaultTimeLimits, withLongTimeout, type TimeLimits } from './time-limits.ts';

/** What a store works with: the transaction of a write, or the plain connection of a read. */
export type Queries = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** By which connections of servers are known, each with its version. */
export const applicationPrefix = 'dvk-server/';
const applicationName = applicationPrefix + version;

/** An open database. The same code runs on a PostgreSQL server and on the embedded one. */
export interface Database {
  /** What it is and how durably it stores data, in a sentence for the log at startup. */
  readonly description: string;
  /** Whether other processes may work on it too; the embedded one is open to one alone. */
  readonly isShared: boolean;
  /** Statements outside a transaction. Never use it while inside `transaction`: the embedded one has one connection. */
  readonly queries: Queries;
  /**
   * Runs `work` in one transaction; it may run again after a deadlock, so it must have no effect outside. If the
   * connection breaks, it is closed and the error thrown; `isUnavailable` recognises it.
   *
   * @param options.limit milliseconds that it may take, 30 seconds by default
   * @param options.once for work that cannot run again, because it reads or writes a stream
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, options?: { limit?: number; once?: boolean }): Promise<T>;
  /** A single connection, for migrations and for texts that begin transactions themselves. It is closed if `work` fails. */
  withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /**
   * Vacuums and analyzes table by table. A PostgreSQL server does so by itself; the embedded one has no autovacuum, and
   * without statistics its query plans would be bad.
   */
  maintain(): Promise<void>;
  /** Waits for running statements, for a few seconds, then closes. */
  close(): Promise<void>;
}

export type DatabaseOptions = (
  | /** A PostgreSQL server, version 15 or later. */
    { url: string; connections?: number }
  /** PGlite in this process, stored in a directory that this process alone may open and this user alone may read. */
  | {
      directory: string;
      /** Whether to refuse a directory without a database, instead of making one. */ mustExist?: boolean;
    }
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
  const pooling: pg.PoolConfig = { connectionTimeoutMillis: limits.connection, query_timeout: limits.roundTrip };
  if ('url' in options) {
    const address = URL.parse(options.url);
    // Its text may hold a password, so it is not repeated.
    if (!address) throw new Error('The address of the database is none: it must be like postgres://user@host/database');
    // Else a part of the password would be taken for the host or the database, and stand in the log.
    const { username, pathname, search, hash } = address;
    if (username === '' && `${pathname}${search}${hash}`.includes('@'))
      throw new Error(
        'The address of the database is divided in the middle of its password: write "/" there as %2F, "@" as %40, "#" as %23 and "?" as %3F',
      );
    const pool = new pg.Pool({
      ...pooling,
      connectionString: options.url,
      max: options.connections ?? 10,
      application_name: applicationName,
      keepAlive: true,
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.transaction,
    });
    return fromPool(pool, limits, {
      description: `PostgreSQL at ${address.host}${address.pathname}`,
      isShared: true,
      checkWritable: async () => {},
      maintain: async () => {},
      close: async () => {},
    });
  }
  const embedded = await EmbeddedPostgres.open(
    'directory' in options ? options.directory : undefined,
    'directory' in options && options.mustExist,
  );
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
    isShared: false,
    checkWritable: () => embedded.checkWritable(),
    maintain: () => vacuum(pool, () => embedded.checkWritable()),
    close: () => embedded.close(limits.close),
  });
}

const maximumAttempts = 5;

async function vacuum(pool: pg.Pool, checkWritable: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN (current_schema(), 'pgboss')",
  );
  // One statement a table, so that waiting requests get their turn in between.
  for (const { name } of rows) {
    await checkWritable();
    await pool.query(withLongTimeout(`VACUUM (ANALYZE) ${name}`));
  }
}

interface Engine extends Pick<Database, 'description' | 'isShared' | 'maintain' | 'close'> {
  /** Throws when a write would do harm: the room on the disk is nearly used up, or the directory no longer ours. */
  checkWritable(): Promise<void>;
}

function fromPool(pool: pg.Pool, limits: TimeLimits, engine: Engine): Database {
  // A connection that breaks emits `error`, which without a listener would end the process. The pool listens to idle
  // connections and emits their errors itself; for connections in use we have to listen.
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
      // A failed connection may be in the middle of anything: it must not go back to the pool.
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
          // If a statement failed and its error was caught, PostgreSQL rolls back here without reporting an error.
          const { command } = await client.query('COMMIT');
          if (command !== 'COMMIT') throw new Error(`The transaction was not committed, but ended by ${command}`);
          return answer;
        } catch (error) {
          // A connection that can still roll back can be used again.
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
    isShared: engine.isShared,
    queries,
    async withClient(work) {
      await engine.checkWritable();
      return withClient(work);
    },
    async transaction(work, { limit = limits.transaction, once = false } = {}) {
      for (let count = 1; ; count += 1) {
        try {
          return await attempt(work, limit);
        } catch (error) {
          if (once || count === maximumAttempts || !isRepeatable(error)) throw error;
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

/** Closes a connection on which `work` takes longer than `limit`, whatever it is waiting for. */
async function within<T>(limit: number, client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = globalThis.setTimeout(() => {
      reject(new DatabaseUnavailable(`A transaction took longer than ${limit} ms`));
      destroyConnection(client);
    }, limit);
  });
  const working = work();
  // After the time limit the outcome no longer matters.
  working.catch(() => {});
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Closes a connection without the usual goodbye message, which a frozen one would never take. */
function destroyConnection(client: pg.PoolClient): void {
  (client as pg.PoolClient & { connection: { stream: Duplex } }).connection.stream.destroy();
}

/** Closes the connections when their statements are done, or after `timeout` in the middle of them. */
async function endPool(pool: pg.Pool, connected: ReadonlySet<pg.PoolClient>, timeout: number): Promise<void> {
  const ended = pool.end();
  const forced = setTimeout(timeout, undefined, { ref: false }).then(() => connected.forEach(destroyConnection));
  await Promise.race([ended, forced]);
}
