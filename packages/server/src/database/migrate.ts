import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { withLongTimeout } from './time-limits.ts';

const folder = new URL('../../migrations/', import.meta.url);
/** Any number will do, as long as every copy of this server uses the same one. */
const lockNumber = 0x64766b;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The migrations that a list names, all of which must be here and unchanged. */
function choose(all: Migration[], only: readonly { name: string; checksum: string }[] | undefined): Migration[] {
  if (!only) return all;
  const chosen = all.filter(({ name, checksum }) =>
    only.some((each) => each.name === name && each.checksum === checksum),
  );
  if (chosen.length < only.length)
    throw new Error('There are migrations that this version does not know: use a newer one');
  return chosen;
}

/**
 * Brings our tables to this version's schema: every file of `migrations/` not yet applied, in order, all in one
 * transaction, under a lock, so that several servers may start at once. Returns the names applied now.
 *
 * @param only those that a backup was made with: then these and no others are applied
 * @throws Error when an applied file was changed, or when the database is newer than this server.
 */
export async function migrateTables(
  database: Database,
  only?: readonly { name: string; checksum: string }[],
): Promise<string[]> {
  const migrations = choose(await readMigrations(), only);
  return database.withClient(async (client) => {
    await client.query('BEGIN');
    try {
      // A new index on a large table takes its time, and so does waiting for another server that makes one.
      await client.query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
      await client.query(withLongTimeout(`SELECT pg_advisory_xact_lock(${lockNumber})`));
      await client.query(
        `CREATE TABLE IF NOT EXISTS schema_migration (
           name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
      );
      const { rows } = await client.query<{ name: string; checksum: string }>(
        'SELECT name, checksum FROM schema_migration',
      );
      const applied = new Map(rows.map((row) => [row.name, row.checksum]));
      for (const name of applied.keys()) {
        if (!migrations.some((migration) => migration.name === name)) {
          throw new Error(`The database has migration ${name}, which this version does not know: start a newer server`);
        }
      }
      const done: string[] = [];
      for (const { name, sql, checksum } of migrations) {
        const before = applied.get(name);
        if (before === checksum) continue;
        if (before) throw new Error(`Migration ${name} was changed after it was applied`);
        await client.query(withLongTimeout(sql));
        await client.query('INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)', [name, checksum]);
        done.push(name);
      }
      await client.query('COMMIT');
      return done;
    } catch (error) {
      // What broke the connection is of interest, not that it is broken.
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  });
}

/** The migrations that the database has and this version does not, or not the same: no server of this version starts on it. */
export async function strangeMigrations({ queries }: Pick<Database, 'queries'>): Promise<string[]> {
  const ours = new Map((await readMigrations()).map(({ name, checksum }) => [name, checksum]));
  const { rows } = await queries.execute<{ name: string; checksum: string }>(
    sql`SELECT name, checksum FROM schema_migration ORDER BY name`,
  );
  return rows.filter(({ name, checksum }) => ours.get(name) !== checksum).map(({ name }) => name);
}

/** The migrations of this version that the database does not have yet; nothing is changed. */
export async function pendingMigrations({ queries }: Pick<Database, 'queries'>): Promise<string[]> {
  const names = (await readMigrations()).map(({ name }) => name);
  const { rows } = await queries.execute<{ known: boolean }>(
    sql`SELECT to_regclass('schema_migration') IS NOT NULL AS known`,
  );
  if (!rows[0]!.known) return names;
  const { rows: applied } = await queries.execute<{ name: string }>(sql`SELECT name FROM schema_migration`);
  return names.filter((name) => !applied.some((each) => each.name === name));
}
