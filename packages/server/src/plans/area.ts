import { Plan } from '@dvk/sdk/plans';
import * as z from 'zod/mini';
import { insertAll } from '../database/index.ts';
import type { Area } from '../records/area.ts';
import { planRoutes } from './routes.ts';
import { plans } from './table.ts';

export type ImportedPlan = Plan;

export const plansArea: Area<ImportedPlan> = {
  routes: planRoutes,
  import: {
    table: plans,
    schema: z.strictObject(Plan.shape),
    add: ({ db, tenant }, imported) =>
      insertAll(
        db,
        plans,
        imported.map((plan) => ({ ...plan, tenant })),
      ),
  },
};
