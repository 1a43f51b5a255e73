import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import type { Job } from '../queue/job.ts';
import type { Area, ImportedArea } from '../records/area.ts';
import { lookUp, type Asking } from '../records/find.ts';
import type { Records, RecordTable } from '../records/records.ts';
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

/** The areas that take what another system kept, by name, each after those that its rows refer to. */
export const importedAreas: readonly (readonly [name: string, area: ImportedArea])[] = importOrder(
  Object.entries(areasByName).filter((entry): entry is [string, ImportedArea] => entry[1].import !== undefined),
);
