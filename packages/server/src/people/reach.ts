import { reachOn, type Reach } from '@dvk/sdk/people';
import { eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Queries } from '../database/index.ts';
import { units } from '../units/table.ts';
import { unitTrees } from './table.ts';

/** Reads what the units of a tenant reach on a day. */
export type ReadReach = (db: Queries, tenant: string, day: string) => Promise<Reach>;

/**
 * Reads the trees of units once a day for each of their states. Which one is in force is asked of the database each time, so that
 * a unit that moved has moved at once on every server.
 */
export function createReachReader(): ReadReach {
  const known = new LRUCache<string, Reach>({ max: 50 });
  return async (db, tenant, day) => {
    const [trees] = await db.select().from(unitTrees).where(eq(unitTrees.tenant, tenant));
    const key = [tenant, trees?.version, day].join('\n');
    const found = known.get(key);
    if (found) return found;
    const { id, validFrom, validTo, partyParentId, administrativeParentId, formerStates, successorIds } = units;
    const places = await db
      .select({ id, validFrom, validTo, partyParentId, administrativeParentId, formerStates, successorIds })
      .from(units)
      .where(eq(units.tenant, tenant));
    const reach = reachOn(places, day);
    known.set(key, reach);
    return reach;
  };
}
