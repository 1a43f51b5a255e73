import type { Rubric } from '@dvk/sdk/rubrics';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { codePointText, instant } from '../database/index.ts';

export const rubrics = pgTable(
  'rubric',
  {
    tenant: codePointText('tenant').notNull(),
    id: codePointText('id').notNull(),
    version: codePointText('version').notNull(),
    subject: text('subject').$type<Rubric['subject']>().notNull(),
    criteriaCount: integer('criteria_count').notNull(),
    document: jsonb('document').$type<Rubric>().notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id, t.version] })],
);
