import type { Rubric } from '@dvk/sdk/rubrics';
import { ownedBy } from '@dvk/sdk/session';
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { changeColumns, codePointText, day, instant, keyColumns } from '../database/index.ts';
import type { Records } from '../records/records.ts';

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
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id, t.version] }),
    check('rubric_check', sql`${t.validTo} IS NULL OR (${t.validFrom} IS NOT NULL AND ${t.validTo} >= ${t.validFrom})`),
  ],
);

export type RubricRow = typeof rubrics.$inferSelect;

export const decisions = pgTable(
  'rubric_decision',
  {
    ...keyColumns,
    ...changeColumns,
    rubricId: codePointText('rubric_id').notNull(),
    rubricVersion: codePointText('rubric_version').notNull(),
    reason: text('reason'),
    publishedBy: text('published_by'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawReason: text('withdraw_reason'),
    withdrawnBy: text('withdrawn_by'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.rubricId, t.rubricVersion),
    foreignKey({
      columns: [t.tenant, t.rubricId, t.rubricVersion],
      foreignColumns: [rubrics.tenant, rubrics.id, rubrics.version],
    }),
  ],
);

export type DecisionRow = typeof decisions.$inferSelect;

/** Rubrics belong to no unit: who may decide on them is said by the contract. */
export const decisionRecords: Records<typeof decisions> = { area: 'rubric', table: decisions, policy: ownedBy() };
