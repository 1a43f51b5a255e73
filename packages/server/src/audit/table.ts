import type { LedgerAnchor, LedgerFault } from '@dvk/sdk/audit';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, keyColumns, newestFirstIndex } from '../database/index.ts';

export const ledgerChecks = pgTable(
  'ledger_check',
  {
    ...keyColumns,
    askedBy: text('asked_by'),
    askedAt: instant('asked_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    events: integer('events').notNull(),
    records: integer('records').notNull(),
    faults: integer('faults').notNull(),
    found: jsonb('found').$type<readonly LedgerFault[]>().notNull(),
    /** What it was held against. */
    anchor: jsonb('anchor').$type<LedgerAnchor>(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), newestFirstIndex('ledger_check_newest', t, t.askedAt)],
);

/** A check that has not begun. */
export const notBegun = { events: 0, records: 0, faults: 0, found: [] };

export type LedgerCheckRow = typeof ledgerChecks.$inferSelect;
