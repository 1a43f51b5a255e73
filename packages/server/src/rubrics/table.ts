import type { Rubric } from '@dvk/sdk/rubrics';
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../database/index.ts';

export const rubrics = pgTable('rubric', {
  tenant: text('tenant').notNull(),
  id: text('id').notNull(),
  version: text('version').notNull(),
  subject: text('subject').$type<Rubric['subject']>().notNull(),
  criteriaCount: integer('criteria_count').notNull(),
  document: jsonb('document').$type<Rubric>().notNull(),
  addedAt: instant('added_at').notNull(),
});
