import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { errorCode } from './errors.ts';
import { EmbeddedPostgres } from './pglite.ts';

/** What a store works with: the transaction of a write, or the plain connection of a read. */
export type Queries = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** An open database. The same code runs on a PostgreSQL server and on the embedded one. */
export interface Database {
  /** Statements outside a transaction. Never use it while inside `transaction`: the embedded one has one connection. */
  readonly queries: Queries;
  /** Runs `work` in one transaction; it may run again after a deadlock, so it must have no effect outside. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** A single connection, for migrations. */
  withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /**
   * Clears out dead rows and learns how values are spread, table by table. A PostgreSQL server does so by itself; the
   * embedded one has nobody else to do it, and without would search as if it knew nothing of its tables.
   */
  maintain(): Promise<void>;
  /** Waits for running statements, then closes. */
  close(): Promise<void>;
}

export type DatabaseOptions =
  /** A PostgreSQL server, version 15 or later. */
  | { url: string; connections?: number }
  /** PGlite in this process, stored in a directory. */
  | { directory: string }
  /** PGlite in memory: for tests and examples. */
  | { memory: true };

/** Opens a database; it does not migrate it. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ('url' in options) {
    const pool = new pg.Pool({
      connectionString: options.url,
      max: options.connections ?? 10,
      application_name: 'dvk-server',
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
    });
    return fromPool(pool, { maintain: async () => {}, close: async () => {} });
  }
  const embedded = await EmbeddedPostgres.open('directory' in options ? options.directory : undefined);
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => embedded.connect(),
  });
  return fromPool(pool, { maintain: () => vacuum(pool), close: () => embedded.close() });
}

const maximumAttempts = 5;
/** serialization_failure, deadlock_detected */
const repeatable = new Set(['40001', '40P01']);

async function vacuum(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  // One statement a table, so that waiting requests get their turn in between.
  for (const { name } of rows) await pool.query(`VACUUM (ANALYZE) ${name}`);
}

type Engine = Pick<Database, 'maintain' | 'close'>;

function fromPool(pool: pg.Pool, engine: Engine): Database {
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const queries = drizzle(pool) as unknown as Queries;
  let closed: Promise<void> | undefined;
  return {
    queries,
    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await queries.transaction(work);
        } catch (error) {
          if (attempt === maximumAttempts || !repeatable.has(errorCode(error) ?? '')) throw error;
        }
      }
    },
    async withClient(work) {
      const client = await pool.connect();
      try {
        return await work(client);
      } finally {
        client.release();
      }
    },
    maintain: () => engine.maintain(),
    close() {
      closed ??= pool.end().then(() => engine.close());
      return closed;
    },
  };
}
