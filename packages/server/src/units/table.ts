import type { CaseTopic } from '@dvk/sdk/cases';
import type { UnitKind } from '@dvk/sdk/units';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { codePointText, day, keyColumns, searchIndex } from '../database/index.ts';

export const units = pgTable(
  'unit',
  {
    ...keyColumns,
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
    searchText: text('search_text').notNull(),
    sortKey: codePointText('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.code),
    foreignKey({ columns: [t.tenant, t.partyParentId], foreignColumns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.administrativeParentId], foreignColumns: [t.tenant, t.id] }),
    check('unit_check', sql`${t.validTo} IS NULL OR ${t.validTo} >= ${t.validFrom}`),
    index('unit_order').on(t.tenant, t.sortKey, t.id),
    searchIndex('unit_search', t.searchText),
  ],
);
