import type { Area } from '../records/area.ts';
import { assessmentsArea } from '../assessments/area.ts';
import { isConcluded } from '../assessments/concluded.ts';
import { attachmentsArea } from '../attachments/area.ts';
import { casesArea } from '../cases/area.ts';
import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import { modelsArea } from '../models/area.ts';
import { plansArea } from '../plans/area.ts';
import { rubricsArea } from '../rubrics/area.ts';
import { sessionArea } from '../session/area.ts';
import { unitsArea } from '../units/area.ts';

/** The areas that keep records of their own. */
const withRecords: readonly Area[] = [assessmentsArea, casesArea, modelsArea(isConcluded)];

const areas: readonly Area[] = [
  ...withRecords,
  attachmentsArea(withRecords),
  plansArea,
  rubricsArea,
  sessionArea,
  unitsArea,
];

/** Every endpoint of the contract with its handler. */
export const routes: readonly Route[] = areas.flatMap((area) => area.routes);

/** Every kind of record that events vouch for. */
export const recordKinds: readonly RecordKind[] = areas.flatMap(({ kind }) => kind ?? []);
