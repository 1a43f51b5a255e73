import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StartRefusal, unusableDirectory } from '../startup/start-refusal.ts';

/**
 * The file in a database's directory on which the lock lies: inside, so that whoever sees the directory sees the lock, by
 * whatever path. It is empty, stays where it is, and nothing in this process may open it: on POSIX systems closing any
 * descriptor of a file gives up the process's locks on it.
 */
export const lockFileName = 'dvk.lock';

/** Beside it, who has it: for the message of those who come too late, and for nothing else. */
export const holderFileName = 'dvk-holder';

/** How long starters that came at the same moment may step on each other's feet, in milliseconds. */
const scramble = 1000;

/** What nobody refers to any more is tidied away, and with it would go the lock: these stay. */
const held = new Set<object>();

/** The lock of a directory. */
export interface DirectoryLock {
  /** Whether it still keeps others out: a lock file that somebody removed or replaced keeps out nobody. */
  holds(): Promise<boolean>;
  release(): void;
}

/**
 * Keeps every other process out of an embedded database: two would destroy it. The operating system holds the lock and
 * takes it back when the process ends, however it ends; see docs/decisions/0010.
 *
 * @throws StartRefusal when another process has it
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, lockFileName);
  // Made here only because SQLite would let others read it; one that is there is not touched.
  await (await open(file, 'wx', 0o600).catch(unlessThere))?.close();
  const { DatabaseSync } = await loadSqlite();
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file);
    lock.exec(`PRAGMA busy_timeout = ${scramble}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE`);
  } catch (error) {
    lock?.close();
    throw await refusal(directory, error);
  }
  // On a full disk it is done without.
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
