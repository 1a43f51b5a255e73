import type { HeldCase, HeldData } from '@dvk/sdk/personal-data';
import { and, asc, count, eq } from 'drizzle-orm';
import { withAllFiles } from '../cases/present.ts';
import { historyOf } from '../cases/history.ts';
import { unsealSender } from '../cases/sender.ts';
import { caseNotes, caseOwners, caseRecords, type CaseRow } from '../cases/table.ts';
import { events } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { toldToSenders } from '../notices/erase.ts';
import { notices } from '../notices/table.ts';
import { HttpProblem } from '../problems/problem.ts';
import { find } from '../records/find.ts';
import { recordRead } from '../records/record-read.ts';
import { subjectOf } from '../records/records.ts';
import { findRow } from '../records/rows.ts';
import { lockCases } from './erase.ts';
import { requireReadable } from './step.ts';
import { dataRequestRecords } from './table.ts';

/** What the ledger tells of a case and its sender. */
async function told(row: CaseRow, { db }: Context) {
  const ofCase = and(eq(events.tenant, row.tenant), eq(events.subject, subjectOf(caseRecords, row.id)));
  const [received] = await db
    .select({ data: events.data })
    .from(events)
    .where(and(ofCase, eq(events.kind, 'case.received')));
  const [reads] = await db
    .select({ count: count() })
    .from(events)
    .where(and(ofCase, eq(events.kind, 'case.sender-read')));
  const consent = received?.data['consent'];
  return { consentVersion: typeof consent === 'string' ? consent : null, senderReads: Number(reads!.count) };
}

async function heldInCase(row: CaseRow, withNotes: boolean, context: Context): Promise<HeldCase> {
  const { db, services } = context;
  const { tenant, id } = row;
  const { answer, earlierTerms, attachments } = await withAllFiles(row, context);
  const owner = await findRow(db, caseOwners, { tenant, caseId: id });
  const notes = await db
    .select({ at: caseNotes.at, text: caseNotes.text })
    .from(caseNotes)
    .where(and(eq(caseNotes.tenant, tenant), eq(caseNotes.caseId, id)))
    .orderBy(asc(caseNotes.at));
  const sent = await db
    .select({ at: notices.createdAt, title: notices.title })
    .from(notices)
    .where(toldToSenders(tenant, [id]))
    .orderBy(asc(notices.createdAt));
  return {
    ...row,
    answer,
    earlierTerms,
    attachments,
    sender: await unsealSender(db, services.keyring, row),
    ...(await told(row, context)),
    linked: owner !== undefined,
    steps: (await historyOf(db, row)).map(({ by = null, ...step }) => ({ ...step, by })),
    notes: withNotes ? notes : null,
    notices: sent.map(({ at, title }) => ({ at, title: title.vi })),
  };
}

/**
 * All that is held of a person in the cases that a request for access names, for the officer who hands it out; that they read it is an event
 * of the request and of each case.
 */
export async function heldData(id: string, context: Context): Promise<HeldData> {
  const request = await find(dataRequestRecords, context, id);
  const { kind, status, code } = request;
  if (kind !== 'access' || status === 'received' || status === 'refused')
    throw new HttpProblem('transition-not-allowed', { detail: notYet });
  const rows = await lockCases(context, request.caseIds);
  requireReadable(rows, context);
  const held: HeldCase[] = [];
  for (const row of rows) held.push(await heldInCase(row, status !== 'carried-out-in-part', context));
  for (const row of rows) await recordRead(caseRecords, row.id, 'case.sender-read', context);
  await recordRead(dataRequestRecords, id, 'data-request.file-read', context);
  return { requestCode: code, madeAt: context.now, cases: held };
}

const notYet = {
  vi: 'Chỉ lập được bản dữ liệu cho yêu cầu xem dữ liệu, sau khi đã xác minh người yêu cầu.',
  en: 'Data is put together only for a request to see it, once the identity of whoever asks was checked.',
};
