import {
  dataRequestTimeLeft,
  holdOf,
  type DataRequest,
  type DataRequestSummary,
  type PublicDataRequest,
} from '@dvk/sdk/personal-data';
import { holdsTenantRole } from '@dvk/sdk/session';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { cases } from '../cases/table.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import { recordRead } from '../records/record-read.ts';
import { settingsOf } from '../settings/in-force.ts';
import { unsealSubject } from './subject.ts';
import { dataRequestRecords, type DataRequestRow } from './table.ts';

/** The fields of a request in a list. */
export const summaryFields = [
  'id',
  'code',
  'kind',
  'channel',
  'status',
  'receivedAt',
  'respondDueAt',
  'respondedAt',
  'dueAt',
  'endedAt',
] as const satisfies (keyof DataRequestRow)[];

/** Requests of a list, with what is left of their terms. */
export async function presentSummaries(
  rows: readonly Pick<DataRequestRow, (typeof summaryFields)[number]>[],
  context: Context,
): Promise<DataRequestSummary[]> {
  const { deadlines } = await settingsOf(context);
  return rows.map((row) => ({ ...row, ...dataRequestTimeLeft(row, deadlines, context.now) }));
}

/** A request in full. Who asked is opened only for the secretariat, and that they read it is written down. */
export async function presentRequest(row: DataRequestRow, context: Context): Promise<DataRequest> {
  const { db, session, services, now } = context;
  const { deadlines } = await settingsOf(context);
  const found = await db
    .select({ id: cases.id, code: cases.code, kind: cases.kind, status: cases.status })
    .from(cases)
    .where(and(eq(cases.tenant, session.tenant), inArray(cases.id, row.caseIds)))
    .orderBy(asc(cases.code));
  const mayRead = holdsTenantRole(session, ['secretariat']);
  const subject = mayRead ? await unsealSubject(db, services.keyring, row) : null;
  if (subject) await recordRead(dataRequestRecords, row.id, 'data-request.subject-read', context);
  return {
    ...row,
    ...dataRequestTimeLeft(row, deadlines, now),
    cases: found.map((each) => ({ ...each, hold: holdOf(row.kind, each) })),
    subject,
    etag: etagOf(row.version),
  };
}

/** What whoever asked sees, field by field. */
export async function presentPublic(rows: readonly DataRequestRow[], context: Context): Promise<PublicDataRequest[]> {
  const { deadlines } = await settingsOf(context);
  return rows.map((row) => {
    const { code, kind, status, receivedAt, dueAt, dueExplanation, statusReason, basis, endedAt } = row;
    const { due } = dataRequestTimeLeft(row, deadlines, context.now);
    return { code, kind, status, receivedAt, dueAt, due, dueExplanation, statusReason, basis, endedAt };
  });
}
