/**
 * Where the contents of files are kept: named bytes, written once and never changed. Names are made by the server, never
 * taken from a request.
 */
export interface FileStorage {
  /** Stores a file; once it resolves, the file outlives a crash. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** The file, or `undefined` where there is none. */
  read(name: string): Promise<Blob | undefined>;
  /** Removes a file; one that is not there is no error. */
  remove(name: string): Promise<void>;
  /** Removes what writes left behind that a crash broke off; for a storage where that can be. */
  removeUnfinished?(now: Date): Promise<void>;
}

const safeName = /^[\w%-][\w%.-]*(\/[\w%-][\w%.-]*)*$/;

/** Whether a file can have this name: it cannot step out of the storage. */
export const isName = (name: string): boolean => safeName.test(name);

/** @throws Error for a name that no file can have */
export function checkName(name: string): string {
  if (!isName(name)) throw new Error('A stored file cannot have this name');
  return name;
}
