import { publicView, type Case, type PublicCase } from '@dvk/sdk/cases';
import { attachmentsOf } from '../attachments/store.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import type { CaseRow } from './schema.ts';
import { stepsOf, unsealSender } from './store.ts';

export const subjectOf = (id: string) => `case/${id}`;

/** The full record, for staff. Contact data is opened only for those who must reach the sender. */
export async function presentCase(row: CaseRow, context: Context): Promise<Case> {
  const { db, session, services } = context;
  const maySeeSender = session.roles.includes('secretariat');
  return {
    ...row,
    sender: maySeeSender ? await unsealSender(db, services.keyring, row) : null,
    attachments: await attachmentsOf(db, session.tenant, subjectOf(row.id)),
    etag: etagOf(row.version),
  };
}

/** What the tracker shows. */
export async function presentPublicly(row: CaseRow, { db, now }: Context): Promise<PublicCase> {
  return publicView({ ...row, attachments: [], etag: etagOf(row.version) }, await stepsOf(db, row), now);
}
