import type { Database } from './database/index.ts';
import { sealEarlierData } from './ledger.ts';
import { migrate } from './migrate.ts';
import { findSecretKey, type KeySource, type SecretKey } from './secret-key/index.ts';

/** The secret key of a database that is ready for a server. */
export interface UpToDate extends SecretKey {
  /** The migrations applied just now. */
  applied: string[];
}

/**
 * What a server does before it serves: migrates the database, finds its secret key and checks it, and seals with it what was
 * there before there was a ledger.
 *
 * @throws StartRefusal when there is no key, or it is not the one that the database was made with
 */
export async function bringUpToDate(database: Database, source: KeySource): Promise<UpToDate> {
  const applied = await migrate(database);
  const key = await findSecretKey(database, source);
  await sealEarlierData(database, key.secretKey, applied);
  return { ...key, applied };
}
