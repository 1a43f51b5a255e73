import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncDirectory } from '../startup/private-files.ts';
import { checkName, type FileStorage } from './file-storage.ts';

/** `openAsBlob` reports an absent file as an invalid argument. */
const absentCodes = new Set<unknown>(['ENOENT', 'ERR_INVALID_ARG_VALUE']);
const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && absentCodes.has(error.code);

/** Files in a directory, readable by this system user only. */
export function directoryStorage(directory: string): FileStorage {
  const pathOf = (name: string) => path.join(directory, checkName(name));
  return {
    async write(name, bytes) {
      const target = pathOf(name);
      const folder = path.dirname(target);
      const temporary = `${target}.${randomBytes(6).toString('hex')}.part`;
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
  };
}
