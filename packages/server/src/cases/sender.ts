import type { Case } from '@dvk/sdk/cases';
import { and, eq } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { RecordState } from '../events/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { cases, caseSenders, type CaseRow } from './table.ts';

/** What the sender of a case said about themselves. */
export type Sender = NonNullable<Case['sender']>;

const sealContext = (tenant: string, caseId: string) => `${tenant}/${caseId}`;

/** The row with the encrypted sender of a case. */
export function sealedSender(keyring: Keyring, { tenant, id }: Pick<CaseRow, 'tenant' | 'id'>, sender: Sender) {
  const sealed = keyring.seal('case-sender', sealContext(tenant, id), JSON.stringify(sender));
  return { tenant, caseId: id, sealed };
}

/** The sealed sender, as a part of the case's state. */
export function senderPart(sealed: Buffer): RecordState {
  return { sender: { sealed } };
}

/** Stores the sender of a case, encrypted and in a table of its own. */
export async function sealSender(
  db: Queries,
  keyring: Keyring,
  key: Pick<CaseRow, 'tenant' | 'id'>,
  sender: Sender,
): Promise<RecordState> {
  const row = sealedSender(keyring, key, sender);
  await db.insert(caseSenders).values(row);
  return senderPart(row.sealed);
}

/** Stores another sender in place of the one there is; one of whom nothing is known is none. */
export async function resealSender(
  db: Queries,
  keyring: Keyring,
  key: Pick<CaseRow, 'tenant' | 'id'>,
  sender: Sender,
): Promise<RecordState> {
  await db.delete(caseSenders).where(and(eq(caseSenders.tenant, key.tenant), eq(caseSenders.caseId, key.id)));
  if (Object.values(sender).every((each) => each === null)) return { sender: null };
  return sealSender(db, keyring, key, sender);
}

export async function unsealSender(db: Queries, keyring: Keyring, { tenant, id }: CaseRow): Promise<Sender | null> {
  const [row] = await db
    .select()
    .from(caseSenders)
    .where(and(eq(caseSenders.tenant, tenant), eq(caseSenders.caseId, id)));
  return row ? (JSON.parse(keyring.open('case-sender', sealContext(tenant, id), row.sealed)) as Sender) : null;
}

/** Whether there is any case, of any tenant. */
export async function hasCases(db: Queries): Promise<boolean> {
  return (await db.select({ id: cases.id }).from(cases).limit(1)).length > 0;
}

/** Whether a key decrypts some stored sender; `undefined` where none is stored. */
export async function opensSomeSender(db: Queries, keyring: Keyring): Promise<boolean | undefined> {
  const [row] = await db.select().from(caseSenders).limit(1);
  if (!row) return undefined;
  try {
    keyring.open('case-sender', sealContext(row.tenant, row.caseId), row.sealed);
    return true;
  } catch {
    return false;
  }
}
