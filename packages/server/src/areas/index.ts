import { and, count, eq, inArray, or } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import type { Job } from '../queue/job.ts';
import type { Area, ImportedArea } from '../records/area.ts';
import { lookUp, type Asking } from '../records/find.ts';
import { columnOf, type Records, type RecordTable } from '../records/records.ts';
import * as registered from './areas.ts';
import { importOrder } from './import-order.ts';

/** All areas by name. */
const areasByName: Readonly<Record<string, Area>> = registered;
const areas = Object.values(areasByName);

/** Every endpoint of the contract with its handler. */
export const routes: readonly Route[] = areas.flatMap((area) => area.routes);

/** Every kind of record that the ledger checks. */
export const recordKinds: readonly RecordKind[] = areas.flatMap(({ kind }) => kind ?? []);

const recordsByArea: ReadonlyMap<string, Records<RecordTable>> = new Map(
  areas.flatMap(({ records }) => (records ? [[records.area, records]] : [])),
);

/** Whether somebody may see the record with this subject, `case/<id>`. */
export async function maySee(asking: Asking, subject: string): Promise<boolean> {
  const [area = '', id = ''] = subject.split('/');
  const records = recordsByArea.get(area);
  return records !== undefined && (await lookUp(records, asking, id)) !== undefined;
}

/** The background jobs of the areas. */
export const areaJobs: readonly Job[] = areas.flatMap((area) => area.jobs ?? []);

/** How many records some units have, by area. */
export async function countRecordsOf(
  db: Queries,
  tenant: string,
  unitIds: readonly string[],
): Promise<{ area: string; count: number }[]> {
  const counts: { area: string; count: number }[] = [];
  for (const [area, { table, policy }] of recordsByArea) {
    const ofUnits = policy.unitFields.map((field) => inArray(columnOf(table, field), [...unitIds]));
    if (ofUnits.length === 0) continue;
    const [row] = await db
      .select({ count: count() })
      .from(table)
      .where(and(eq(table.tenant, tenant), or(...ofUnits)));
    counts.push({ area, count: Number(row?.count ?? 0) });
  }
  return counts;
}

/** The areas that take what another system kept, by name, each after those that its rows refer to. */
export const importedAreas: readonly (readonly [name: string, area: ImportedArea])[] = importOrder(
  Object.entries(areasByName).filter((entry): entry is [string, ImportedArea] => entry[1].import !== undefined),
);
