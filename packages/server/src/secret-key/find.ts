import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database/index.ts';
import { refuseSharedFile } from '../startup/private-files.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import { hasSecretKey, verifySecretKey } from './check.ts';
import { checkMasterKey } from '../secrets/keyring.ts';

/** Where a server finds its secret key. */
export interface KeySource {
  /** The key itself. */
  key?: Uint8Array | undefined;
  /** The file with it. */
  file: string;
  /** Whether one is made where there is none, and others must not be able to read it. */
  ours: boolean;
}

/** The secret key of a database, and the file that it was made in just now. */
export interface SecretKey {
  secretKey: Uint8Array;
  made?: string;
}

/**
 * The secret key of a migrated database, checked against it; at the first start it may be made.
 *
 * @throws StartRefusal when there is none, or it is not the one that the database was made with
 */
export async function findSecretKey(database: Database, { key, file, ours }: KeySource): Promise<SecretKey> {
  let made = false;
  if (!key && (await isAbsent(file))) {
    if (!ours || (await hasSecretKey(database))) throw missingKey(file);
    made = await makeKeyFile(file);
  }
  if (!key && ours) await refuseSharedFile(file, 'secret-key-exposed');
  const secretKey = key ?? checkMasterKey((await readFile(file, 'utf8')).trim());
  await verifySecretKey(database, secretKey);
  return { secretKey, ...(made && { made: file }) };
}

const isAbsent = (file: string) =>
  stat(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return true;
      throw error;
    },
  );

/** Makes a key; of two servers that do so at once, the one that is second takes the other's. */
async function makeKeyFile(file: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new StartRefusal(
      'secret-key-missing',
      `A secret key cannot be written to ${file} (${message}). Name a file for it with DVK_SECRET_KEY_FILE, outside DVK_DATA, or give the key itself as DVK_SECRET_KEY`,
      error,
    );
  }
}

function missingKey(file: string): StartRefusal {
  return new StartRefusal(
    'secret-key-missing',
    `The secret key of this database is missing: there is no ${file}. Put the key that it was made with back there, or give it as DVK_SECRET_KEY. Without it citizens cannot open their cases, and contact data cannot be read`,
  );
}
