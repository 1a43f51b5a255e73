import { randomBytes } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncDirectory } from '../startup/private-files.ts';
import { checkName, type FileStorage } from './file-storage.ts';

/** `openAsBlob` reports an absent file as an invalid argument. */
const absentCodes = new Set<unknown>(['ENOENT', 'ERR_INVALID_ARG_VALUE']);
const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && absentCodes.has(error.code);

const unfinishedName = () => `${randomBytes(6).toString('hex')}.part`;
const isUnfinished = (name: string) => /\.[0-9a-f]{12}\.part$/.test(name);
/** No write takes that long: what is as old was broken off. */
const longestWrite = 60 * 60 * 1000;

/** Files in a directory, readable by this system user only. */
export function directoryStorage(directory: string): FileStorage {
  const pathOf = (name: string) => path.join(directory, checkName(name));
  return {
    async write(name, bytes) {
      const target = pathOf(name);
      const folder = path.dirname(target);
      const temporary = `${target}.${unfinishedName()}`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        const file = await open(temporary, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        // A name appears only with the whole file behind it.
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncDirectory(folder);
    },
    async read(name) {
      try {
        return await openAsBlob(pathOf(name));
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    async remove(name) {
      await rm(pathOf(name), { force: true });
    },
    async removeUnfinished(now) {
      // The first write makes it.
      if (!existsSync(directory)) return;
      for await (const entry of await opendir(directory, { recursive: true })) {
        if (!entry.isFile() || !isUnfinished(entry.name)) continue;
        const file = path.join(entry.parentPath, entry.name);
        try {
          const { mtimeMs } = await stat(file);
          if (mtimeMs < now.getTime() - longestWrite) await rm(file, { force: true });
        } catch (error) {
          // Just finished, or removed by another server.
          if (!isAbsent(error)) throw error;
        }
      }
    },
  };
}
