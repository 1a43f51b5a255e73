import { anonymousSession } from '../../auth/index.ts';
import { bringUpToDate } from '../../bring-up-to-date.ts';
import { databaseOptions, keySource, plainOptions, storageOf, type Environment } from '../../config.ts';
import { createServices } from '../../create-services.ts';
import { openDatabase, type Database } from '../../database/index.ts';
import { inviteFirstAdministrator, nameOfAdministrator } from '../../people/first-administrator.ts';
import { administratorQuestions } from './questions.ts';
import { collect, type Ask } from './collect.ts';

/** What the database of an installation has: made just now, or there from before. */
export interface SetUpTenant {
  isNew: boolean;
  administrator: { name: string; isNew: boolean };
}

/**
 * Makes the database and its tables, binds the secret key to it, and invites the first administrator; what is there stays.
 *
 * @param given who the administrator is, if that is known; it is asked for where there is none yet
 */
export async function setUpTenant(
  settings: Environment,
  given: Environment,
  ask: Ask | undefined,
): Promise<SetUpTenant> {
  const database = await openDatabase(databaseOptions(settings));
  try {
    // Makes the folder of uploaded files, where they are kept in one.
    await storageOf(settings);
    const { secretKey, applied } = await bringUpToDate(database, { ...keySource(settings), make: false });
    return {
      isNew: applied.length > 0,
      administrator: await administratorOf(database, { settings, given, ask, secretKey }),
    };
  } finally {
    await database.close();
  }
}

async function administratorOf(
  database: Database,
  {
    settings,
    given,
    ask,
    secretKey,
  }: { settings: Environment; given: Environment; ask: Ask | undefined; secretKey: Uint8Array },
): Promise<SetUpTenant['administrator']> {
  const options = plainOptions(settings);
  const { tenant } = options;
  const stands = await nameOfAdministrator(database.queries, tenant);
  if (stands !== undefined) return { name: stands, isNew: false };
  const { DVK_ADMIN_NAME: name, DVK_ADMIN: invitation } = await collect(administratorQuestions, given, ask);
  const services = createServices({ ...options, secretKey });
  const context = { session: anonymousSession(tenant), now: new Date().toISOString(), services };
  const isNew = await database.transaction((db) =>
    inviteFirstAdministrator({ name: name!, invitation: invitation!, unitId: null }, { ...context, db }),
  );
  return { name: name!, isNew };
}
