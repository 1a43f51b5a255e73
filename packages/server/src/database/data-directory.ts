import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { syncDirectory } from '../startup/private-files.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import { holderFileName, lockFileName } from './directory-lock.ts';

/** The file that marks a directory while a database is being created in it. */
const unfinishedName = 'dvk-unfinished';
/** The file with the size of each database file, written when the database is closed. */
const inventoryName = 'dvk-files.json';
/** PGlite's version of PostgreSQL, which decides which files it can read. */
const postgresVersion = '18';

const ours = new Set([lockFileName, holderFileName, unfinishedName, inventoryName]);

/** Whether a file in the directory is ours and no part of the database. */
export const isOurs = (name: string) => ours.has(name);

const restoreAdvice = 'Restore the whole directory from a backup, or move it away to begin with an empty database';

/** What is in a directory that a database is to be opened in. */
export type DirectoryState = 'empty' | 'closed' | 'interrupted';

/** Whether a database was made in a directory. */
export const hasDatabase = (directory: string): boolean =>
  existsSync(path.join(directory, 'PG_VERSION')) && !existsSync(path.join(directory, unfinishedName));

/** The refusal of a directory that should hold a database. */
export function missing(directory: string): StartRefusal {
  return new StartRefusal(
    'database-missing',
    `There is no database in ${directory}: DVK_DATA names the folder that it is in, or DATABASE_URL a PostgreSQL server`,
  );
}

/**
 * Finds out what a directory holds, before anything is opened: nothing, a database that was closed, or one whose server was
 * killed. A database whose creation was interrupted is removed and counts as nothing, because nobody has written to it.
 *
 * @throws StartRefusal when something is missing: a damaged database is never overwritten
 */
export async function examineDirectory(directory: string): Promise<DirectoryState> {
  const names = new Set(await readdir(directory));
  if (names.has(unfinishedName)) {
    for (const name of names) {
      if (!isOurs(name)) await rm(path.join(directory, name), { recursive: true });
    }
    return 'empty';
  }
  if ([...names].every(isOurs)) return 'empty';
  await refuseIncomplete(directory);
  return (await refuseChanged(directory)) ? 'closed' : 'interrupted';
}

/** Marks the directory: a database is being created here. */
export async function beginDatabase(directory: string): Promise<void> {
  await writeFile(path.join(directory, unfinishedName), '', { mode: 0o600 });
  await syncDirectory(directory);
}

/**
 * Marks the new database as complete, once every file is synced and closed to other users: PGlite unpacks it readable for
 * all. Files that PostgreSQL creates later follow the permissions of the directory.
 */
export async function finishDatabase(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const each = path.join(entry.parentPath, entry.name);
    if (entry.name === lockFileName) continue;
    await chmod(each, entry.isDirectory() ? 0o700 : 0o600);
    await (entry.isDirectory() ? syncDirectory(each) : syncFile(each));
  }
  await syncDirectory(directory);
  await rm(path.join(directory, unfinishedName));
  await syncDirectory(directory);
}

/** Files without which PostgreSQL cannot start, or would start with data missing. */
const neededFiles = ['PG_VERSION', 'postgresql.conf', 'global/pg_control', 'global/pg_filenode.map', 'pg_xact/0000'];
const neededDirectories = (
  'base global pg_commit_ts pg_dynshmem pg_logical pg_logical/mappings pg_logical/snapshots pg_multixact/members ' +
  'pg_multixact/offsets pg_notify pg_replslot pg_serial pg_snapshots pg_stat pg_stat_tmp pg_subtrans pg_tblspc ' +
  'pg_twophase pg_wal pg_xact'
).split(' ');
/** template1, template0 and postgres: what `initdb` makes, and what we work in. */
const neededDatabases = ['1', '4', '5'].flatMap((id) => [`base/${id}/PG_VERSION`, `base/${id}/pg_filenode.map`]);

async function refuseIncomplete(directory: string): Promise<void> {
  const refuse = (fault: string) => damaged(directory, fault);
  for (const name of neededDirectories) {
    const found = await stat(path.join(directory, name)).catch(() => undefined);
    if (!found?.isDirectory()) throw refuse(`the folder ${name} is missing`);
  }
  for (const name of [...neededFiles, ...neededDatabases]) {
    const found = await stat(path.join(directory, name)).catch(() => undefined);
    if (!found?.isFile()) throw refuse(`${name} is missing`);
    if (found.size === 0) throw refuse(`${name} is empty`);
  }
  const version = (await readFile(path.join(directory, 'PG_VERSION'), 'utf8')).trim();
  if (version !== postgresVersion) {
    throw new StartRefusal(
      'database-version',
      `The database in ${directory} was made by PostgreSQL ${version}; this server reads those of ${postgresVersion}. Move its data over with the version that made it`,
    );
  }
  const log = await readdir(path.join(directory, 'pg_wal'));
  if (!log.some((name) => /^[0-9A-F]{24}$/.test(name))) throw refuse('its log, pg_wal, is empty');
}

/** The files when the database was closed. `control` is the hash of `pg_control`, which changes at every start. */
interface Inventory {
  control: string;
  sizes: Record<string, number>;
}

const controlHash = async (directory: string) =>
  createHash('sha256')
    .update(await readFile(path.join(directory, 'global/pg_control')))
    .digest('hex');

/** Sizes of the data files: not of settings, which people may change, nor of files for shared memory. */
async function sizesOf(directory: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const folder of ['base', 'global', 'pg_wal', 'pg_xact', 'pg_multixact']) {
    for (const entry of await readdir(path.join(directory, folder), { recursive: true, withFileTypes: true })) {
      const each = path.join(entry.parentPath, entry.name);
      if (entry.isFile()) sizes[path.relative(directory, each)] = (await stat(each)).size;
    }
  }
  return sizes;
}

/** Writes down what a closed database consists of, so that the next start sees what became of it. */
export async function takeInventory(directory: string): Promise<void> {
  const inventory: Inventory = { control: await controlHash(directory), sizes: await sizesOf(directory) };
  const file = path.join(directory, inventoryName);
  await writeFile(file, JSON.stringify(inventory), { mode: 0o600 });
  await syncFile(file);
  await syncDirectory(directory);
}

/** From the moment that the database is opened its inventory is out of date. */
export async function forgetInventory(directory: string): Promise<void> {
  await rm(path.join(directory, inventoryName), { force: true });
  await syncDirectory(directory);
}

/** Compares a directory with its inventory; `false` where there is none of its present state. */
async function refuseChanged(directory: string): Promise<boolean> {
  const text = await readFile(path.join(directory, inventoryName), 'utf8').catch(() => '');
  let inventory: Inventory;
  try {
    inventory = JSON.parse(text) as Inventory;
  } catch {
    return false;
  }
  if (inventory.control !== (await controlHash(directory))) return false;
  const now = await sizesOf(directory);
  const changed = Object.entries(inventory.sizes).filter(([name, size]) => now[name] !== size);
  if (changed.length === 0) return true;
  const [name, size] = changed[0]!;
  const fault = now[name] === undefined ? `${name} is missing` : `${name} has ${now[name]} bytes instead of ${size}`;
  throw damaged(
    directory,
    changed.length === 1 ? fault : `${fault}, and ${changed.length - 1} more files are not as they were`,
  );
}

/** The refusal of a damaged database; `fault` says what is wrong. */
export function damaged(directory: string, fault: string, cause?: unknown): StartRefusal {
  return new StartRefusal(
    'database-damaged',
    `The database in ${directory} is damaged: ${fault}. Nothing was changed. ${restoreAdvice}`,
    cause,
  );
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
