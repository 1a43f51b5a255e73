import { databaseOptions, keySource, tenantOf, type Environment } from '../config.ts';
import { openDatabase, type Database } from '../database/index.ts';
import type { LedgerOptions } from '../ledger.ts';
import { findSecretKey } from '../secret-key/index.ts';

export async function withDatabase(
  environment: Environment,
  work: (database: Database) => Promise<void>,
  { mustExist = false } = {},
): Promise<void> {
  const database = await openDatabase({ ...databaseOptions(environment), mustExist });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

export async function withLedger(
  environment: Environment,
  work: (ledger: LedgerOptions) => Promise<void>,
): Promise<void> {
  const source = keySource(environment);
  const tenant = tenantOf(environment);
  const read = async (database: Database) => {
    const { secretKey } = await findSecretKey(database, source);
    await work({ database, tenant, secretKey });
  };
  await withDatabase(environment, read, { mustExist: true });
}
