import {
  openCaseStatuses,
  type CaseHistoryEntry,
  type CaseKind,
  type CaseStatus,
  type CaseSummary,
  type CaseTopic,
} from '@dvk/sdk/cases';
import type { Session } from '@dvk/sdk/session';
import { searchKey } from '@dvk/sdk/text';
import { and, asc, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { matchesSearch, nextCode, type Queries } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { visibleByUnit } from '../policy/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { cases, caseSenders, caseSteps, type CaseRow } from './schema.ts';

/** What a search in the list of cases looks through. */
export function caseSearchText({ code, title, content }: Pick<CaseRow, 'code' | 'title' | 'content'>): string {
  return searchKey(`${code} ${title} ${content}`);
}

interface CaseFilters {
  q?: string | undefined;
  status?: CaseStatus | undefined;
  kind?: CaseKind | undefined;
  topic?: CaseTopic | undefined;
  unitId?: string | undefined;
  overdue?: 'true' | 'false' | undefined;
}

/** The cases a member of staff may see: a unit those assigned to it, the others all. */
function visible(session: Session): SQL | undefined {
  return and(eq(cases.tenant, session.tenant), visibleByUnit(session, cases.unitId));
}

/** What a list shows: the long texts stay in the database. */
const listed = {
  id: cases.id,
  code: cases.code,
  kind: cases.kind,
  topic: cases.topic,
  title: cases.title,
  status: cases.status,
  unitId: cases.unitId,
  unitName: cases.unitName,
  communeCode: cases.communeCode,
  receivedAt: cases.receivedAt,
  dueAt: cases.dueAt,
  answeredAt: cases.answeredAt,
};

/** So many of the newest cases are looked through for a text one by one; older ones are found by the search index. */
const windowSize = 5000;

const place = sql`(${cases.receivedAt}, ${cases.id})`;
const placeOf = ([receivedAt, id]: Position) => sql`(${receivedAt}::timestamptz, ${id}::uuid)`;

/** Visible cases, newest first, up to `count` after a position `[received at, id]`. */
export async function listCases(
  db: Queries,
  session: Session,
  now: string,
  filters: CaseFilters,
  after: Position | undefined,
  count: number,
): Promise<CaseSummary[]> {
  const { q, status, kind, topic, unitId, overdue } = filters;
  const inReach = and(
    visible(session),
    unitId ? eq(cases.unitId, unitId) : undefined,
    after && sql`${place} < ${placeOf(after)}`,
  );
  const chosen = and(
    inReach,
    status && eq(cases.status, status),
    kind && eq(cases.kind, kind),
    topic && eq(cases.topic, topic),
    overdue === 'true'
      ? and(inArray(cases.status, openCaseStatuses), isNull(cases.answeredAt), lt(cases.dueAt, now))
      : undefined,
  );
  const newest = (where: SQL | undefined, limit: number) =>
    db.select(listed).from(cases).where(where).orderBy(desc(cases.receivedAt), desc(cases.id)).limit(limit);

  const matching = matchesSearch(cases.searchText, q);
  if (!matching) return newest(chosen, count);
  const [edge] = await db
    .select({ receivedAt: cases.receivedAt, id: cases.id })
    .from(cases)
    .where(inReach)
    .orderBy(desc(cases.receivedAt), desc(cases.id))
    .offset(windowSize)
    .limit(1);
  if (!edge) return newest(and(chosen, matching), count);
  const end = placeOf([edge.receivedAt, edge.id]);
  const recent = await newest(and(chosen, matching, sql`${place} >= ${end}`), count);
  if (recent.length === count) return recent;
  // What is rare among the newest is rare enough to be gathered whole and sorted; no index can give this order, so the
  // database does not walk all the way back in it, looking for what may not be there.
  const older = await db
    .select(listed)
    .from(cases)
    .where(and(chosen, matching, sql`${place} < ${end}`))
    .orderBy(sql`${cases.receivedAt} + interval '0' DESC`, desc(cases.id))
    .limit(count - recent.length);
  return [...recent, ...older];
}

export function casePosition(row: CaseSummary): Position {
  return [row.receivedAt, row.id];
}

/** A case by id, if the session may see it. */
export async function findCase(db: Queries, session: Session, id: string): Promise<CaseRow | undefined> {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(visible(session), eq(cases.id, id)));
  return row;
}

