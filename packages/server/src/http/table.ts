import { doublePrecision, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../database/index.ts';

/** Responses already given to keyed requests. Neither the key nor the response can be read from here. */
export const idempotentResponses = pgTable(
  'idempotent_answer',
  {
    tenant: text('tenant').notNull(),
    scope: bytes('scope').notNull(),
    fingerprint: bytes('fingerprint').notNull(),
    response: bytes('answer').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.scope] }), index('idempotent_answer_age').on(t.createdAt)],
);

/** How many requests each caller may still make, counted by all servers together; see `SharedRateLimiter`. */
export const rateLimits = pgTable(
  'rate_limit',
  {
    tenant: text('tenant').notNull(),
    caller: bytes('caller').notNull(),
    tokens: doublePrecision('tokens').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.caller] })],
);
