import { bigint, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../database/index.ts';
import type { EventActor, EventData } from './event.ts';

export const events = pgTable('event', {
  tenant: text('tenant').notNull(),
  subject: text('subject').notNull(),
  sequence: integer('sequence').notNull(),
  position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity(),
  kind: text('kind').notNull(),
  at: instant('at').notNull(),
  actor: jsonb('actor').$type<EventActor>().notNull(),
  data: jsonb('data').$type<EventData>().notNull(),
  previousHash: bytes('previous_hash').notNull(),
  hash: bytes('hash').notNull(),
});
