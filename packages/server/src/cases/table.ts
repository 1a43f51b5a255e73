import {
  casePolicy,
  caseStatuses,
  openCaseStatuses,
  type Case,
  type CaseHistoryEntry,
  type CaseKind,
  type CaseStatus,
  type CaseStepTaker,
  type CaseTopic,
  type GivenAnswer,
  type StoredTerm,
} from '@dvk/sdk/cases';
import { eq, isNull, or, sql, type Column, type SQL } from 'drizzle-orm';
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
  type ExtraConfigColumn,
} from 'drizzle-orm/pg-core';
import { bytes, changeColumns, instant, keyColumns, newestFirstIndex, searchIndex } from '../database/index.ts';
import type { EventActor } from '../events/index.ts';
import type { Records } from '../records/records.ts';
import { units } from '../units/table.ts';

/** Whether an answer is still due. Written without parameters, as the index is. */
export function isOpen(status: Column | ExtraConfigColumn): SQL {
  return sql`${status} IN (${sql.raw(openCaseStatuses.map((each) => `'${each}'`).join(', '))})`;
}

/** Whether nothing is to be done any more, unless it is opened again. Written without parameters, as the index is. */
export function hasEnded(status: Column | ExtraConfigColumn): SQL {
  const ended = caseStatuses.filter((each) => !openCaseStatuses.includes(each));
  return sql`${status} IN (${sql.raw(ended.map((each) => `'${each}'`).join(', '))})`;
}

export const cases = pgTable(
  'citizen_case',
  {
    ...keyColumns,
    ...changeColumns,
    code: text('code').notNull(),
    secretHash: bytes('secret_hash').notNull(),
    kind: text('kind').$type<CaseKind>().notNull(),
    topic: text('topic').$type<CaseTopic>().notNull(),
    channel: text('channel').$type<Case['channel']>().notNull(),
    title: text('title').notNull(),
    content: text('content').notNull(),
    provinceCode: text('province_code').notNull(),
    communeCode: text('commune_code').notNull(),
    address: text('address'),
    location: jsonb('location').$type<NonNullable<Case['location']>>(),
    status: text('status').$type<CaseStatus>().notNull(),
    statusReason: text('status_reason'),
    unitId: uuid('unit_id'),
    unitName: text('unit_name'),
    receivedAt: instant('received_at').notNull(),
    dueAt: instant('due_at').notNull(),
    dueExplanation: jsonb('due_explanation').$type<Case['dueExplanation']>().notNull(),
    dueProvisional: boolean('due_provisional').notNull(),
    calendarId: text('calendar_id').notNull(),
    calendarVersion: text('calendar_version').notNull(),
    extensions: jsonb('extensions').$type<Case['extensions']>().notNull(),
    extensionRequest: jsonb('extension_request').$type<NonNullable<Case['extensionRequest']>>(),
    answer: jsonb('answer').$type<GivenAnswer>(),
    answeredAt: instant('answered_at'),
    rating: jsonb('rating').$type<NonNullable<Case['rating']>>(),
    reopenCount: integer('reopen_count').notNull().default(0),
    earlierTerms: jsonb('earlier_terms').$type<StoredTerm[]>(),
    /** What was taken out of it: who sent it, or whatever could name anybody. */
    erased: text('erased').$type<'identity' | 'all'>(),
    erasedAt: instant('erased_at'),
    /** Who alone reads it, by what the sign-in service calls them. */
    restrictedTo: text('restricted_to'),
    searchText: text('search_text').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.code),
    foreignKey({ columns: [t.tenant, t.unitId], foreignColumns: [units.tenant, units.id] }),
    newestFirstIndex('citizen_case_newest', t, t.receivedAt),
    newestFirstIndex('citizen_case_of_unit', t, t.receivedAt, t.unitId),
    index('citizen_case_of_status').on(t.tenant, t.status, t.dueAt, t.id),
    newestFirstIndex('citizen_case_of_topic', t, t.receivedAt, t.topic),
    newestFirstIndex('citizen_case_of_commune', t, t.receivedAt, t.communeCode),
    index('citizen_case_due').on(t.tenant, t.dueAt, t.id).where(isOpen(t.status)),
    index('citizen_case_ended')
      .on(t.tenant, t.updatedAt, t.id)
      .where(sql`${hasEnded(t.status)} AND ${t.erased} IS DISTINCT FROM 'all'`),
    searchIndex('citizen_case_search', t.searchText),
  ],
);

export type CaseRow = typeof cases.$inferSelect;

/** Cases, and who sees and changes them. */
export const caseRecords: Records<typeof cases> = {
  area: 'case',
  table: cases,
  policy: casePolicy,
  // Restricted, it is read by one officer alone, whatever others may read.
  only: ({ subject }) =>
    subject === null ? isNull(cases.restrictedTo) : or(isNull(cases.restrictedTo), eq(cases.restrictedTo, subject)),
};

export const caseSenders = pgTable(
  'case_sender',
  {
    tenant: text('tenant').notNull(),
    caseId: uuid('case_id').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.caseId] }),
    foreignKey({ columns: [t.tenant, t.caseId], foreignColumns: [cases.tenant, cases.id] }),
  ],
);

export const caseOwners = pgTable(
  'case_owner',
  {
    tenant: text('tenant').notNull(),
    caseId: uuid('case_id').notNull(),
    owner: bytes('owner').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.caseId] }),
    foreignKey({ columns: [t.tenant, t.caseId], foreignColumns: [cases.tenant, cases.id] }),
    index('case_owner_cases').on(t.tenant, t.owner),
  ],
);

export const caseNotes = pgTable(
  'case_note',
  {
    ...keyColumns,
    caseId: uuid('case_id').notNull(),
    at: instant('at').notNull(),
    author: jsonb('author').$type<EventActor>().notNull(),
    authorName: text('author_name'),
    text: text('text').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.caseId], foreignColumns: [cases.tenant, cases.id] }),
    newestFirstIndex('case_note_newest', t, t.at, t.caseId),
  ],
);

export const caseSteps = pgTable(
  'case_step',
  {
    tenant: text('tenant').notNull(),
    caseId: uuid('case_id').notNull(),
    sequence: integer('sequence').notNull(),
    action: text('action').$type<CaseHistoryEntry['action']>().notNull(),
    status: text('status').$type<CaseStatus>().notNull(),
    at: instant('at').notNull(),
    by: text('by').$type<CaseStepTaker>(),
    unitName: text('unit_name'),
    note: text('note'),
    innerNote: text('inner_note'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.caseId, t.sequence] }),
    foreignKey({ columns: [t.tenant, t.caseId], foreignColumns: [cases.tenant, cases.id] }),
  ],
);
