import type { LegalBasis } from '@dvk/sdk/law';
import { ownedBy } from '@dvk/sdk/session';
import type { SettingName, SettingVersion } from '@dvk/sdk/settings';
import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { changeColumns, day, keyColumns, newestFirstIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';

export const settings = pgTable(
  'setting',
  {
    ...keyColumns,
    ...changeColumns,
    name: text('name').$type<SettingName>().notNull(),
    /** The number of the version of the setting; the row itself never changes. */
    edition: integer('edition').notNull(),
    value: jsonb('value').$type<SettingVersion['value']>().notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    basis: jsonb('basis').$type<LegalBasis>(),
    reason: text('reason').notNull(),
    provisional: boolean('provisional').notNull(),
    changedBy: text('changed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.name, t.edition),
    check('setting_check', sql`${t.validTo} IS NULL OR ${t.validTo} >= ${t.validFrom}`),
    newestFirstIndex('setting_newest', t, t.createdAt),
  ],
);

export type SettingRow = typeof settings.$inferSelect;

/** Settings belong to no unit: who may read them is said by the contract. */
export const settingRecords: Records<typeof settings> = { area: 'setting', table: settings, policy: ownedBy() };

export function presentVersion(row: SettingRow): SettingVersion {
  const { id, name, edition, value, validFrom, validTo, basis, reason, provisional, changedBy, createdAt } = row;
  const version = { id, name, version: edition, value, validFrom, validTo, basis, reason, provisional, changedBy };
  return { ...version, changedAt: createdAt } as SettingVersion;
}
