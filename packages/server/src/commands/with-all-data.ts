import { longest } from '../backup/write-backup.ts';
import { databaseOptions, storageOf, type Environment } from '../config.ts';
import { openDatabase, type Database } from '../database/index.ts';
import type { FileStorage } from '../storage/index.ts';

/** All of it is read or written in one transaction, which takes its time. */
const timeLimits = { statement: longest, roundTrip: longest, transaction: longest, lock: longest };

/**
 * The database and the files of a server, for a command that goes through all of it.
 *
 * @param mustExist refuses a folder without a database: its name was mistyped
 */
export async function withAllData(
  environment: Environment,
  { mustExist }: { mustExist: boolean },
  work: (data: { database: Database; storage: FileStorage }) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({ ...databaseOptions(environment), mustExist, timeLimits });
  try {
    const { storage } = await storageOf(environment);
    await work({ database, storage });
  } finally {
    await database.close();
  }
}
