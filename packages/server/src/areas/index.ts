import { assessmentsArea } from '../assessments/area.ts';
import { attachmentsArea } from '../attachments/area.ts';
import { casesArea } from '../cases/area.ts';
import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import { modelsArea } from '../models/area.ts';
import { plansArea } from '../plans/area.ts';
import type { Area } from '../records/area.ts';
import type { Records, RecordTable } from '../records/records.ts';
import { rubricsArea } from '../rubrics/area.ts';
import { sessionArea } from '../session/area.ts';
import type { Sweep } from '../sweeps/sweeps.ts';
import { unitsArea } from '../units/area.ts';

const areas: readonly Area[] = [
  assessmentsArea,
  attachmentsArea,
  casesArea,
  modelsArea,
  plansArea,
  rubricsArea,
  sessionArea,
  unitsArea,
];

/** Every endpoint of the contract with its handler. */
export const routes: readonly Route[] = areas.flatMap((area) => area.routes);

/** Every kind of record that the ledger checks. */
export const recordKinds: readonly RecordKind[] = areas.flatMap(({ kind }) => kind ?? []);

/** The records of all areas, by the first part of their subjects. */
export const recordsByArea: ReadonlyMap<string, Records<RecordTable>> = new Map(
  areas.flatMap(({ records }) => (records ? [[records.area, records]] : [])),
);

/** What the areas clean up every hour. */
export const areaSweeps: readonly Sweep[] = areas.flatMap(({ sweeps }) => sweeps ?? []);
