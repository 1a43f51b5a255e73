import type { Session } from '@dvk/sdk/session';
import { and, count, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { matchesSearch } from '../database/index.ts';
import type { Context } from '../http/route.ts';
import { visible } from './find.ts';
import { rowsOfUnits } from './parts.ts';
import { columnOf, type Records, type RecordTable } from './records.ts';

/** A filter by whose values records are counted. */
export interface Facet<Value extends string> {
  values: readonly Value[];
  /** The value of a row: a column, or an expression that gives one of the values or null. */
  of: PgColumn | SQL;
  /** The values that the query chooses; all where it chooses none. */
  chosen: readonly Value[] | undefined;
}

type Counts<Facets> = {
  asOf: string;
  total: number;
  by: { [Name in keyof Facets]: Facets[Name] extends Facet<infer Value> ? Record<Value, number> : never };
};

/** The rows to count, under the name of the table. */
function rowsOf<Table extends RecordTable>(records: Records<Table>, session: Session, q: string | undefined): SQL {
  // Words are found by their index.
  const ofUnits = q === undefined ? rowsOfUnits(records, session) : undefined;
  return ofUnits ?? sql`${records.table}`;
}

/**
 * Counts the records that the session may see: all that the filters leave, and by the values of each facet those that all
 * filters but its own leave. The table is read once, whatever the number of facets.
 */
export async function countRecords<Table extends RecordTable, Facets extends Readonly<Record<string, Facet<string>>>>(
  records: Records<Table>,
  { db, session, now }: Context,
  { facets, where, q }: { facets: Facets; where?: SQL | undefined; q?: string | undefined },
): Promise<Counts<Facets>> {
  const { table } = records;
  const names = Object.keys(facets);
  // Grouped by their place in the SELECT: an expression with parameters is another one each time it is written.
  const groups = await db
    .select({
      count: count(),
      ...Object.fromEntries(names.map((name) => [name, sql<string | null>`${facets[name]!.of}`.as(name)])),
    })
    .from(rowsOf(records, session, q))
    .where(
      and(
        visible(records, session),
        where,
        q === undefined ? undefined : matchesSearch(columnOf(table, 'searchText'), q),
      ),
    )
    .groupBy(...names.map((_, index) => sql.raw(String(index + 2))));
  const fits = (group: object, name: string) => {
    const { chosen } = facets[name]!;
    return !chosen || chosen.includes((group as Record<string, string>)[name]!);
  };
  const sum = (chosen: typeof groups) => chosen.reduce((total, group) => total + Number(group.count), 0);
  const by = Object.fromEntries(
    names.map((name) => {
      const others = names.filter((other) => other !== name);
      const counted = groups.filter((group) => others.every((other) => fits(group, other)));
      const countOf = (value: string) =>
        sum(counted.filter((group) => (group as Record<string, unknown>)[name] === value));
      return [name, Object.fromEntries(facets[name]!.values.map((value) => [value, countOf(value)]))];
    }),
  );
  return {
    asOf: now,
    total: sum(groups.filter((group) => names.every((name) => fits(group, name)))),
    by,
  } as Counts<Facets>;
}
