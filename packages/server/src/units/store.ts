import { searchKey, sortKey } from '@dvk/sdk/text';
import type { Unit, UnitKind } from '@dvk/sdk/units';
import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm';
import { matchesSearch, type Queries } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { units } from './table.ts';

export type UnitRow = typeof units.$inferSelect;

interface UnitFilters {
  q?: string | undefined;
  kind?: UnitKind | undefined;
}

/** Names of the highlands are written in one word or several: `Ea Súp`, `Easup`. There are few units: no index is needed. */
function hasJoined(typed: string | undefined): SQL | undefined {
  const joined = searchKey(typed ?? '').replaceAll(' ', '');
  return joined.length < 4 ? undefined : sql`replace(${units.searchText}, ' ', '') LIKE ${`%${joined}%`}`;
}

/** Units in alphabetical order, up to `count` after a position `[sort key, id]`. */
export async function listUnits(
  db: Queries,
  tenant: string,
  filters: UnitFilters,
  after: Position | undefined,
  count: number,
): Promise<UnitRow[]> {
  return db
    .select()
    .from(units)
    .where(
      and(
        eq(units.tenant, tenant),
        filters.kind && eq(units.kind, filters.kind),
        or(matchesSearch(units.searchText, filters.q), hasJoined(filters.q)),
        after && sql`(${units.sortKey}, ${units.id}) > (${after[0]}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(units.sortKey), asc(units.id))
    .limit(count);
}

export function unitPosition(unit: UnitRow): Position {
  return [unit.sortKey, unit.id];
}

export async function findUnit(db: Queries, tenant: string, id: string): Promise<UnitRow | undefined> {
  const [unit] = await db
    .select()
    .from(units)
    .where(and(eq(units.tenant, tenant), eq(units.id, id)));
  return unit;
}

/** Adds units; parents stand before their children. Used by seeds and imports, there is no endpoint for it yet. */
export async function addUnits(db: Queries, tenant: string, added: readonly Unit[]): Promise<void> {
  for (const unit of added) {
    await db
      .insert(units)
      .values({ ...unit, tenant, searchText: searchKey(`${unit.name} ${unit.code}`), sortKey: sortKey(unit.name) });
  }
}

/** Whether a unit is another one, or stands somewhere beneath it in either tree. */
export async function isWithin(db: Queries, tenant: string, id: string, ancestorId: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    WITH RECURSIVE line (id) AS (
      SELECT ${id}::uuid
      UNION
      SELECT parent.id
      FROM line
      JOIN unit ON unit.tenant = ${tenant} AND unit.id = line.id
      CROSS JOIN LATERAL (VALUES (unit.party_parent_id), (unit.administrative_parent_id)) AS parent (id)
      WHERE parent.id IS NOT NULL
    )
    SELECT 1 FROM line WHERE id = ${ancestorId}::uuid`);
  return rows.length > 0;
}
