import { maySeeSender, publicView, timeLeftOf, type Case, type PublicCase } from '@dvk/sdk/cases';
import { withFiles } from '../attachments/store.ts';
import type { Context } from '../http/route.ts';
import { answersOf } from './answers.ts';
import { historyOf } from './history.ts';
import { unsealSender } from './sender.ts';
import { caseRecords, type CaseRow } from './table.ts';

/** The full record, for staff. Contact data is opened only for those who must reach the sender. */
export async function presentCase(row: CaseRow, { db, session, services, now }: Context): Promise<Case> {
  const sender = maySeeSender(session) ? await unsealSender(db, services.keyring, row) : null;
  const due = timeLeftOf(row, services.deadlines.calendar, now);
  return { ...(await withAllFiles(row, { db, session })), sender, due };
}

/** What the tracker shows. */
export async function presentPublicly(row: CaseRow, { db, session, now, services }: Context): Promise<PublicCase> {
  const record = await withAllFiles(row, { db, session });
  const { deadlines, office } = services;
  return publicView(record, await historyOf(db, row), { now, calendar: deadlines.calendar, officeName: office.name });
}

/** A case with its files and those of its answers. */
async function withAllFiles(row: CaseRow, asking: Pick<Context, 'db' | 'session'>) {
  return { ...(await withFiles(caseRecords, row, asking)), ...(await answersOf(row, asking)) };
}
