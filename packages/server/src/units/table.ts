import type { UnitKind } from '@dvk/sdk/units';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, keyColumns } from '../database/index.ts';

export const units = pgTable('unit', {
  ...keyColumns,
  code: text('code').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<UnitKind>().notNull(),
  partyParentId: uuid('party_parent_id'),
  administrativeParentId: uuid('administrative_parent_id'),
  placeCode: text('place_code'),
  validFrom: day('valid_from').notNull(),
  validTo: day('valid_to'),
  searchText: text('search_text').notNull(),
  sortKey: text('sort_key').notNull(),
});
