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

/** Refuses a name that could step out of the storage. */
export function checkName(name: string): string {
  if (!safeName.test(name)) throw new Error('A stored file cannot have this name');
  return name;
}
