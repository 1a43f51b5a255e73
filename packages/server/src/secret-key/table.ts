import { sql } from 'drizzle-orm';
import { boolean, check, pgTable } from 'drizzle-orm/pg-core';
import { bytes } from '../database/index.ts';

/** One row: what the key of this database makes of a fixed text. */
export const keyChecks = pgTable(
  'secret_key_check',
  {
    onlyRow: boolean('only_row').primaryKey().default(true),
    value: bytes('value').notNull(),
  },
  (t) => [check('secret_key_check_only_row_check', sql`${t.onlyRow}`)],
);
