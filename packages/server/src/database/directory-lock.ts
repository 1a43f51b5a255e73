import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StartRefusal, unusableDirectory } from '../startup/start-refusal.ts';

/**
 * The lock file, inside the database's directory, so that every path to the directory leads to the same lock. It is empty and
 * never removed, and nothing else in this process may open it: on POSIX systems closing any descriptor of a file releases
 * the process's locks on it.
 */
export const lockFileName = 'dvk.lock';

/** The file that names the holder of the lock, only for the error message of another process. */
export const holderFileName = 'dvk-holder';

/** How long processes that start at the same moment wait for each other, in milliseconds. */
const busyTimeout = 1000;

/** References to held locks: a garbage-collected SQLite handle would release its lock. */
const held = new Set<object>();

/** The lock of a directory. */
export interface DirectoryLock {
  /** Whether it still works: a lock file that was removed or replaced keeps nobody out. */
  holds(): Promise<boolean>;
  release(): void;
}

/**
 * Keeps every other process out of an embedded database, which two would destroy. The operating system releases the lock
 * when the process ends, however it ends; see docs/decisions/0010.
 *
 * @throws StartRefusal when another process has it
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, lockFileName);
  // Created here because SQLite would make it readable by others; an existing file is not touched.
  await (await open(file, 'wx', 0o600).catch(unlessThere))?.close();
  const { DatabaseSync } = await loadSqlite();
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file);
    lock.exec(`PRAGMA busy_timeout = ${busyTimeout}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE`);
  } catch (error) {
    lock?.close();
    throw await refusal(directory, error);
  }
  // On a full disk this file is left out.
  await writeFile(path.join(directory, holderFileName), `process ${process.pid} on ${hostname()}`, {
    mode: 0o600,
  }).catch(() => {});
  held.add(lock);
  const identity = await stat(file);
  return {
    async holds() {
      const now = await stat(file).catch(() => undefined);
      return now?.ino === identity.ino && now.dev === identity.dev;
    },
    release() {
      held.delete(lock);
      lock.close();
    },
  };
}

function unlessThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
}

/** What SQLite says of a file that another process has locked, cannot be opened, and is none of its own. */
const [busy, cannotOpen, strange] = [5, 14, 26];

async function refusal(directory: string, error: unknown): Promise<StartRefusal> {
  const { errcode = 0, message } = error as Error & { errcode?: number };
  if (errcode === busy) {
    const holder = await readFile(path.join(directory, holderFileName), 'utf8').catch(() => 'another server');
    return new StartRefusal(
      'database-in-use',
      `The database in ${directory} is in use by ${holder}. Stop that server first, or give this one a directory of its own with DVK_DATA`,
      error,
    );
  }
  const words = [cannotOpen, strange].includes(errcode)
    ? `its file ${lockFileName} is not the lock that this server made (${message}). Make sure that no server runs on the directory, and remove that file`
    : `it cannot be locked (${message}), so nothing would keep a second server out. Use a local disk, or PostgreSQL`;
  return unusableDirectory(directory, words, error);
}

/** Node 22 calls the module experimental at every start; what we use of it – a file lock – is not. */
async function loadSqlite(): Promise<typeof import('node:sqlite')> {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite is an experimental feature')) emitWarning.call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return await import('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
