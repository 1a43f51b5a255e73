import type { Scope, ServiceAccount } from '@dvk/sdk/accounts';
import { ownedBy } from '@dvk/sdk/session';
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, changeColumns, day, instant, keyColumns, newestFirstIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';
import { units } from '../units/table.ts';

export const accounts = pgTable(
  'service_account',
  {
    ...keyColumns,
    ...changeColumns,
    name: text('name').notNull(),
    role: text('role').$type<ServiceAccount['role']>().notNull(),
    unitId: uuid('unit_id'),
    withSubtree: boolean('with_subtree').notNull(),
    scopes: text('scopes').array().$type<Scope[]>().notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.unitId], foreignColumns: [units.tenant, units.id] }),
    newestFirstIndex('service_account_newest', t, t.createdAt),
  ],
);

export type AccountRow = typeof accounts.$inferSelect;

/** Who may see them is said by the contract. */
export const accountRecords: Records<typeof accounts> = { area: 'account', table: accounts, policy: ownedBy() };

export const serviceKeys = pgTable(
  'service_key',
  {
    ...keyColumns,
    accountId: uuid('account_id').notNull(),
    hash: bytes('hash').notNull(),
    expiresOn: day('expires_on').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.accountId], foreignColumns: [accounts.tenant, accounts.id] }),
    index('service_key_account').on(t.tenant, t.accountId, t.createdAt),
  ],
);

export type KeyRow = typeof serviceKeys.$inferSelect;
