import { searchKey } from '@dvk/sdk/text';
import { unitOn, type ListedUnit, type UnitTree, type units as endpoints } from '@dvk/sdk/units';
import type { ReceivedOf } from '@dvk/sdk/contract';
import { and, eq, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import type { Page } from '../http/paging.ts';
import type { Context } from '../http/route.ts';
import { matching } from '../records/filters.ts';
import { columnOf } from '../records/records.ts';
import { listRows } from '../records/rows.ts';
import { units as table, type UnitRow } from './table.ts';

type Query = ReceivedOf<(typeof endpoints)['list']>['query'];
type Filters = Omit<Query, 'cursor' | 'limit'>;

/** Names of the highlands are written in one word or several: `Ea Súp`, `Easup`. There are few units: no index is needed. */
function hasJoined(typed: string | undefined): SQL | undefined {
  const joined = searchKey(typed ?? '').replaceAll(' ', '');
  return joined.length < 4 ? undefined : sql`replace(${table.searchText}, ' ', '') LIKE ${`%${joined}%`}`;
}

const parentFields = { party: 'partyParentId', administrative: 'administrativeParentId' } as const;

/** What a unit stands below in a tree on a day, as text. */
function parentOn(tree: UnitTree, day: string): SQL {
  const field = parentFields[tree];
  return sql`(
    SELECT state.parent FROM (
      SELECT former ->> ${field} AS parent, former ->> 'to' AS until FROM jsonb_array_elements(${table.formerStates}) former
      UNION ALL SELECT ${columnOf(table, field)}::text, '9999-12-31'
    ) state
    WHERE state.until >= ${day} ORDER BY state.until LIMIT 1)`;
}

function isBelow(parent: string | undefined, trees: readonly UnitTree[], day: string): SQL | undefined {
  if (parent === undefined) return undefined;
  if (parent === 'none') return and(...trees.map((tree) => sql`${parentOn(tree, day)} IS NULL`));
  return or(...trees.map((tree) => sql`${parentOn(tree, day)} = ${parent}`));
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
    .where(and(eq(table.tenant, session.tenant), existsOn(on)))
    .as('below');
  const counted = await db
    .select({ parent: below.parent, count: sql<number>`count(*)::int` })
    .from(below)
    .where(inArray(below.parent, [...ids]))
    .groupBy(below.parent);
  return new Map(counted.map(({ parent, count }) => [parent, count]));
}

/** The units that a query asks for, on a day. */
function whereOf({ on, parent, tree, q, kind }: Filters, day: string): SQL | undefined {
  return and(
    matching(table, { kind }, 'kind'),
    or(matchesSearch(table.searchText, q), hasJoined(q)),
    existsOn(on),
    isBelow(parent, tree ? [tree] : ['party', 'administrative'], day),
  );
}

/** One page of units, as they are on a day. */
export async function listUnits(context: Context, query: Query, today: string): Promise<Page<ListedUnit>> {
  const { on, tree } = query;
  const day = on ?? today;
  const { items, nextCursor } = await listRows(context, query, table, {
    by: ['sortKey', 'id'],
    where: whereOf(query, day),
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
    .where(and(eq(table.tenant, session.tenant), whereOf(query, day)))
    .orderBy(table.sortKey, table.id);
  return rows.map((row) => unitOn(row, day));
}
