import { randomBytes, randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database/index.ts';
import { isShared, refuseSharedFile, syncDirectory } from '../startup/private-files.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import { hasSecretKey, verifySecretKey } from './check.ts';
import { checkMasterKey } from '../secrets/keyring.ts';

/** Where a server finds its secret key. */
export interface KeySource {
  /** The key itself. */
  key?: Uint8Array | undefined;
  /** The file with it, when one is named. Whoever names it answers for who may read it. */
  file?: string | undefined;
  /** The directory of the data: without a file named, the key lies beside it. */
  data: string;
  /** Whether one is made where there is none. */
  make: boolean;
}

/** The secret key of a database, with what the operator should know about it. */
export interface SecretKey {
  secretKey: Uint8Array;
  /** The file that it came from. */
  file?: string;
  /** Sentences for the log of the start. */
  advice: string[];
}

const adviceMade = 'A secret key was made: keep a copy of its file in another place than the data and its backups';
const adviceInside =
  'The secret key lies in the directory of the data: whoever copies that has both. Move its file elsewhere and name it by DVK_SECRET_KEY_FILE';
const adviceShared = 'Other users of this machine may open the file of the secret key';

/**
 * The secret key of a migrated database, checked against it; at the first start it may be made.
 *
 * @throws StartRefusal when there is none, or it is not the one that the database was made with
 */
export async function findSecretKey(database: Database, source: KeySource): Promise<SecretKey> {
  if (source.key) {
    await verifySecretKey(database, source.key);
    return { secretKey: source.key, advice: [] };
  }
  const file = source.file ?? (await usualFile(source));
  const advice: string[] = [];
  if (!existsSync(file)) {
    // Another server that starts at this moment may have made it, and shown it to the database, while we asked that.
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
 * Beside the data, so that no copy of the data holds its key. Inside where earlier versions put it, and where that would
 * be another disk, as beside the volume of a container: a key that is gone with the next container opens nothing.
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
    // Without a directory of data – those of a PostgreSQL server are elsewhere – there is nothing to lie beside.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Makes a key; of two servers that do so at once, the one that is second takes the other's. The name appears only with the
 * whole key behind it, and stays: what is broken off leaves no half of one.
 */
async function makeKeyFile(file: string): Promise<boolean> {
  const directory = path.dirname(file);
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeFile(temporary, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    // Unlike a rename, a link does not take the place of a key that is there.
    await link(temporary, file);
    await syncDirectory(directory);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new StartRefusal(
      'secret-key-missing',
      `A secret key cannot be written to ${file} (${message}). Name a file for it with DVK_SECRET_KEY_FILE, outside DVK_DATA, or give the key itself as DVK_SECRET_KEY`,
      error,
    );
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

async function readKeyFile(file: string): Promise<Uint8Array> {
  try {
    return checkMasterKey((await readFile(file, 'utf8')).trim());
  } catch (error) {
    throw new StartRefusal(
      'secret-key-wrong',
      `${file} gives no secret key: ${(error as Error).message}. Put the key that the database was made with there; for a new database remove the file, and one is made`,
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
