import {
  modelPolicy,
  type IntakeKind,
  type Model,
  type ModelContent,
  type ModelField,
  type ModelStatus,
  type RegistrantKind,
} from '@dvk/sdk/models';
import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { changeColumns, day, instant, keyColumns, newestFirstIndex, searchIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';
import { units } from '../units/table.ts';

export const models = pgTable(
  'model',
  {
    ...keyColumns,
    ...changeColumns,
    code: text('code').notNull(),
    status: text('status').$type<ModelStatus>().notNull(),
    statusReason: text('status_reason'),
    statusSince: instant('status_since'),
    remarks: jsonb('remarks').$type<NonNullable<Model['remarks']>>(),
    correctBy: day('correct_by'),
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
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.code),
    foreignKey({ columns: [t.tenant, t.unitId], foreignColumns: [units.tenant, units.id] }),
    foreignKey({ columns: [t.tenant, t.ownerUnitId], foreignColumns: [units.tenant, units.id] }),
    newestFirstIndex('model_newest', t, t.createdAt),
    newestFirstIndex('model_of_owner', t, t.createdAt, t.ownerUnitId),
    newestFirstIndex('model_of_unit', t, t.createdAt, t.unitId),
    newestFirstIndex('model_of_status', t, t.createdAt, t.status),
    newestFirstIndex('model_of_field', t, t.createdAt, t.field),
    newestFirstIndex('model_of_registrant_kind', t, t.createdAt, t.registrantKind),
    index('model_counted').on(t.tenant, t.status, t.registrantKind, t.field),
    searchIndex('model_search', t.searchText),
  ],
);

export type ModelRow = typeof models.$inferSelect;

/** Models, and who sees and changes them. */
export const modelRecords: Records<typeof models> = { area: 'model', table: models, policy: modelPolicy };
