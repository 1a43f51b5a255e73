import { cases, timeLeftOf } from '@dvk/sdk/cases';
import { parseCode } from '@dvk/sdk/text';
import type { Session } from '@dvk/sdk/session';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { appendEvent, type RecordState } from '../events/index.ts';
import { pageOf } from '../http/paging.ts';
import { implement, type Context } from '../http/route.ts';
import { keyOrder } from '../records/key-order.ts';
import type { ReadParts } from '../records/kind.ts';
import { lockRecord } from '../records/record-read.ts';
import { subjectOf } from '../records/records.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { settingsOf } from '../settings/in-force.ts';
import { caseOwners, caseRecords, cases as table, type CaseRow } from './table.ts';

/** Stands for somebody beside their cases: whoever reads the database cannot tell who it is. */
export function ownerHash(keyring: Keyring, { tenant, subject }: Pick<Session, 'tenant' | 'subject'>): Buffer {
  return keyring.mac('case-owner', tenant, subject!);
}

/** Whose a case is, as a part of its state. */
const ownerPart = (owner: Buffer): RecordState => ({ owner: { owner } });

/** Whose cases are, as parts of them. */
export const ownerParts: ReadParts<CaseRow> = async (db, tenant, _subjects, rows) => {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(caseOwners)
    .where(and(eq(caseOwners.tenant, tenant), inArray(caseOwners.caseId, ids)));
  return new Map(found.map(({ caseId, owner }) => [subjectOf(caseRecords, caseId), ownerPart(owner)]));
};

/** Makes a case that of whoever asks, in place of anybody before. */
export async function linkCase(
  { db, session, services }: Pick<Context, 'db' | 'session' | 'services'>,
  caseId: string,
): Promise<RecordState> {
  const owner = ownerHash(services.keyring, session);
  const { tenant } = session;
  await db
    .insert(caseOwners)
    .values({ tenant, caseId, owner })
    .onConflictDoUpdate({ target: [caseOwners.tenant, caseOwners.caseId], set: { owner } });
  return ownerPart(owner);
}

async function unlinkCase(db: Queries, tenant: string, caseId: string): Promise<RecordState> {
  await db.delete(caseOwners).where(and(eq(caseOwners.tenant, tenant), eq(caseOwners.caseId, caseId)));
  return { owner: null };
}

/** The cases of whoever asks; a visitor has none. */
const ownedBy = ({ session, services }: Pick<Context, 'session' | 'services'>) =>
  and(eq(caseOwners.tenant, session.tenant), eq(caseOwners.owner, ownerHash(services.keyring, session)));

const joined = and(eq(table.tenant, caseOwners.tenant), eq(table.id, caseOwners.caseId));

/** The case with this code, if it is one of whoever asks. */
export async function findOwnCase(
  context: Pick<Context, 'db' | 'session' | 'services'>,
  code: string,
): Promise<CaseRow | undefined> {
  if (context.session.subject === null) return undefined;
  const [row] = await context.db
    .select(getTableColumns(table))
    .from(caseOwners)
    .innerJoin(table, joined)
    .where(and(ownedBy(context), eq(table.code, parseCode(code)?.code ?? '')));
  return row;
}

/** Whether a case is one of whoever asks. */
export async function isOwnCase(
  context: Pick<Context, 'db' | 'session' | 'services'>,
  caseId: string,
): Promise<boolean> {
  if (context.session.subject === null) return false;
  const [row] = await context.db
    .select({ caseId: caseOwners.caseId })
    .from(caseOwners)
    .where(and(ownedBy(context), eq(caseOwners.caseId, caseId)));
  return row !== undefined;
}

/** Links a case to whoever asks, or ends that; nobody but them learns of it. */
export async function changeLink(row: CaseRow, linked: boolean, context: Context): Promise<void> {
  const { db } = context;
  await lockRecord(caseRecords, context, row.id);
  const state = linked ? await linkCase(context, row.id) : await unlinkCase(db, row.tenant, row.id);
  const subject = subjectOf(caseRecords, row.id);
  const actor = { subject: null, roles: ['sender'], unitId: null };
  await appendEvent(context, { kind: 'case.linked', data: { linked }, subject, state }, actor);
}

const order = keyOrder(table, 'descending', ['receivedAt', 'id']);

export const ownCaseRoutes = [
  implement(cases.mine, async ({ query }, context) => {
    const { deadlines } = await settingsOf(context);
    const { id, code, kind, topic, title, status, unitName, receivedAt, dueAt, answeredAt } = table;
    const page = await pageOf(
      context,
      'own-case',
      query,
      (after, count) =>
        context.db
          .select({ id, code, kind, topic, title, status, unitName, receivedAt, dueAt, answeredAt })
          .from(caseOwners)
          .innerJoin(table, joined)
          .where(and(ownedBy(context), after && order.after(after)))
          .orderBy(...order.orderBy)
          .limit(count),
      order.positionOf,
    );
    const items = page.items.map((row) => ({
      ...row,
      // As in the tracker, a denunciation shows nothing of the matter.
      title: row.kind === 'denunciation' ? '' : row.title,
      due: timeLeftOf(row, deadlines, context.now),
    }));
    return { items, nextCursor: page.nextCursor };
  }),
];
