import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, changeColumns, keyColumns } from '../database/index.ts';

export const drafts = pgTable(
  'draft',
  {
    ...keyColumns,
    ...changeColumns,
    owner: text('owner').notNull(),
    form: text('form').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('draft_of_owner').on(t.tenant, t.owner, t.updatedAt),
    index('draft_age').on(t.updatedAt),
  ],
);

export type DraftRow = typeof drafts.$inferSelect;
