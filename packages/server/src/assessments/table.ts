import {
  assessmentPolicy,
  type AssessmentLine,
  type AssessmentResults,
  type AssessmentStatus,
  type AssessmentSubject,
  type RecordedCondition,
} from '@dvk/sdk/assessments';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { changeColumns, codePointText, keyColumns, newestFirstIndex, searchIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';
import { rubrics } from '../rubrics/table.ts';
import { units } from '../units/table.ts';

export const assessments = pgTable(
  'assessment',
  {
    ...keyColumns,
    ...changeColumns,
    rubricId: codePointText('rubric_id').notNull(),
    rubricVersion: codePointText('rubric_version').notNull(),
    subjectKind: text('subject_kind').$type<AssessmentSubject['kind']>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    subjectName: text('subject_name').notNull(),
    unitId: uuid('unit_id').notNull(),
    unitName: text('unit_name').notNull(),
    period: text('period').notNull(),
    status: text('status').$type<AssessmentStatus>().notNull(),
    statusReason: text('status_reason'),
    lines: jsonb('lines').$type<AssessmentLine[]>().notNull(),
    conditions: jsonb('conditions').$type<RecordedCondition[]>().notNull(),
    results: jsonb('results').$type<AssessmentResults>().notNull(),
    selfPoints: integer('self_points'),
    selfOutOf: integer('self_out_of').notNull(),
    appraisedPoints: integer('appraised_points'),
    appraisedOutOf: integer('appraised_out_of').notNull(),
    selfScored: integer('self_scored').notNull(),
    selfLines: integer('self_lines').notNull(),
    appraisedScored: integer('appraised_scored').notNull(),
    appraisedLines: integer('appraised_lines').notNull(),
    finalBand: text('final_band'),
    eligible: boolean('eligible'),
    searchText: text('search_text').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.subjectId, t.period, t.rubricId, t.rubricVersion, t.subjectKind),
    foreignKey({
      columns: [t.tenant, t.rubricId, t.rubricVersion],
      foreignColumns: [rubrics.tenant, rubrics.id, rubrics.version],
    }),
    foreignKey({ columns: [t.tenant, t.unitId], foreignColumns: [units.tenant, units.id] }),
    newestFirstIndex('assessment_latest', t, t.updatedAt),
    newestFirstIndex('assessment_of_unit', t, t.updatedAt, t.unitId),
    newestFirstIndex('assessment_by_self_points', t, t.selfPoints),
    newestFirstIndex('assessment_by_appraised_points', t, t.appraisedPoints),
    newestFirstIndex('assessment_of_status', t, t.updatedAt, t.status),
    newestFirstIndex('assessment_of_period', t, t.updatedAt, t.period, t.status),
    newestFirstIndex('assessment_of_rubric', t, t.updatedAt, t.rubricId),
    newestFirstIndex('assessment_of_subject_kind', t, t.updatedAt, t.subjectKind),
    index('assessment_counted').on(t.tenant, t.status, t.subjectKind, t.period, t.rubricId),
    searchIndex('assessment_search', t.searchText),
  ],
);

export type AssessmentRow = typeof assessments.$inferSelect;

/** Assessments, and who sees and changes them. */
export const assessmentRecords: Records<typeof assessments> = {
  area: 'assessment',
  table: assessments,
  policy: assessmentPolicy,
  derived: ['selfScored', 'selfLines', 'appraisedScored', 'appraisedLines'],
};
