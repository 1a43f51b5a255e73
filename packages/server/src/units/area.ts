import { Unit } from '@dvk/sdk/units';
import * as z from 'zod/mini';
import type { Area } from '../records/area.ts';
import { unitRoutes } from './routes.ts';
import { addUnits } from './store.ts';
import { units } from './table.ts';

/** A unit; parents stand before their children. */
export type ImportedUnit = Unit;

export const unitsArea: Area<ImportedUnit> = {
  routes: unitRoutes,
  import: {
    table: units,
    schema: z.strictObject(Unit.shape),
    refersTo: ({ partyParentId, administrativeParentId }) => [partyParentId, administrativeParentId],
    add: ({ db, tenant }, imported) => addUnits(db, tenant, imported),
  },
};
