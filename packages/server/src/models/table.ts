import {
  modelPolicy,
  type IntakeKind,
  type ModelContent,
  type ModelField,
  type ModelStatus,
  type RegistrantKind,
} from '@dvk/sdk/models';
import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { changeColumns, day, keyColumns } from '../database/index.ts';
import type { Records } from '../records/records.ts';

export const models = pgTable('model', {
  ...keyColumns,
  ...changeColumns,
  code: text('code').notNull(),
  status: text('status').$type<ModelStatus>().notNull(),
  statusReason: text('status_reason'),
  ownerUnitId: uuid('owner_unit_id'),
  registrantKind: text('registrant_kind').$type<RegistrantKind>().notNull(),
  registrantName: text('registrant_name'),
  intakeKind: text('intake_kind').$type<IntakeKind>().notNull(),
  unitId: uuid('unit_id'),
  unitName: text('unit_name').notNull(),
  name: text('name').notNull(),
  field: text('field').$type<ModelField>().notNull(),
  tags: text('tags').array().notNull(),
  provinceCode: text('province_code').notNull(),
  communeCode: text('commune_code').notNull(),
  address: text('address'),
  content: jsonb('content').$type<ModelContent>().notNull(),
  budget: bigint('budget', { mode: 'number' }),
  responsiblePerson: text('responsible_person').notNull(),
  startDate: day('start_date').notNull(),
  assessmentDate: day('assessment_date').notNull(),
  endDate: day('end_date').notNull(),
  searchText: text('search_text').notNull(),
});

export type ModelRow = typeof models.$inferSelect;

/** Models, and who sees and changes them. */
export const modelRecords: Records<typeof models> = { area: 'model', table: models, policy: modelPolicy };
