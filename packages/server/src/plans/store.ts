import type { Plan } from '@dvk/sdk/plans';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { plans } from './table.ts';

/** Plans, last added first, up to `count` after a position `[id]`. */
export async function listPlans(
  db: Queries,
  tenant: string,
  after: Position | undefined,
  count: number,
): Promise<Plan[]> {
  return db
    .select()
    .from(plans)
    .where(and(eq(plans.tenant, tenant), after && lt(plans.id, String(after[0]))))
    .orderBy(desc(plans.id))
    .limit(count);
}

/** Adds a plan. Used by seeds and imports, there is no endpoint for it yet. */
export async function addPlan(db: Queries, tenant: string, plan: Plan): Promise<void> {
  await db.insert(plans).values({ ...plan, tenant });
}
