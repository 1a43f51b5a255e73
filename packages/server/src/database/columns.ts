import { customType, date, integer, text, uuid } from 'drizzle-orm/pg-core';

/** `timestamptz`, read and written as RFC 3339 text in UTC. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** A calendar date `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

/** Text that is ordered by its code points, whatever the language of the database: for sort keys and keys that are listed. */
export const codePointText = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

/** Bytes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Every table begins with these: the tenant is the first part of every key. */
export const keyColumns = {
  tenant: text('tenant').notNull(),
  id: uuid('id').notNull(),
};

/** A row that people change: `version` is its ETag and grows by one with each change. */
export const changeColumns = {
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
};
