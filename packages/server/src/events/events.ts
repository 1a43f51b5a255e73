import { createHash } from 'node:crypto';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Session } from '@dvk/sdk/session';
import { insertAll, type Queries } from '../database/index.ts';
import { canonicalJson } from './canonical.ts';
import type { EventActor, NewEvent, StoredEvent } from './event.ts';
import { events } from './schema.ts';

/** The columns that the hash covers, which is all that happened. */
const content = {
  tenant: events.tenant,
  subject: events.subject,
  sequence: events.sequence,
  kind: events.kind,
  at: events.at,
  actor: events.actor,
  data: events.data,
};

const noHash = Buffer.alloc(32);

/** The part of a request that an event needs. */
interface EventContext {
  db: Queries;
  session: Session;
  now: string;
}

function hashOf(previous: Buffer, event: StoredEvent): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(event)).digest();
}

export function actorOf(session: Session): EventActor {
  return { subject: session.subject, roles: session.roles, unitId: session.unitId };
}

interface ChainEnd {
  sequence: number;
  hash: Buffer;
}

const emptyChain: ChainEnd = { sequence: 0, hash: noHash };

async function appendAfter(end: ChainEnd, context: EventContext, event: NewEvent, actor?: EventActor): Promise<void> {
  const { db, session, now } = context;
  const stored: StoredEvent = {
    tenant: session.tenant,
    subject: event.subject,
    sequence: end.sequence + 1,
    kind: event.kind,
    at: now,
    actor: actor ?? actorOf(session),
    data: event.data,
  };
  await db.insert(events).values({ ...stored, previousHash: end.hash, hash: hashOf(end.hash, stored) });
}

/**
 * Appends an event to its subject's chain, in the caller's transaction. The caller has already changed the subject's
 * row, so that two changes of one subject wait for each other; the primary key makes sure.
 */
export async function appendEvent(context: EventContext, event: NewEvent, actor?: EventActor): Promise<void> {
  const [last] = await context.db
    .select({ sequence: events.sequence, hash: events.hash })
    .from(events)
    .where(and(eq(events.tenant, context.session.tenant), eq(events.subject, event.subject)))
    .orderBy(desc(events.sequence))
    .limit(1);
  await appendAfter(last ?? emptyChain, context, event, actor);
}

/** The first event of a subject made in this transaction: nothing can stand before it, so nothing is looked up. */
export async function beginEvents(context: EventContext, event: NewEvent): Promise<void> {
  await appendAfter(emptyChain, context, event);
}

/**
 * Appends the whole histories of new subjects at once, for seeds and imports. Events stand in the order in which they
 * happened; each subject's first one begins its chain.
 */
export async function appendHistories(db: Queries, history: readonly Omit<StoredEvent, 'sequence'>[]): Promise<void> {
  const ends = new Map<string, ChainEnd>();
  const rows = history.map((event) => {
    const end = ends.get(`${event.tenant}\n${event.subject}`) ?? emptyChain;
    const stored: StoredEvent = { ...event, sequence: end.sequence + 1 };
    const hash = hashOf(end.hash, stored);
    ends.set(`${event.tenant}\n${event.subject}`, { sequence: stored.sequence, hash });
    return { ...stored, previousHash: end.hash, hash };
  });
  await insertAll(db, events, rows);
}

/** The events of one subject, oldest first. */
export async function eventsOf(db: Queries, tenant: string, subject: string): Promise<StoredEvent[]> {
  return db
    .select(content)
    .from(events)
    .where(and(eq(events.tenant, tenant), eq(events.subject, subject)))
    .orderBy(asc(events.sequence));
}

/** Where a chain is broken. */
export interface BrokenLink {
  subject: string;
  sequence: number;
  fault: 'gap' | 'previous-hash' | 'hash';
}

/**
 * Works every hash of a tenant out anew. An altered, removed or inserted event shows as a broken link; only the removal
 * of the newest events of a subject cannot be seen from the chain alone.
 */
export async function verifyEvents(db: Queries, tenant: string): Promise<{ checked: number; broken: BrokenLink[] }> {
  const batch = 1000;
  const broken: BrokenLink[] = [];
  let checked = 0;
  let subject = '';
  let previous: Buffer = noHash;
  let sequence = 0;
  for (;;) {
    const rows = await db
      .select({ event: content, previousHash: events.previousHash, hash: events.hash })
      .from(events)
      .where(
        and(
          eq(events.tenant, tenant),
          sql`(${events.subject}, ${events.sequence}) > (${subject}, ${sequence}::integer)`,
        ),
      )
      .orderBy(asc(events.subject), asc(events.sequence))
      .limit(batch);
    for (const { event, previousHash, hash } of rows) {
      if (event.subject !== subject) {
        subject = event.subject;
        previous = noHash;
        sequence = 0;
      }
      sequence += 1;
      const fault =
        event.sequence !== sequence
          ? 'gap'
          : !previousHash.equals(previous)
            ? 'previous-hash'
            : !hash.equals(hashOf(previousHash, event))
              ? 'hash'
              : undefined;
      if (fault) broken.push({ subject, sequence: event.sequence, fault });
      sequence = event.sequence;
      previous = hash;
      checked += 1;
    }
    if (rows.length < batch) return { checked, broken };
  }
}
