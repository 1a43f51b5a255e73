import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Locks of this very process, which may open several databases. */
const heldHere = new Set<string>();

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Keeps a second process out of an embedded database: two would destroy it. The lock is a file beside the directory with
 * the holder's process id; one left behind by a process that is gone is taken over.
 *
 * @returns releases the lock
 * @throws Error naming the process that has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${resolve(directory)}.lock`;
  await mkdir(dirname(file), { recursive: true });
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      heldHere.add(file);
      return async () => {
        heldHere.delete(file);
        await rm(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(file, 'utf8').catch(() => ''));
      // A container gives every start the same process id: our own in a file that we have not written is a dead one's.
      if (holder > 0 && isRunning(holder) && (holder !== process.pid || heldHere.has(file))) {
        throw new Error(`The database in ${directory} is in use by process ${holder}`, { cause: error });
      }
      await rm(file, { force: true });
    }
  }
}
