import { keyHolds } from '@dvk/sdk/accounts';
import { itselfAlone, rightsOn } from '@dvk/sdk/people';
import type { Bilingual } from '@dvk/sdk/errors';
import { sessionWith } from '@dvk/sdk/session';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Identity } from '../auth/index.ts';
import { notTrusted } from '../auth/refusal.ts';
import type { AccessContext } from '../http/services.ts';
import { signInNeeded, type HttpProblem } from '../problems/problem.ts';
import { sameBytes } from '../secrets/keyring.ts';
import { hashOfKey, readKey } from './keys.ts';
import { accounts, serviceKeys, type KeyRow } from './table.ts';

/** The last use of a key is written at most once in so many milliseconds. */
const usePrecision = 60 * 60 * 1000;

/** Said only to who has the whole key. */
const tooLate: Bilingual = {
  vi: 'Khóa này đã hết hạn hoặc đã bị thu hồi. Vui lòng xin quản trị hệ thống một khóa mới.',
  en: 'This key has expired or was taken back. Ask an administrator for a new one.',
};

async function noteUse({ tenant, id, lastUsedAt }: KeyRow, { database, now, log }: AccessContext): Promise<void> {
  const before = new Date(Date.parse(now) - usePrecision).toISOString();
  if (lastUsedAt !== null && lastUsedAt > before) return;
  try {
    await database.queries
      .update(serviceKeys)
      .set({ lastUsedAt: now })
      .where(
        and(
          eq(serviceKeys.tenant, tenant),
          eq(serviceKeys.id, id),
          or(isNull(serviceKeys.lastUsedAt), lt(serviceKeys.lastUsedAt, before)),
        ),
      );
  } catch (error) {
    // What may be read can be read on while nothing can be written.
    log.warn({ error }, 'the last use of a key could not be written down');
  }
}

/**
 * The program that a key belongs to. Its key is looked up for each request, so that one that was ended opens nothing from the
 * next one on, on every server.
 *
 * @throws HttpProblem `unauthenticated`; in plain words where the key was good once
 */
export async function authenticateKey(key: string, tenant: string, context: AccessContext): Promise<Identity> {
  const { database, now, services } = context;
  const { queries: db } = database;
  const parts = readKey(key);
  if (!parts) throw notTrusted('service-key');
  const [found] = await db
    .select({ key: serviceKeys, account: accounts })
    .from(serviceKeys)
    .innerJoin(accounts, and(eq(accounts.tenant, serviceKeys.tenant), eq(accounts.id, serviceKeys.accountId)))
    .where(and(eq(serviceKeys.tenant, tenant), eq(serviceKeys.id, parts.id)));
  if (!found || !sameBytes(found.key.hash, hashOfKey(services.keyring, tenant, parts))) throw notTrusted('service-key');
  const { account } = found;
  const day = dateInVietnam(now);
  if (account.endedAt !== null || !keyHolds(found.key, day)) throw expired();
  await noteUse(found.key, context);
  const { role, unitId, withSubtree } = account;
  const reach = unitId === null ? itselfAlone : await services.reach(db, tenant, day);
  const rights = rightsOn([{ role, unitId, withSubtree, from: day, to: null, endedAt: null, basis: null }], day, reach);
  const session = { subject: `service:${account.id}`, name: account.name, roles: [], unitId, tenant };
  return { ...sessionWith(session, rights), scopes: account.scopes };
}

function expired(): HttpProblem {
  return signInNeeded('the service key has expired or was ended', 'error="invalid_token"', tooLate);
}
