import { searchKey, sortKey } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { findRow } from '../records/rows.ts';
import { units } from './table.ts';

/** A unit; parents stand before their children. What it is responsible for may be left out. */
export interface ImportedUnit extends Omit<Unit, 'topics'>, Partial<Pick<Unit, 'topics'>> {}

export const findUnit = (db: Queries, tenant: string, id: string) => findRow(db, units, { tenant, id });

/** Adds units; parents stand before their children. Used by seeds and imports, there is no endpoint for it yet. */
export async function addUnits(db: Queries, tenant: string, added: readonly ImportedUnit[]): Promise<void> {
  for (const unit of added) {
    await db
      .insert(units)
      .values({ ...unit, tenant, searchText: searchKey(`${unit.name} ${unit.code}`), sortKey: sortKey(unit.name) });
  }
}

/** The names of units by id; ids may be missing and repeated. */
export async function unitNames(
  db: Queries,
  tenant: string,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.tenant, tenant), inArray(units.id, asked)));
  return new Map(rows.map(({ id, name }) => [id, name]));
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
