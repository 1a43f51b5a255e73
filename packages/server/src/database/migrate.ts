import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { version } from '../startup/version.ts';
import type { Database } from './database.ts';
import { withLongTimeout } from './time-limits.ts';

const ourFolder = new URL('../../migrations/', import.meta.url);
/** Any number will do, as long as every copy of this server uses the same one. */
const lockNumber = 0x64766b;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
  /** The number of the migration that a server must know to work on a database that has this one; `null` where any can. */
  needs: string | null;
}

/**
 * Servers of before may still run while a migration is carried out, and after it. So it takes nothing away that they use – unless it says since
 * which migration no server uses it, in a line that begins with this.
 */
const declaration = /^-- Contracts since (\d{4}): \S/m;

/** What a migration says of the servers that it lets work on. */
export const neededBy = (sql: string): string | null => declaration.exec(sql)?.[1] ?? null;

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex'), needs: neededBy(sql) };
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

/** A migration that the database has. */
interface Applied {
  name: string;
  checksum: string;
  needs: string | null;
}

/** Whether a server with these migrations works on a database that has one more. */
const worksBeside = (ours: readonly Migration[], { needs }: Applied): boolean =>
  needs === null || ours.some(({ name }) => name.slice(0, 4) >= needs);

/** Makes the list of migrations, and gives the columns that came later to one of before. Takes no lock where nothing is to be done. */
async function prepareList(client: PoolClient): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS schema_migration (
       name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(),
       needs text, applied_by text)`,
  );
  const { rows } = await client.query(
    `SELECT FROM pg_attribute WHERE attrelid = 'schema_migration'::regclass AND attname = 'applied_by'`,
  );
  if (rows.length > 0) return;
  await client.query('ALTER TABLE schema_migration ADD COLUMN needs text, ADD COLUMN applied_by text');
}

export interface MigrateOptions {
  /** Those that a backup was made with: then these and no others are applied. */
  only?: readonly Pick<Applied, 'name' | 'checksum'>[];
  /** Where they are, for tests. */
  folder?: URL;
}

/**
 * Brings our tables to this version's schema: every file of `migrations/` not yet applied, in order, all in one
 * transaction, under a lock, so that several servers may start at once. Migrations of a newer server are left as they are: this one works beside it,
 * unless one of them says that it cannot. Returns the names applied now.
 *
 * @throws Error when an applied file was changed, or when the database is too new for this server.
 */
export async function migrateTables(
  database: Database,
  { only, folder = ourFolder }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = choose(await readMigrations(folder), only);
  return database.withClient(async (client) => {
    await client.query('BEGIN');
    try {
      // A new index on a large table takes its time, and so does waiting for another server that makes one.
      await client.query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
      await client.query(withLongTimeout(`SELECT pg_advisory_xact_lock(${lockNumber})`));
      await prepareList(client);
      const { rows } = await client.query<Applied>('SELECT name, checksum, needs FROM schema_migration');
      const applied = new Map(rows.map((row) => [row.name, row.checksum]));
      const later = rows.filter(({ name }) => !migrations.some((migration) => migration.name === name));
      const tooNew = later.find((row) => only !== undefined || !worksBeside(migrations, row));
      if (tooNew)
        throw new Error(
          `The database has migration ${tooNew.name}, with which this version (${version}) cannot work: start a newer server`,
        );
      const done: string[] = [];
      for (const { name, sql, checksum, needs } of migrations) {
        const before = applied.get(name);
        if (before === checksum) continue;
        if (before) throw new Error(`Migration ${name} was changed after it was applied`);
        await client.query(withLongTimeout(sql));
        await client.query('INSERT INTO schema_migration (name, checksum, needs, applied_by) VALUES ($1, $2, $3, $4)', [
          name,
          checksum,
          needs,
          version,
        ]);
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

/** A migration that this version does not know. */
export interface StrangeMigration {
  name: string;
  /** The version of the server that applied it, where it is known. */
  appliedBy: string | null;
  /** Whether this version works on all the same. */
  isHarmless: boolean;
}

/** Whether a database has been migrated at all. */
async function hasMigrations({ queries }: Pick<Database, 'queries'>): Promise<boolean> {
  const { rows } = await queries.execute<{ known: boolean }>(
    sql`SELECT to_regclass('schema_migration') IS NOT NULL AS known`,
  );
  return rows[0]!.known;
}

/** The migrations that the database has and this version does not, or not the same. */
export async function strangeMigrations(database: Pick<Database, 'queries'>): Promise<StrangeMigration[]> {
  if (!(await hasMigrations(database))) return [];
  const { queries } = database;
  const ours = await readMigrations(ourFolder);
  const { rows } = await queries.execute<{ [Key in keyof Applied]: Applied[Key] } & { applied_by: string | null }>(
    sql`SELECT name, checksum, to_jsonb(m) ->> 'needs' AS needs, to_jsonb(m) ->> 'applied_by' AS applied_by
        FROM schema_migration m ORDER BY name`,
  );
  return rows.flatMap((row) => {
    const known = ours.find(({ name }) => name === row.name);
    if (known?.checksum === row.checksum) return [];
    return [{ name: row.name, appliedBy: row.applied_by, isHarmless: !known && worksBeside(ours, row) }];
  });
}

/** The migrations of this version that the database does not have yet; nothing is changed. */
export async function pendingMigrations(database: Pick<Database, 'queries'>): Promise<string[]> {
  const names = (await readMigrations(ourFolder)).map(({ name }) => name);
  if (!(await hasMigrations(database))) return names;
  const { queries } = database;
  const { rows: applied } = await queries.execute<{ name: string }>(sql`SELECT name FROM schema_migration`);
  return names.filter((name) => !applied.some((each) => each.name === name));
}
