import { searchKey } from '@dvk/sdk/text';
import { unitOn, type ListedUnit, type UnitTree, type units as endpoints } from '@dvk/sdk/units';
import type { ReceivedOf } from '@dvk/sdk/contract';
import { and, eq, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import type { Page } from '../http/paging.ts';
import type { Context } from '../http/route.ts';
import { matching } from '../records/filters.ts';
import { partsBy } from '../records/parts.ts';
import { columnOf } from '../records/records.ts';
import { listRows } from '../records/rows.ts';
import { formerParents, joinedText, parentFields, units as table, type UnitRow } from './table.ts';

type Query = ReceivedOf<(typeof endpoints)['list']>['query'];
type Filters = Omit<Query, 'cursor' | 'limit'>;

/** Names of the highlands are written in one word or several: `Ea Súp`, `Easup`. */
function hasJoined(typed: string | undefined): SQL | undefined {
  const joined = searchKey(typed ?? '').replaceAll(' ', '');
  return joined.length < 4 ? undefined : sql`${joinedText(table.searchText)} LIKE ${`%${joined}%`}`;
}

/** What a unit stands below in a tree on a day, as text. Most units have always stood where they stand. */
function parentOn(tree: UnitTree, day: string): SQL {
  const field = parentFields[tree];
  const parent = sql`${columnOf(table, field)}::text`;
  return sql`CASE WHEN ${table.formerStates} = '[]' THEN ${parent} ELSE (
    SELECT state.parent FROM (
      SELECT former ->> ${field} AS parent, former ->> 'to' AS until FROM jsonb_array_elements(${table.formerStates}) former
      UNION ALL SELECT ${parent}, '9999-12-31'
    ) state
    WHERE state.until >= ${day} ORDER BY state.until LIMIT 1) END`;
}

/** Units that stand below one of these in a tree, or once did: found by indexes, to be looked at one by one. */
function wasEverBelow(tree: UnitTree, parents: readonly string[]): SQL {
  const before = formerParents(table.formerStates, parentFields[tree]);
  return sql`(${inArray(columnOf(table, parentFields[tree]), [...parents])} OR ${before} ?| ${sql.param(parents)}::text[])`;
}

const bothTrees: readonly UnitTree[] = ['party', 'administrative'];

/** Where the list is narrowed to what stands below a unit: few rows, as indexes find them. */
function candidates({ parent, tree }: Filters): SQL | undefined {
  if (parent === undefined || parent === 'none') return undefined;
  return or(...(tree ? [tree] : bothTrees).map((each) => wasEverBelow(each, [parent])));
}

function isBelow({ parent, tree }: Filters, day: string): SQL | undefined {
  const trees = tree ? [tree] : bothTrees;
  if (parent === undefined) return undefined;
  if (parent === 'none') return and(...trees.map((each) => isOnTop(each, day)));
  return or(...trees.map((each) => sql`${parentOn(each, day)} = ${parent}`));
}

function isOnTop(tree: UnitTree, day: string): SQL {
  const field = parentFields[tree];
  const wasEver = sql`(${columnOf(table, field)} IS NULL OR ${formerParents(table.formerStates, field)} @> 'null')`;
  return and(wasEver, sql`${parentOn(tree, day)} IS NULL`)!;
}

/** Whether a unit exists on the day that is asked about. */
const existsOn = (on: string | undefined): SQL | undefined =>
  on === undefined ? undefined : and(lte(table.validFrom, on), or(isNull(table.validTo), gte(table.validTo, on)));

/** How many units stand right below each of some, in a tree on a day. */
async function childCounts(
  { db, session }: Context,
  ids: readonly string[],
  { tree, on, day }: { tree: UnitTree; on: string | undefined; day: string },
): Promise<ReadonlyMap<string, number>> {
  const below = db
    .select({ parent: sql<string>`${parentOn(tree, day)}`.as('parent') })
    .from(table)
    .where(and(eq(table.tenant, session.tenant), existsOn(on), wasEverBelow(tree, ids)))
    .as('below');
  const counted = await db
    .select({ parent: below.parent, count: sql<number>`count(*)::int` })
    .from(below)
    .where(inArray(below.parent, [...ids]))
    .groupBy(below.parent);
  return new Map(counted.map(({ parent, count }) => [parent, count]));
}

/** What else the units have that a query asks for, on a day. */
function filterOf(query: Filters, day: string): SQL | undefined {
  const { on, q } = query;
  return and(or(matchesSearch(table.searchText, q), hasJoined(q)), existsOn(on), isBelow(query, day));
}

/** One page of units, as they are on a day. */
export async function listUnits(context: Context, query: Query, today: string): Promise<Page<ListedUnit>> {
  const { on, tree } = query;
  const day = on ?? today;
  const { items, nextCursor } = await listRows(context, query, table, {
    by: ['sortKey', 'id'],
    parts: partsBy(table, query, 'kind'),
    where: candidates(query),
    filter: filterOf(query, day),
  });
  const units = items.map((row) => unitOn(row, day));
  if (!tree || units.length === 0) return { items: units, nextCursor };
  const ids = units.map(({ id }) => id);
  const counts = await childCounts(context, ids, { tree, on, day });
  return { items: units.map((unit) => ({ ...unit, childCount: counts.get(unit.id) ?? 0 })), nextCursor };
}

/** All units of the list, in its order, as they are on a day. */
export async function unitsToWrite({ db, session }: Context, query: Filters, today: string): Promise<UnitRow[]> {
  const day = query.on ?? today;
  const rows = await db
    .select()
    .from(table)
    .where(
      and(eq(table.tenant, session.tenant), matching(table, query, 'kind'), candidates(query), filterOf(query, day)),
    )
    .orderBy(table.sortKey, table.id);
  return rows.map((row) => unitOn(row, day));
}
