import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** The last number given in each scope, such as the cases of one day. */
export const serialNumbers = pgTable(
  'serial_number',
  {
    tenant: text('tenant').notNull(),
    scope: text('scope').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.scope] })],
);
