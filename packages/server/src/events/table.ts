import { sql, type Column, type SQL } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  type ExtraConfigColumn,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from '../database/index.ts';
import type { EventActor, EventData, EventState } from './event.ts';

/** Newest first; of one moment, in the order in which they were written. */
const newestFirst = ({ at, position }: Record<'at' | 'position', ExtraConfigColumn>) =>
  [at.desc().nullsFirst(), position.desc().nullsFirst()] as const;

/** Who did it, as the index knows it. */
export const actorSubject = ({ actor }: { actor: Column | ExtraConfigColumn }): SQL => sql`(${actor} ->> 'subject')`;

export const events = pgTable(
  'event',
  {
    tenant: text('tenant').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    subject: text('subject').notNull(),
    sequence: integer('sequence').notNull(),
    kind: text('kind').notNull(),
    at: instant('at').notNull(),
    actor: jsonb('actor').$type<EventActor>().notNull(),
    data: jsonb('data').$type<EventData>().notNull(),
    state: jsonb('state').$type<EventState>(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.subject, t.sequence] }),
    uniqueIndex('event_position').on(t.tenant, t.position),
    index('event_newest').on(t.tenant, ...newestFirst(t)),
    index('event_of_kind').on(t.tenant, t.kind, ...newestFirst(t)),
    index('event_of_actor').on(t.tenant, actorSubject(t), ...newestFirst(t)),
    index('event_code')
      .on(t.tenant, sql`(${t.data} ->> 'code')`)
      .where(sql`${t.data} ->> 'code' IS NOT NULL`),
  ],
);

/** The columns that the hash covers, which is all that happened. */
export const content = {
  tenant: events.tenant,
  position: events.position,
  subject: events.subject,
  sequence: events.sequence,
  kind: events.kind,
  at: events.at,
  actor: events.actor,
  data: events.data,
  state: events.state,
};

/** Where the ledger of a tenant ends. */
export const ledgers = pgTable('event_ledger', {
  tenant: text('tenant').primaryKey(),
  count: bigint('count', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull(),
  seal: bytes('seal'),
});
