import { randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database/index.ts';
import { isShared, refuseSharedFile, writeOnce } from '../startup/private-files.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import { hasSecretKey, verifySecretKey } from './check.ts';
import { checkMasterKey } from '../secrets/keyring.ts';

/** Where a server finds its secret key. */
export interface KeySource {
  /** The key itself. */
  key?: Uint8Array | undefined;
  /** The file with the key, if the operator names one; who may read that file is then the operator's decision. */
  file?: string | undefined;
  /** The data directory: where no file is named, the key is next to it. */
  data: string;
  /** Whether a key may be created if there is none. */
  make: boolean;
}

/** The secret key of a database, with advice for the operator. */
export interface SecretKey {
  secretKey: Uint8Array;
  /** The file that it came from. */
  file?: string;
  /** Sentences for the log at startup. */
  advice: string[];
}

const adviceMade = 'A secret key was created: keep a copy of its file, apart from the data and its backups';
const adviceInside =
  'The secret key lies in the directory of the data: whoever copies that has both. Move its file elsewhere and name it by DVK_SECRET_KEY_FILE';
const adviceShared = 'Other users of this machine may open the file with the secret key';

/**
 * Finds the secret key of a migrated database and checks that it is the right one; the first start may create it.
 *
 * @throws StartRefusal when there is no key, or not the one that the database was created with
 */
export async function findSecretKey(database: Database, source: KeySource): Promise<SecretKey> {
  if (source.key) {
    await verifySecretKey(database, source.key);
    return { secretKey: source.key, advice: [] };
  }
  const file = source.file ?? (await usualFile(source));
  const advice: string[] = [];
  if (!existsSync(file)) {
    // Another server starting at the same moment may have created the file and used it while we asked the database.
    const needed = !source.make || (await hasSecretKey(database));
    if (needed && !existsSync(file)) throw missingKey(file);
    if (await makeKeyFile(file)) advice.push(adviceMade);
  }
  if (!source.file) await refuseSharedFile(file, 'secret-key-exposed');
  else if (await isShared(file)) advice.push(adviceShared);
  if (isInside(file, source.data)) advice.push(adviceInside);
  const secretKey = await readKeyFile(file);
  await verifySecretKey(database, secretKey);
  return { secretKey, file, advice };
}

function isInside(file: string, directory: string): boolean {
  return !path.relative(directory, file).startsWith('..');
}

/**
 * Next to the data directory, so that a copy of the data does not contain the key. Inside it if an earlier version put it
 * there, or if the parent directory is another disk, as next to the volume of a container: the key would be lost with the
 * container.
 */
async function usualFile({ data }: KeySource): Promise<string> {
  const inside = path.join(data, 'secret-key');
  const beside = `${path.resolve(data)}.secret-key`;
  if (existsSync(inside)) return inside;
  return existsSync(beside) || (await isGoodPlace(path.dirname(beside), data)) ? beside : inside;
}

async function isGoodPlace(directory: string, data: string): Promise<boolean> {
  try {
    await access(directory, constants.W_OK);
    return (await stat(directory)).dev === (await stat(data)).dev;
  } catch (error) {
    // With a PostgreSQL server there may be no data directory; then any writable place will do.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** A new secret key. */
export const newSecretKey = (): string => randomBytes(32).toString('base64url');

/** Creates a key, unless another server was faster: then that one's key is used. */
async function makeKeyFile(file: string): Promise<boolean> {
  try {
    return await writeOnce(file, newSecretKey());
  } catch (error) {
    throw new StartRefusal(
      'secret-key-missing',
      `The secret key cannot be written to ${file} (${(error as Error).message}). Name a file outside DVK_DATA in DVK_SECRET_KEY_FILE, or set the key itself in DVK_SECRET_KEY`,
      error,
    );
  }
}

async function readKeyFile(file: string): Promise<Uint8Array> {
  try {
    return checkMasterKey((await readFile(file, 'utf8')).trim());
  } catch (error) {
    throw new StartRefusal(
      'secret-key-wrong',
      `${file} gives no secret key: ${(error as Error).message}. Put the key there that the database was created with; for a new database remove the file, and a key is created`,
      error,
    );
  }
}

function missingKey(file: string): StartRefusal {
  return new StartRefusal(
    'secret-key-missing',
    `The secret key of this database is missing: there is no ${file}. Put the key that it was made with back there, or set it in DVK_SECRET_KEY. Without it citizens cannot open their cases, and contact data cannot be read`,
  );
}
