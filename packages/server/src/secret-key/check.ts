import { hasCases, opensSomeSender } from '../cases/sender.ts';
import type { Database, Queries } from '../database/index.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import { Keyring, sameBytes } from '../secrets/keyring.ts';
import { keyChecks } from './table.ts';

async function storedCheck(db: Queries): Promise<Buffer | undefined> {
  const [row] = await db.select({ value: keyChecks.value }).from(keyChecks);
  return row?.value;
}

/** Whether a database was made with some key, so that a new one would be of no use. */
export async function hasSecretKey({ queries }: Database): Promise<boolean> {
  return (await storedCheck(queries)) !== undefined || hasCases(queries);
}

/**
 * Makes sure that a migrated database was made with this secret key; a new one is bound to it. With another key case
 * secrets would not fit and contact data would not open.
 *
 * @throws StartRefusal when it was made with another one
 */
export async function verifySecretKey(
  { queries: db }: Pick<Database, 'queries'>,
  secretKey: string | Uint8Array,
): Promise<void> {
  const keyring = new Keyring(secretKey);
  const value = keyring.mac('key-check', 'dvk');
  let stored = await storedCheck(db);
  if (!stored) {
    // A database older than this check: try the key on something sealed in it.
    if ((await opensSomeSender(db, keyring)) === false) throw wrongKey();
    await db.insert(keyChecks).values({ value }).onConflictDoNothing();
    stored = (await storedCheck(db))!;
  }
  if (!sameBytes(stored, value)) throw wrongKey();
}

function wrongKey(): StartRefusal {
  return new StartRefusal(
    'secret-key-wrong',
    'This database was made with another secret key: citizens could not open their cases, and contact data could not be read. Set DVK_SECRET_KEY, or the file named by DVK_SECRET_KEY_FILE, to the key of its first start',
  );
}
