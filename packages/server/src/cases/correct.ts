import type { SenderCorrection } from '@dvk/sdk/personal-data';
import type { EventContext, RecordState } from '../events/index.ts';
import { partOf } from '../records/records.ts';
import { updateRow } from '../records/write.ts';
import { resealSender, unsealSender } from './sender.ts';
import { caseRecords, type CaseRow } from './table.ts';

/** Corrects who sent a case. As of `eraseCase`, whoever calls it adds the event. */
export async function correctSender(
  { db, now, services }: Pick<EventContext, 'db' | 'now'> & { services: Pick<EventContext['services'], 'keyring'> },
  before: CaseRow,
  { name, phone, email }: SenderCorrection,
): Promise<{ row: CaseRow; state: RecordState }> {
  const { keyring } = services;
  const known = (await unsealSender(db, keyring, before)) ?? { name: null, phone: null, email: null };
  const sender = {
    name: name === undefined ? known.name : name,
    phone: phone === undefined ? known.phone : phone,
    email: email === undefined ? known.email : email,
  };
  const part = await resealSender(db, keyring, before, sender);
  const row = await updateRow(caseRecords, { db, now }, before, { erased: null, erasedAt: null });
  return { row, state: { ...partOf(caseRecords, row), ...part } };
}
