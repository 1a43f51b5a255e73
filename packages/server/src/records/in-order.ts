import { and, asc, desc, getTableName, or, sql, Subquery, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '../database/index.ts';
import { keyOrder } from './key-order.ts';
import { columnOf } from './records.ts';

/** For each row that is wanted so many of the first rows of a list are looked through for those that match. */
const windowOf = 25;

interface RowsInOrder {
  table: PgTable;
  /** The columns that are read. */
  columns: Record<string, PgColumn>;
  direction: 'ascending' | 'descending';
  /** The fields of the order; together they name one row. */
  by: readonly string[];
  /** Rows that an index in this order finds without looking at others: those of a tenant, behind a position. */
  within: SQL | undefined;
  /** Of these those in any of some parts, which have no row in common; each has an index in this order, as a state may have. */
  parts?: readonly SQL[] | undefined;
  /** What else a row must have: it is looked at row by row. */
  where: SQL | undefined;
  /** All rows that can match, under the name of the table, where they are few. */
  source?: SQL | undefined;
}

/**
 * The first rows of a list, whatever it is narrowed by. What matches is often among the first ones, so that these are looked
 * through in their order; where few of them match, all that match are fetched by what they are narrowed by, and sorted. One of
 * the two alone might look at every row of the table: the first for what only old rows have, the second for what all have.
 */
export async function firstInOrder(
  db: Queries,
  { table, columns, direction, by, within, parts, where, source = sql`${table}` }: RowsInOrder,
  count: number,
): Promise<Record<string, unknown>[]> {
  const { orderBy } = keyOrder(table, direction, by);
  // Under the name of the table, so that conditions on its columns are conditions on these.
  const name = sql.identifier(getTableName(table));
  const ending = sql`ORDER BY ${sql.join(orderBy, sql`, `)} LIMIT ${where ? windowOf * count : count}`;
  const rowsOf = (part?: SQL) => sql`SELECT * FROM ${table} WHERE ${and(within, part)} ${ending}`;
  const isApart = parts !== undefined && parts.length > 1;
  // Each part in its order, so that they are merged and each is read only as far as its rows come up.
  const apart = () =>
    sql.join(
      parts!.map((part) => sql`(${rowsOf(part)})`),
      sql` UNION ALL `,
    );
  const inOrder = isApart ? sql`SELECT * FROM (${apart()}) ${name} ${ending}` : rowsOf(parts?.[0]);
  const first = new Subquery(inOrder, columns, getTableName(table));
  const found = await db.select(columns).from(first).where(where).limit(count);
  if (!where || found.length === count) return found;
  // No index has the order of an expression: with one the planner might go through it to the end for what is not there.
  const toward = direction === 'ascending' ? asc : desc;
  const [key, ...others] = by.map((field) => columnOf(table, field));
  return db
    .select(columns)
    .from(new Subquery(sql`SELECT * FROM ${source}`, columns, getTableName(table)))
    .where(and(within, parts && or(...parts), where))
    .orderBy(toward(sql`coalesce(${key}, ${key})`), ...others.map((column) => toward(column)))
    .limit(count);
}
