import { Unit, UnitRecord } from '@dvk/sdk/units';
import { gt } from 'drizzle-orm';
import * as z from 'zod/mini';
import { idsOf } from '../events/index.ts';
import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { unitRoutes } from './routes.ts';
import { addUnits, type ImportedUnit } from './store.ts';
import { unitRecords, units } from './table.ts';

const { externalId, address, phone, email } = UnitRecord.shape;

export const unitsArea: Area<ImportedUnit> = {
  routes: unitRoutes,
  // Units that a tenant begins with have no event until they are changed.
  kind: { ...recordKind(unitRecords), idsAfter: idsOf(units, gt(units.version, 1)) },
  import: {
    table: units,
    schema: z.strictObject({
      ...Unit.shape,
      ...z.partial(z.object({ topics: Unit.shape.topics, externalId, address, phone, email })).shape,
    }),
    refersTo: ({ partyParentId, administrativeParentId }) => [partyParentId, administrativeParentId],
    add: ({ db, tenant }, imported) => addUnits(db, tenant, imported),
  },
};
