import { ownedBy } from '@dvk/sdk/session';
import type { DeliveryState, Webhook, WebhookDelivery } from '@dvk/sdk/webhooks';
import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, changeColumns, instant, keyColumns, newestFirstIndex } from '../database/index.ts';
import type { Records } from '../records/records.ts';

export const webhooks = pgTable(
  'webhook',
  {
    ...keyColumns,
    ...changeColumns,
    name: text('name').notNull(),
    url: text('url').notNull(),
    kinds: text('kinds').array().$type<Webhook['kinds']>().notNull(),
    /** Sealed: the secret, and the one before it. */
    secrets: bytes('secrets').notNull(),
    overlapUntil: instant('overlap_until'),
    disabledAt: instant('disabled_at'),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] }), newestFirstIndex('webhook_newest', t, t.createdAt)],
);

export type WebhookRow = typeof webhooks.$inferSelect;

/** Who may see them is said by the contract. */
export const webhookRecords: Records<typeof webhooks> = { area: 'webhook', table: webhooks, policy: ownedBy() };

export const deliveries = pgTable(
  'webhook_delivery',
  {
    ...keyColumns,
    webhookId: uuid('webhook_id').notNull(),
    /** The place of the event in the ledger; none for a ping. */
    position: bigint('position', { mode: 'number' }),
    kind: text('kind').$type<WebhookDelivery['kind']>().notNull(),
    subject: text('subject').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    createdAt: instant('created_at').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    attempts: integer('attempts').notNull(),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.webhookId, t.position),
    foreignKey({ columns: [t.tenant, t.webhookId], foreignColumns: [webhooks.tenant, webhooks.id] }),
    newestFirstIndex('webhook_delivery_newest', t, t.createdAt, t.webhookId),
    index('webhook_delivery_age').on(t.createdAt),
  ],
);

export type DeliveryRow = typeof deliveries.$inferSelect;
