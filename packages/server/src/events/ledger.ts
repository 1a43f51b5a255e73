import { and, asc, eq, gte, inArray, lte, max, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { events as domainEvents } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import { insertAll, type Queries } from '../database/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { EventActor, EventData, NewEvent, RecordState, StoredEvent } from './event.ts';
import { digestsOf, emptyLedger, hashOf, isSealed, sealOf, type LedgerEnd } from './hashes.ts';
import { content, events, ledgers } from './table.ts';

/** The part of a request that an event needs. */
export interface EventContext {
  db: Queries;
  session: Session;
  now: string;
  services: { keyring: Keyring; announce: Announce };
}

/** Lets others know of events that were just added, in the same transaction: by jobs, which read the ledger. */
export type Announce = (db: Queries, tenant: string, added: readonly AddedEvent[], now: string) => Promise<void>;

/** For events that nobody is told of. */
export const announceNothing: Announce = async () => {};

/** An event that was just added: its place in the ledger of the tenant, and what it is called. */
export interface AddedEvent {
  position: number;
  kind: string;
}

export function actorOf(session: Session): EventActor {
  return { subject: session.subject, roles: session.roles, unitId: session.unitId };
}

/** The server itself. */
export const systemActor: EventActor = { subject: null, roles: ['system'], unitId: null };

interface LockedEnd extends LedgerEnd {
  seal: Buffer | null;
  /** The last sequence of the subject asked for, 0 for a new one. */
  sequence: number;
}

/** The advice for whoever runs the server when events cannot be added. */
export const unsealedAdvice =
  'The end of the event ledger is not sealed with this secret key: it is of before the ledger, or was changed by hand. Look with "dvk-server audit verify", then restore a backup or take things as they are with "dvk-server audit seal"';

async function readAndLock(db: Queries, tenant: string, subject: string): Promise<LockedEnd | undefined> {
  const { rows } = await db.execute<{ count: string; hash: Buffer; seal: Buffer | null; sequence: number | null }>(sql`
    SELECT count, hash, seal,
      (SELECT max(sequence) FROM event WHERE tenant = ${tenant} AND subject = ${subject}) AS sequence
    FROM event_ledger WHERE tenant = ${tenant} FOR UPDATE`);
  const [row] = rows;
  return row && { count: Number(row.count), hash: row.hash, seal: row.seal, sequence: row.sequence ?? 0 };
}

/** Takes the end of a tenant's ledger, for this transaction alone: others wait for it, so it is taken last. */
export async function lockLedger(db: Queries, tenant: string, subject = ''): Promise<LockedEnd> {
  const end = await readAndLock(db, tenant, subject);
  if (end) return end;
  await db
    .insert(ledgers)
    .values({ tenant, ...emptyLedger })
    .onConflictDoNothing();
  return (await readAndLock(db, tenant, subject))!;
}

/** Whether a ledger ends as it says: sealed with this key, or there is nothing in it. */
export async function endHolds(
  db: Queries,
  keyring: Keyring,
  tenant: string,
  end: LedgerEnd & { seal: Buffer | null },
): Promise<boolean> {
  if (end.count > 0) return isSealed(keyring, tenant, end, end.seal);
  const rows = await db.select().from(events).where(eq(events.tenant, tenant)).limit(1);
  return rows.length === 0;
}

/** Refuses to add to a ledger whose end does not hold: what comes after would hide what was taken away. */
async function requireEnd(db: Queries, keyring: Keyring, tenant: string, end: LockedEnd): Promise<void> {
  if (await endHolds(db, keyring, tenant, end)) return;
  throw new HttpProblem('unavailable', { cause: new Error(unsealedAdvice) });
}

/** What an event tells, in the shape that the catalogue gives it: nothing else gets into the ledger. */
const checkedData = ({ kind, data }: Pick<NewEvent, 'kind' | 'data'>): EventData => z.parse(domainEvents[kind], data);

/**
 * Adds an event to the tenant's ledger, in the caller's transaction. The caller has already changed the subject's row, so
 * that two changes of one subject wait for each other.
 *
 * @throws HttpProblem `unavailable` when the ledger's end does not hold
 */
export async function appendEvent(context: EventContext, event: NewEvent, actor?: EventActor): Promise<void> {
  const { db, session, now, services } = context;
  const { keyring } = services;
  const { tenant } = session;
  const end = await lockLedger(db, tenant, event.subject);
  await requireEnd(db, keyring, tenant, end);
  const stored: StoredEvent = {
    tenant,
    position: end.count + 1,
    subject: event.subject,
    sequence: end.sequence + 1,
    kind: event.kind,
    at: now,
    actor: actor ?? actorOf(session),
    data: checkedData(event),
    state: digestsOf(keyring, tenant, event.subject, event.state),
  };
  const next = { count: stored.position, hash: hashOf(keyring, end.hash, stored) };
  const added = db.$with('added').as(
    db
      .insert(events)
      .values({ ...stored, previousHash: end.hash, hash: next.hash })
      .returning({ position: events.position }),
  );
  // One statement: everybody in the tenant waits for the ledger.
  await db
    .with(added)
    .update(ledgers)
    .set({ ...next, seal: sealOf(keyring, tenant, next) })
    .where(eq(ledgers.tenant, tenant));
  await services.announce(db, tenant, [stored], now);
}

/** An event of a history that is written down afterwards. */
export type PastEvent = Omit<NewEvent, 'state'> & { at: string; actor: EventActor };

/**
 * Adds the whole histories of new subjects at once, for seeds and imports. Events come in the order in which they
 * happened; the last of each subject carries the digests of its record.
 */
export async function appendHistories(
  db: Queries,
  keyring: Keyring,
  tenant: string,
  history: readonly PastEvent[],
  states: ReadonlyMap<string, RecordState>,
): Promise<void> {
  const locked = await lockLedger(db, tenant);
  const lasts = new Map(history.map((event) => [event.subject, event]));
  const stateOf = (event: PastEvent) => (lasts.get(event.subject) === event ? (states.get(event.subject) ?? {}) : {});
  const withStates = history.map((event) => ({ ...event, state: stateOf(event) }));
  await appendAll({ db, keyring, tenant, locked, sequences: new Map() }, withStates);
}

/**
 * Adds the events of many subjects at once, as {@link appendEvent} adds one. The caller has already changed their rows.
 *
 * @throws HttpProblem `unavailable` when the ledger's end does not hold
 */
export async function appendEvents(
  context: EventContext,
  added: readonly NewEvent[],
  actor?: EventActor,
): Promise<void> {
  if (added.length === 0) return;
  const { db, session, now, services } = context;
  const { tenant } = session;
  const by = actor ?? actorOf(session);
  const locked = await lockLedger(db, tenant);
  const sequences = new Map<string, number>();
  const subjects = [...new Set(added.map(({ subject }) => subject))];
  for (let at = 0; at < subjects.length; at += 1000) {
    const rows = await db
      .select({ subject: events.subject, last: max(events.sequence) })
      .from(events)
      .where(and(eq(events.tenant, tenant), inArray(events.subject, subjects.slice(at, at + 1000))))
      .groupBy(events.subject);
    for (const { subject, last } of rows) sequences.set(subject, Number(last));
  }
  const rows = await appendAll(
    { db, keyring: services.keyring, tenant, locked, sequences },
    added.map((event) => ({ ...event, at: now, actor: by })),
  );
  await services.announce(db, tenant, rows, now);
}

interface Appending {
  db: Queries;
  keyring: Keyring;
  tenant: string;
  locked: LockedEnd;
  /** The last sequence of each subject that has events. */
  sequences: Map<string, number>;
}

async function appendAll(
  { db, keyring, tenant, locked, sequences }: Appending,
  added: readonly (Pick<NewEvent, 'kind' | 'data' | 'subject' | 'state'> & { at: string; actor: EventActor })[],
): Promise<readonly AddedEvent[]> {
  await requireEnd(db, keyring, tenant, locked);
  let end: LedgerEnd = locked;
  const rows = added.map((event) => {
    const { subject, state, kind, at, actor } = event;
    const sequence = (sequences.get(subject) ?? 0) + 1;
    sequences.set(subject, sequence);
    const stored: StoredEvent = {
      subject,
      kind,
      at,
      actor,
      data: checkedData(event),
      tenant,
      position: end.count + 1,
      sequence,
      state: digestsOf(keyring, tenant, subject, state),
    };
    const row = { ...stored, previousHash: end.hash, hash: hashOf(keyring, end.hash, stored) };
    end = { count: row.position, hash: row.hash };
    return row;
  });
  await insertAll(db, events, rows);
  await writeEnd(db, keyring, tenant, end);
  return rows;
}

/** Makes a ledger end here. */
export async function writeEnd(db: Queries, keyring: Keyring, tenant: string, end: LedgerEnd): Promise<void> {
  const { count, hash } = end;
  const seal = sealOf(keyring, tenant, end);
  await db.update(ledgers).set({ count, hash, seal }).where(eq(ledgers.tenant, tenant));
}

/** The events of one subject, oldest first. */
export async function eventsOf(db: Queries, tenant: string, subject: string): Promise<StoredEvent[]> {
  return db
    .select(content)
    .from(events)
    .where(and(eq(events.tenant, tenant), eq(events.subject, subject)))
    .orderBy(asc(events.sequence));
}

/** The events of a tenant from one position to another, both included. */
export async function eventsBetween(db: Queries, tenant: string, from: number, to: number): Promise<StoredEvent[]> {
  return db
    .select(content)
    .from(events)
    .where(and(eq(events.tenant, tenant), gte(events.position, from), lte(events.position, to)))
    .orderBy(asc(events.position));
}