/** The case with this public code and this hash of its secret, whoever asks. */
export async function findCaseBySecret(
  db: Queries,
  tenant: string,
  code: string,
  secretHash: Buffer,
): Promise<CaseRow | undefined> {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.tenant, tenant), eq(cases.code, code), eq(cases.secretHash, secretHash)));
  return row;
}

/** The next code of a day, `PA-…` or `KN-…`. */
export function nextCaseCode(db: Queries, tenant: string, prefix: string, day: string): Promise<string> {
  return nextCode(db, { tenant, scope: `case ${prefix} ${day}`, prefix, day, table: cases });
}

export async function insertCase(db: Queries, row: typeof cases.$inferInsert): Promise<CaseRow> {
  const [stored] = await db.insert(cases).values(row).returning();
  return stored!;
}

/** Changes a case if it still has this version; `undefined` when somebody else was faster. */
export async function updateCase(
  db: Queries,
  { tenant, id, version }: CaseRow,
  now: string,
  changes: Partial<typeof cases.$inferInsert>,
): Promise<CaseRow | undefined> {
  const [row] = await db
    .update(cases)
    .set({ ...changes, version: version + 1, updatedAt: now })
    .where(and(eq(cases.tenant, tenant), eq(cases.id, id), eq(cases.version, version)))
    .returning();
  return row;
}

/** Adds to the history that the sender reads. */
export async function addStep(
  db: Queries,
  { tenant, id }: Pick<CaseRow, 'tenant' | 'id'>,
  step: CaseHistoryEntry,
): Promise<typeof caseSteps.$inferSelect> {
  const next = sql<number>`(SELECT coalesce(max(sequence), 0) + 1 FROM case_step WHERE tenant = ${tenant} AND case_id = ${id}::uuid)`;
  const [row] = await db
    .insert(caseSteps)
    .values({ ...step, tenant, caseId: id, sequence: next })
    .returning();
  return row!;
}

export async function stepsOf(db: Queries, { tenant, id }: CaseRow): Promise<CaseHistoryEntry[]> {
  return db
    .select()
    .from(caseSteps)
    .where(and(eq(caseSteps.tenant, tenant), eq(caseSteps.caseId, id)))
    .orderBy(asc(caseSteps.sequence));
}

/** When the term that now runs began: at the receipt, or at the last reopening. */
export async function termStart(db: Queries, row: CaseRow): Promise<string> {
  return (await stepsOf(db, row)).findLast(({ action }) => action === 'reopen')?.at ?? row.receivedAt;
}

/** Who sent a case, as far as told. */
export interface Sender {
  name: string | null;
  phone: string | null;
  email: string | null;
}

const sealContext = (tenant: string, caseId: string) => `${tenant}/${caseId}`;

/** The row that holds a sender, for the case with this key. */
export function sealedSender(keyring: Keyring, { tenant, id }: Pick<CaseRow, 'tenant' | 'id'>, sender: Sender) {
  const sealed = keyring.seal('case-sender', sealContext(tenant, id), JSON.stringify(sender));
  return { tenant, caseId: id, sealed };
}

export async function sealSender(
  db: Queries,
  keyring: Keyring,
  key: Pick<CaseRow, 'tenant' | 'id'>,
  sender: Sender,
): Promise<Buffer> {
  const row = sealedSender(keyring, key, sender);
  await db.insert(caseSenders).values(row);
  return row.sealed;
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

/** Whether a key opens what is known of some sender; `undefined` where no sender is known. */
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
