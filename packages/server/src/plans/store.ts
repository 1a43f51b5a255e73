import type { Plan } from '@dvk/sdk/plans';
import type { Queries } from '../database/index.ts';
import { plans } from './table.ts';

/** Adds a plan. Used by seeds and imports, there is no endpoint for it yet. */
export async function addPlan(db: Queries, tenant: string, plan: Plan): Promise<void> {
  await db.insert(plans).values({ ...plan, tenant });
}
