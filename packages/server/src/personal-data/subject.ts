import type { DataRequest } from '@dvk/sdk/personal-data';
import { and, eq, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { RecordState } from '../events/index.ts';
import type { ReadParts } from '../records/kind.ts';
import { subjectOf } from '../records/records.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { dataRequestRecords, dataRequestSubjects, type DataRequestRow } from './table.ts';

/** Who asked, and in which words. */
export type DataSubject = NonNullable<DataRequest['subject']>;

type Key = Pick<DataRequestRow, 'tenant' | 'id'>;
const sealContext = ({ tenant, id }: Key) => `${tenant}/${id}`;
const subjectPart = (sealed: Buffer): RecordState => ({ subject: { sealed } });

/** Stores who asked, encrypted and in a table of its own. */
export async function sealSubject(db: Queries, keyring: Keyring, key: Key, subject: DataSubject): Promise<RecordState> {
  const sealed = keyring.seal('data-request', sealContext(key), JSON.stringify(subject));
  await db.insert(dataRequestSubjects).values({ tenant: key.tenant, requestId: key.id, sealed });
  return subjectPart(sealed);
}

/** Who asked; `null` once that was erased. */
export async function unsealSubject(db: Queries, keyring: Keyring, key: Key): Promise<DataSubject | null> {
  const [row] = await db
    .select()
    .from(dataRequestSubjects)
    .where(and(eq(dataRequestSubjects.tenant, key.tenant), eq(dataRequestSubjects.requestId, key.id)));
  return row ? (JSON.parse(keyring.open('data-request', sealContext(key), row.sealed)) as DataSubject) : null;
}

/** Erases who asked. */
export async function eraseSubjects(db: Queries, tenant: string, ids: readonly string[]): Promise<RecordState> {
  if (ids.length > 0)
    await db
      .delete(dataRequestSubjects)
      .where(and(eq(dataRequestSubjects.tenant, tenant), inArray(dataRequestSubjects.requestId, [...ids])));
  return { subject: null };
}

/** Who asked, sealed, as a part of requests. */
export const subjectParts: ReadParts<DataRequestRow> = async (db, tenant, _subjects, rows) => {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(dataRequestSubjects)
    .where(and(eq(dataRequestSubjects.tenant, tenant), inArray(dataRequestSubjects.requestId, ids)));
  return new Map(found.map(({ requestId, sealed }) => [subjectOf(dataRequestRecords, requestId), subjectPart(sealed)]));
};
