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

/** Which start of the machine this is, where the system tells: after the next one a process id means another process. */
async function machineStart(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}

/**
 * Keeps a second process out of an embedded database: two would destroy it. The lock is a file beside the directory with
 * the holder's process id and the machine's start; one left behind by a process that is gone is taken over.
 *
 * @returns releases the lock
 * @throws Error naming the process that has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${resolve(directory)}.lock`;
  const started = await machineStart();
  await mkdir(dirname(file), { recursive: true });
  for (;;) {
    try {
      await writeFile(file, `${process.pid} ${started}`, { flag: 'wx' });
      heldHere.add(file);
      return async () => {
        heldHere.delete(file);
        await rm(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const [, id, when = ''] = /^(\d+) ?(.*)$/.exec(await readFile(file, 'utf8').catch(() => '')) ?? [];
      const holder = Number(id ?? 0);
      const before = when !== '' && started !== '' && when !== started;
      // A container gives every start the same process id: our own in a file that we have not written is a dead one's.
      if (holder > 0 && !before && isRunning(holder) && (holder !== process.pid || heldHere.has(file))) {
        throw new Error(`The database in ${directory} is in use by process ${holder}`, { cause: error });
      }
      await rm(file, { force: true });
    }
  }
}
