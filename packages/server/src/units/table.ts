import type { CaseTopic } from '@dvk/sdk/cases';
import { ownedBy } from '@dvk/sdk/session';
import type { StoredUnit, UnitKind } from '@dvk/sdk/units';
import { sql, type Column, type SQL } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type ExtraConfigColumn,
} from 'drizzle-orm/pg-core';
import { changeColumns, codePointText, day, keyColumns, searchIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';

type IndexedColumn = Column | ExtraConfigColumn;

/** The column of each tree that says what a unit stands below. */
export const parentFields = { party: 'partyParentId', administrative: 'administrativeParentId' } as const;

/** What a unit has stood below, as an array of ids. Written without parameters, as the indexes are. */
export const formerParents = (formerStates: IndexedColumn, field: string): SQL =>
  sql`jsonb_path_query_array(${formerStates}, ${sql.raw(`'$[*].${field}'`)})`;

/** What a search looks through, without spaces. */
export const joinedText = (searchText: IndexedColumn): SQL => sql`replace(${searchText}, ' ', '')`;

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
    index('unit_of_kind').on(t.tenant, t.kind, t.sortKey, t.id),
    index('unit_below_party').on(t.tenant, t.partyParentId, t.sortKey, t.id),
    index('unit_below_administrative').on(t.tenant, t.administrativeParentId, t.sortKey, t.id),
    index('unit_once_below_party').using('gin', sql`(${formerParents(t.formerStates, parentFields.party)})`),
    index('unit_once_below_administrative').using(
      'gin',
      sql`(${formerParents(t.formerStates, parentFields.administrative)})`,
    ),
    index('unit_successors').using('gin', sql`(${t.successorIds})`),
    searchIndex('unit_search', t.searchText),
    index('unit_joined')
      .using('gin', sql`(${joinedText(t.searchText)}) gin_trgm_ops`)
      .with({ fastupdate: 'off' }),
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
