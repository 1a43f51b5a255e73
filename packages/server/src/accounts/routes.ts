import {
  accounts,
  applyAccountEnd,
  applyCreation,
  applyKey,
  applyKeyEnd,
  type ServiceAccount,
} from '@dvk/sdk/accounts';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq } from 'drizzle-orm';
import { newId, oneAtATime } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { find } from '../records/find.ts';
import { listRows } from '../records/rows.ts';
import { accept, insert, update } from '../records/write.ts';
import { findUnit } from '../units/store.ts';
import { keysOf, keysPart, makeKey } from './keys.ts';
import { accountRecords, accounts as table, serviceKeys, type AccountRow, type KeyRow } from './table.ts';

async function presentAll(
  rows: readonly AccountRow[],
  keys: readonly KeyRow[],
  { db, session, services }: Context,
): Promise<ServiceAccount[]> {
  const names = await services.unitNames(
    db,
    session.tenant,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map((row) => ({
    ...row,
    unitName: names.get(row.unitId ?? '') ?? null,
    keys: keys.filter(({ accountId }) => accountId === row.id),
  }));
}

/** A program with its keys as they are now, or these. */
async function present(row: AccountRow, context: Context, keys?: readonly KeyRow[]): Promise<ServiceAccount> {
  return (await presentAll([row], keys ?? (await keysOfAccount(context, row.id)), context))[0]!;
}

/** An account and its keys, for this transaction alone. */
async function take(context: Context, id: string): Promise<{ account: AccountRow; keys: KeyRow[] }> {
  const { db, session } = context;
  await oneAtATime(db, 'service-account', session.tenant, id);
  const account = await find(accountRecords, context, id);
  return { account, keys: await keysOf(db, session.tenant, [id]) };
}

const keysOfAccount = async ({ db, session }: Context, id: string) => keysOf(db, session.tenant, [id]);

async function addKey(context: Context, accountId: string, made: ReturnType<typeof makeKey>, expiresOn: string) {
  const { db, session, now } = context;
  const { id, hash } = made;
  await db.insert(serviceKeys).values({ tenant: session.tenant, id, accountId, hash, expiresOn, createdAt: now });
}

export const accountRoutes = [
  implement(accounts.list, async ({ query }, context) => {
    const { db, session } = context;
    const { items, nextCursor } = await listRows(context, query, table, {
      by: ['createdAt', 'id'],
      direction: 'descending',
    });
    const ids = items.map(({ id }) => id);
    const keys = ids.length === 0 ? [] : await keysOf(db, session.tenant, ids);
    return { items: await presentAll(items, keys, context), nextCursor };
  }),

  implement(accounts.get, async ({ params }, context) =>
    present(await find(accountRecords, context, params.id), context),
  ),

  implement(accounts.create, async ({ body }, context) => {
    const { db, session, now, services } = context;
    const made = makeKey(services.keyring, session.tenant);
    const { changes, event } = accept(applyCreation(body, { keyId: made.id, day: dateInVietnam(now) }));
    if (body.unitId !== null && !(await findUnit(db, session.tenant, body.unitId)))
      refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
    const id = newId();
    const row = await insert(accountRecords, context, { ...changes, id }, async () => {
      await addKey(context, id, made, body.expiresOn);
      return { event, parts: keysPart(await keysOfAccount(context, id)) };
    });
    return { ...(await present(row, context)), key: made.key };
  }),

  implement(accounts.addKey, async ({ params, body }, context) => {
    const { session, now, services } = context;
    const { account, keys } = await take(context, params.id);
    const made = makeKey(services.keyring, session.tenant);
    const day = dateInVietnam(now);
    const { event } = accept(applyKey({ ...account, keys }, { ...body, keyId: made.id, day }));
    const row = await update(accountRecords, context, account, {}, async () => {
      await addKey(context, account.id, made, body.expiresOn);
      return { event, parts: keysPart(await keysOfAccount(context, account.id)) };
    });
    return { ...(await present(row, context)), key: made.key };
  }),

  implement(accounts.endKey, async ({ params }, context) => {
    const { db, session, now } = context;
    const { account, keys } = await take(context, params.id);
    const key = keys.find(({ id }) => id === params.keyId);
    if (!key) throw new HttpProblem('not-found');
    const { event } = accept(applyKeyEnd(key));
    const row = await update(accountRecords, context, account, {}, async () => {
      await db
        .update(serviceKeys)
        .set({ endedAt: now })
        .where(and(eq(serviceKeys.tenant, session.tenant), eq(serviceKeys.id, key.id)));
      return { event, parts: keysPart(await keysOfAccount(context, account.id)) };
    });
    return present(row, context);
  }),

  implement(accounts.end, async ({ params }, context) => {
    const { account, keys } = await take(context, params.id);
    const { changes, event } = accept(applyAccountEnd(account, context.now));
    return present(await update(accountRecords, context, account, changes, () => ({ event })), context, keys);
  }),
];
