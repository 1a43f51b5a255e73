import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises';
import { StartRefusal, type StartRefusalCode } from './start-refusal.ts';

/** Windows has no such permissions; there a directory takes after the one it lies in. */
const hasPermissions = process.platform !== 'win32';

const othersMay = (mode: number) => hasPermissions && (mode & 0o077) !== 0;

/**
 * Makes a directory that nobody but this user may enter, or makes sure of one that is there. An empty one is narrowed;
 * one with something in it has perhaps been read already, and somebody should know.
 *
 * @throws StartRefusal when others may enter it
 */
export async function ensurePrivateDirectory(directory: string, code: StartRefusalCode): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (!othersMay((await stat(directory)).mode)) return;
  if ((await readdir(directory)).length === 0) return chmod(directory, 0o700);
  throw new StartRefusal(
    code,
    `Other users of this machine may enter ${directory}. Close it to them and start again: chmod -R go-rwx '${directory}'`,
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

/** Makes the names in a directory outlive a power cut. Windows can neither do nor need it. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
