import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { columnOf } from './records.ts';

/** Rows whose fields of these names have the value, or one of the values, that a query gives, where it gives any. */
export function matching<Name extends string>(
  table: PgTable,
  query: Readonly<Partial<Record<Name, string | readonly string[] | undefined>>>,
  ...names: Name[]
): SQL | undefined {
  return and(
    ...names.map((name) => {
      const value = query[name];
      if (!value) return undefined;
      const column = columnOf(table, name);
      return typeof value === 'string' ? eq(column, value) : inArray(column, [...value]);
    }),
  );
}
