import { Unit } from '@dvk/sdk/units';
import * as z from 'zod/mini';
import type { Area } from '../records/area.ts';
import { unitRoutes } from './routes.ts';
import { addUnits, type ImportedUnit } from './store.ts';
import { units } from './table.ts';

export const unitsArea: Area<ImportedUnit> = {
  routes: unitRoutes,
  import: {
    table: units,
    schema: z.strictObject({ ...Unit.shape, topics: z.optional(Unit.shape.topics) }),
    refersTo: ({ partyParentId, administrativeParentId }) => [partyParentId, administrativeParentId],
    add: ({ db, tenant }, imported) => addUnits(db, tenant, imported),
  },
};
