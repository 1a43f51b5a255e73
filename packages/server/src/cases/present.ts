import { maySeeSender, publicView, timeLeftOf, type Case, type PublicCase } from '@dvk/sdk/cases';
import { withFiles } from '../attachments/store.ts';
import type { Context } from '../http/route.ts';
import { settingsOf } from '../settings/in-force.ts';
import { answersOf } from './answers.ts';
import { historyOf } from './history.ts';
import { isOwnCase } from './owner.ts';
import { unsealSender } from './sender.ts';
import { recordSenderRead } from './sender-read.ts';
import { caseRecords, type CaseRow } from './table.ts';

/** The full record, for staff. Contact data is opened only for those who must reach the sender. */
export async function presentCase(row: CaseRow, context: Context): Promise<Case> {
  const { db, session, services, now } = context;
  const { deadlines } = await settingsOf(context);
  const sender = maySeeSender(session) ? await unsealSender(db, services.keyring, row) : null;
  if (sender) await recordSenderRead(row, context);
  const due = timeLeftOf(row, deadlines, now);
  return { ...(await withAllFiles(row, { db, session })), sender, due };
}

/** What the tracker shows. */
export async function presentPublicly(row: CaseRow, context: Context): Promise<PublicCase> {
  const { db, session, now } = context;
  const record = await withAllFiles(row, { db, session });
  const { deadlines, values } = await settingsOf(context);
  const officeName = values.office.name;
  const linked = await isOwnCase(context, row.id);
  return publicView(record, await historyOf(db, row), { now, ...deadlines, officeName, linked });
}

/** A case with its files and those of its answers. */
export async function withAllFiles(row: CaseRow, asking: Pick<Context, 'db' | 'session'>) {
  return { ...(await withFiles(caseRecords, row, asking)), ...(await answersOf(row, asking)) };
}
