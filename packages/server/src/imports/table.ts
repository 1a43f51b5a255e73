import type { ImportMode, ImportStatus } from '@dvk/sdk/imports';
import type { LegalBasis } from '@dvk/sdk/law';
import { ownedBy } from '@dvk/sdk/session';
import type { KeptUnit, UnitImportCounts, UnitRowResult, UnitTableRow, WrittenUnit } from '@dvk/sdk/units/import';
import { foreignKey, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { changeColumns, day, instant, keyColumns, newestFirstIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';

export const imports = pgTable(
  'unit_import',
  {
    ...keyColumns,
    ...changeColumns,
    status: text('status').$type<ImportStatus>().notNull(),
    mode: text('mode').$type<ImportMode>(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    rowCount: integer('row_count').notNull(),
    since: day('since'),
    reason: text('reason'),
    basis: jsonb('basis').$type<LegalBasis>(),
    counts: jsonb('counts').$type<UnitImportCounts>().notNull(),
    unread: jsonb('unread').$type<string[]>().notNull(),
    sentBy: text('sent_by'),
    kept: jsonb('kept').$type<KeptUnit[]>().notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), newestFirstIndex('unit_import_newest', t, t.createdAt)],
);

export type ImportRow = typeof imports.$inferSelect;

export const importContents = pgTable(
  'unit_import_content',
  {
    ...keyColumns,
    rows: jsonb('rows').$type<readonly UnitTableRow[]>().notNull(),
    results: jsonb('results').$type<readonly UnitRowResult[]>().notNull(),
    written: jsonb('written').$type<readonly WrittenUnit[]>().notNull(),
    /** How many units were written of how many; it is written outside the transaction that writes them. */
    done: integer('done').notNull(),
    total: integer('total').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.id], foreignColumns: [imports.tenant, imports.id] }),
  ],
);

export type ImportContent = typeof importContents.$inferSelect;

/** Imports belong to no unit: who may read them is said by the contract. */
export const importRecords: Records<typeof imports> = { area: 'import', table: imports, policy: ownedBy() };
