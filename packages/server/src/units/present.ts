import { reversedIdentificationCode, unitOn, type UnitRecord } from '@dvk/sdk/units';
import { arrayOverlaps, and, eq } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { etagOf } from '../http/etag.ts';
import { units, type UnitRow } from './table.ts';

/** Units in full, as they are on a day; those that are not there are left out. */
export async function presentUnits(db: Queries, rows: readonly UnitRow[], day: string): Promise<UnitRecord[]> {
  const [first] = rows;
  if (!first) return [];
  const ids = rows.map(({ id }) => id);
  const predecessors = await db
    .select({ id: units.id, successorIds: units.successorIds })
    .from(units)
    .where(and(eq(units.tenant, first.tenant), arrayOverlaps(units.successorIds, ids)))
    .orderBy(units.sortKey);
  return rows.map((row) => {
    const { identificationCode: code, version, ...unit } = unitOn(row, day);
    return {
      ...unit,
      identificationCode: code && { ...code, reversed: reversedIdentificationCode(code.canonical) },
      predecessorIds: predecessors.filter(({ successorIds }) => successorIds.includes(row.id)).map(({ id }) => id),
      etag: etagOf(version),
    };
  });
}
