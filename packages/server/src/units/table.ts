import type { CaseTopic } from '@dvk/sdk/cases';
import { ownedBy } from '@dvk/sdk/session';
import type { StoredUnit, UnitKind } from '@dvk/sdk/units';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { changeColumns, codePointText, day, keyColumns, searchIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';

export const units = pgTable(
  'unit',
  {
    ...keyColumns,
    ...changeColumns,
    code: text('code').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<UnitKind>().notNull(),
    partyParentId: uuid('party_parent_id'),
    administrativeParentId: uuid('administrative_parent_id'),
    placeCode: text('place_code'),
    topics: text('topics')
      .array()
      .$type<CaseTopic[]>()
      .notNull()
      .default(sql`'{}'`),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    externalId: text('external_id'),
    address: text('address'),
    phone: text('phone'),
    email: text('email'),
    identificationCode: jsonb('identification_code').$type<NonNullable<StoredUnit['identificationCode']>>(),
    formerStates: jsonb('former_states')
      .$type<StoredUnit['formerStates']>()
      .notNull()
      .default(sql`'[]'`),
    successorIds: uuid('successor_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    searchText: text('search_text').notNull(),
    sortKey: codePointText('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.code),
    unique().on(t.tenant, t.externalId),
    foreignKey({ columns: [t.tenant, t.partyParentId], foreignColumns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.administrativeParentId], foreignColumns: [t.tenant, t.id] }),
    check('unit_check', sql`${t.validTo} IS NULL OR ${t.validTo} >= ${t.validFrom}`),
    index('unit_order').on(t.tenant, t.sortKey, t.id),
    searchIndex('unit_search', t.searchText),
  ],
);

export type UnitRow = typeof units.$inferSelect;

/** Units belong to no unit: who may change them is said by the contract. */
export const unitRecords: Records<typeof units> = {
  area: 'unit',
  table: units,
  policy: ownedBy(),
  derived: ['sortKey'],
};
