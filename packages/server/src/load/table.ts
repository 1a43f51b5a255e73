import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant, keyColumns } from '../database/index.ts';

/** What was uploaded during the last day; see `UploadQuotaKeeper`. */
export const uploadCharges = pgTable(
  'upload_charge',
  {
    ...keyColumns,
    pool: text('pool').$type<'public' | 'staff'>().notNull(),
    caller: bytes('caller'),
    bytes: integer('bytes').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('upload_charge_recent').on(t.tenant, t.pool, t.at),
    index('upload_charge_age').on(t.at),
  ],
);
