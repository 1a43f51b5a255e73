import { checkName, type FileStorage } from './file-storage.ts';

/** Files in memory, gone with the process: for tests and examples. */
export function memoryStorage(): FileStorage {
  const files = new Map<string, Blob>();
  return {
    async write(name, bytes) {
      files.set(checkName(name), new Blob([new Uint8Array(bytes)]));
    },
    async read(name) {
      return files.get(checkName(name));
    },
    async remove(name) {
      files.delete(checkName(name));
    },
  };
}
