import { and, eq, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { columnOf } from './records.ts';

/** Rows whose fields of these names have the values that a query gives, where it gives any. */
export function matching<Name extends string>(
  table: PgTable,
  query: Readonly<Partial<Record<Name, string | undefined>>>,
  ...names: Name[]
): SQL | undefined {
  return and(...names.map((name) => (query[name] ? eq(columnOf(table, name), query[name]) : undefined)));
}
