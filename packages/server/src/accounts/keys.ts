import { randomBytes } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { newId, type Queries } from '../database/index.ts';
import type { RecordState } from '../events/index.ts';
import { subjectOf } from '../records/records.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { accountRecords, serviceKeys, type KeyRow } from './table.ts';

const secretLength = 32;

/** What only the program has, with the id by which it is found. */
export interface KeyParts {
  id: string;
  secret: string;
}

/** A new key: its id, what is stored of it, and the key itself, which is shown once. */
export function makeKey(keyring: Keyring, tenant: string): { id: string; hash: Buffer; key: string } {
  const id = newId();
  const secret = randomBytes(secretLength).toString('base64url');
  return { id, hash: hashOfKey(keyring, tenant, { id, secret }), key: `dvk_${id.replaceAll('-', '')}_${secret}` };
}

export function hashOfKey(keyring: Keyring, tenant: string, { id, secret }: KeyParts): Buffer {
  return keyring.mac('service-key', tenant, id, secret);
}

/** The parts of a key as it is sent; `undefined` for what is no key. */
export function readKey(key: string): KeyParts | undefined {
  const [, hex, secret] = /^dvk_([0-9a-f]{32})_([\w-]{43})$/.exec(key) ?? [];
  if (!hex || !secret) return undefined;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}

/** The keys of accounts, oldest first. */
export async function keysOf(db: Queries, tenant: string, accountIds: readonly string[]): Promise<KeyRow[]> {
  return db
    .select()
    .from(serviceKeys)
    .where(and(eq(serviceKeys.tenant, tenant), inArray(serviceKeys.accountId, [...accountIds])))
    .orderBy(asc(serviceKeys.createdAt), asc(serviceKeys.id));
}

/** The keys of an account for the ledger: all but when they were last used. */
export function keysPart(keys: readonly KeyRow[]): RecordState {
  return { keys: { keys: keys.map((key) => ({ ...key, hash: key.hash.toString('hex'), lastUsedAt: null })) } };
}

/** Reads the keys of accounts for the ledger, by subject. */
export async function readKeyParts(
  db: Queries,
  tenant: string,
  _subjects: readonly string[],
  rows: readonly { id: string }[],
): Promise<ReadonlyMap<string, RecordState>> {
  const ids = rows.map(({ id }) => id);
  const keys = ids.length === 0 ? [] : await keysOf(db, tenant, ids);
  return new Map(
    ids.map((id) => [subjectOf(accountRecords, id), keysPart(keys.filter(({ accountId }) => accountId === id))]),
  );
}
