import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartRefusal, unusableDirectory, type StartRefusalCode } from './start-refusal.ts';

/** Windows has no such permissions; directories inherit those of their parent. */
const hasPermissions = process.platform !== 'win32';

const othersMay = (mode: number) => hasPermissions && (mode & 0o077) !== 0;

/** Others may replace entries of such a directory: it is world-writable without the sticky bit that `/tmp` has. */
const othersMayReplace = (mode: number) => hasPermissions && (mode & 0o1002) === 0o002;

/**
 * Creates a directory that only this user may enter, or checks an existing one. The permissions of an empty one are
 * corrected; one with content is refused, because others may have read it already.
 *
 * @throws StartRefusal when it is another user's, or others may enter or replace it
 */
export async function ensurePrivateDirectory(directory: string, code: StartRefusalCode): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await refuseOthersDirectory(directory);
    for (const parent of new Set([path.dirname(directory), path.dirname(await realpath(directory))])) {
      if (!othersMayReplace((await stat(parent)).mode)) continue;
      throw new StartRefusal(
        code,
        `Other users of this machine may put something else in the place of ${directory}. Close the folder to them and start again: chmod o-w '${parent}'`,
      );
    }
    if (!othersMay((await stat(directory)).mode)) return;
    if ((await readdir(directory)).length === 0) return await chmod(directory, 0o700);
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw unusableDirectory(directory, (error as Error).message, error);
  }
  throw new StartRefusal(
    code,
    `Other users of this machine may enter ${directory}. Close it to them and start again: chmod -R go-rwx '${directory}'`,
  );
}

/** Refuses another user's directory: files that root creates there could not be opened by that user later. */
async function refuseOthersDirectory(directory: string): Promise<void> {
  const me = process.geteuid?.();
  const { uid } = await stat(directory);
  if (me === undefined || uid === me) return;
  throw unusableDirectory(
    directory,
    `it belongs to user ${uid}, and this process runs as user ${me}. Start it as that user, or give it the directory: chown -R ${me} '${directory}'`,
  );
}

/** Whether others may read or write a file. */
export async function isShared(file: string): Promise<boolean> {
  return othersMay((await stat(file)).mode);
}

/** @throws StartRefusal when a file can be read or written by others */
export async function refuseSharedFile(file: string, code: StartRefusalCode): Promise<void> {
  if (!(await isShared(file))) return;
  throw new StartRefusal(code, `Other users of this machine may open ${file}. Close it to them: chmod 600 '${file}'`);
}

/**
 * Writes a file of this user's alone, and says whether it did: one that is there stays as it is. It appears only when it is
 * complete, so that a crash never leaves half of it behind.
 */
export async function writeOnce(file: string, text: string): Promise<boolean> {
  const directory = path.dirname(file);
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeFile(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
    // Unlike a rename, a link never replaces an existing file.
    await link(temporary, file);
    await syncDirectory(directory);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

/** Syncs a directory, so that its entries survive a power cut. Windows neither allows nor needs it. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
