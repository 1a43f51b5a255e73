import type { Channel } from '@dvk/sdk/cases';
import type { LegalBasis } from '@dvk/sdk/law';
import {
  openDataRequestStatuses,
  type DataRequest,
  type DataRequestKind,
  type DataRequestStatus,
  type IdentityMethod,
  type RetentionKind,
} from '@dvk/sdk/personal-data';
import { ownedBy } from '@dvk/sdk/session';
import { sql, type Column, type SQL } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  type ExtraConfigColumn,
} from 'drizzle-orm/pg-core';
import { bytes, changeColumns, instant, keyColumns, newestFirstIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';

/** Whether something is still to be done. Written without parameters, as the index is. */
export function isOpen(status: Column | ExtraConfigColumn): SQL {
  return sql`${status} IN (${sql.raw(openDataRequestStatuses.map((each) => `'${each}'`).join(', '))})`;
}

export const dataRequests = pgTable(
  'data_request',
  {
    ...keyColumns,
    ...changeColumns,
    code: text('code').notNull(),
    kind: text('kind').$type<DataRequestKind>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    status: text('status').$type<DataRequestStatus>().notNull(),
    statusReason: text('status_reason'),
    basis: jsonb('basis').$type<LegalBasis>(),
    caseIds: uuid('case_ids').array().notNull(),
    identityMethod: text('identity_method').$type<IdentityMethod>(),
    receivedAt: instant('received_at').notNull(),
    respondDueAt: instant('respond_due_at').notNull(),
    respondedAt: instant('responded_at'),
    dueAt: instant('due_at').notNull(),
    dueExplanation: jsonb('due_explanation').$type<DataRequest['dueExplanation']>().notNull(),
    dueProvisional: boolean('due_provisional').notNull(),
    calendarId: text('calendar_id').notNull(),
    calendarVersion: text('calendar_version').notNull(),
    termBasis: jsonb('term_basis').$type<LegalBasis>().notNull(),
    extension: jsonb('extension').$type<NonNullable<DataRequest['extension']>>(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.code),
    newestFirstIndex('data_request_newest', t, t.receivedAt),
    index('data_request_due').on(t.tenant, t.dueAt, t.id).where(isOpen(t.status)),
    index('data_request_cases').using('gin', sql`(${t.caseIds})`),
  ],
);

export type DataRequestRow = typeof dataRequests.$inferSelect;

/** Requests belong to no unit: who may read them is said by the contract. */
export const dataRequestRecords: Records<typeof dataRequests> = {
  area: 'data-request',
  table: dataRequests,
  policy: ownedBy(),
};

export const dataRequestSubjects = pgTable(
  'data_request_subject',
  {
    tenant: text('tenant').notNull(),
    requestId: uuid('request_id').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.requestId] }),
    foreignKey({ columns: [t.tenant, t.requestId], foreignColumns: [dataRequests.tenant, dataRequests.id] }),
  ],
);

export const retentionRuns = pgTable(
  'retention_run',
  {
    ...keyColumns,
    /** The time at which it was due: an attempt that was interrupted is gone on with. */
    key: text('key').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.key),
    newestFirstIndex('retention_run_newest', t, t.startedAt),
  ],
);

export type RetentionRunRow = typeof retentionRuns.$inferSelect;

export const retentionItems = pgTable(
  'retention_item',
  {
    ...keyColumns,
    runId: uuid('run_id').notNull(),
    kind: text('kind').$type<RetentionKind>().notNull(),
    subject: text('subject').notNull(),
    code: text('code'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    foreignKey({ columns: [t.tenant, t.runId], foreignColumns: [retentionRuns.tenant, retentionRuns.id] }),
    index('retention_item_of_run').on(t.tenant, t.runId, t.id),
  ],
);
