import { seesAllUnits, unitsOf, type Session } from '@dvk/sdk/session';
import { and, eq, getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { matching } from './filters.ts';
import { columnOf, type Records, type RecordTable } from './records.ts';

type Query<Name extends string> = Readonly<Partial<Record<Name, string | readonly string[] | undefined>>>;

/** The rows with each value that a query gives for a field, if it gives any. */
export function partsBy<Name extends string>(
  table: PgTable,
  query: Query<Name>,
  name: Name,
): readonly SQL[] | undefined {
  const chosen = query[name];
  if (!chosen) return undefined;
  return [...new Set([chosen].flat())].map((value) => eq(columnOf(table, name), value));
}

/** What a list is narrowed to by some fields: in parts by the first for which the query gives a value, and what else. */
export function narrowed<Name extends string>(
  table: PgTable,
  query: Query<Name>,
  ...names: Name[]
): { parts: readonly SQL[] | undefined; where: SQL | undefined } {
  const first = names.find((name) => query[name]);
  const others = names.filter((name) => name !== first);
  return { parts: first && partsBy(table, query, first), where: matching(table, query, ...others) };
}

/** The records of a unit, by the field that names it; a record is in the part of the first such field. */
export function partsOfUnit<Table extends RecordTable>(
  { table, policy }: Records<Table>,
  unitId: string,
): readonly SQL[] {
  const columns = policy.unitFields.map((field) => columnOf(table, field));
  return columns.map((column, at) => {
    const isInAnother = columns.slice(0, at).map((earlier) => sql`${earlier} IS DISTINCT FROM ${unitId}`);
    return and(eq(column, unitId), ...isInAnother)!;
  });
}

/** For so many units rows are found unit by unit. */
const mostUnits = 500;

/**
 * The rows that somebody with several units may see, found unit by unit, under the name of the table; `undefined` where they are
 * not narrowed so. PostgreSQL takes a list of units for one of average ones and reads the whole table, although most units of
 * a subtree have no records.
 */
export function rowsOfUnits<Table extends RecordTable>(
  { table, policy }: Records<Table>,
  session: Session,
): SQL | undefined {
  const units = unitsOf(session);
  if (seesAllUnits(session) || units.length < 2 || units.length > mostUnits) return undefined;
  const columns = policy.unitFields.map((field) => columnOf(table, field));
  const all = sql`${sql.param(units)}::uuid[]`;
  const rows = columns.map((column, at) => {
    const isInAnother = columns.slice(0, at).map((earlier) => sql`(${earlier} = ANY(${all})) IS NOT TRUE`);
    return sql`SELECT * FROM ${table} WHERE ${and(eq(table.tenant, session.tenant), sql`${column} = of_unit.id`, ...isInAnother)}`;
  });
  const name = sql.identifier(getTableName(table));
  // Without OFFSET 0 PostgreSQL would make of it what it makes of the list.
  return sql`(SELECT found.* FROM unnest(${all}) AS of_unit (id)
    CROSS JOIN LATERAL (${sql.join(rows, sql` UNION ALL `)} OFFSET 0) found) ${name}`;
}
