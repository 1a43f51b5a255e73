import { subtreesOf, type Subtree } from '@dvk/sdk/people';
import { eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Queries } from '../database/index.ts';
import { units } from '../units/table.ts';
import { unitTrees } from './table.ts';

/** Reads what lies beneath the units of a tenant. */
export type ReadSubtrees = (db: Queries, tenant: string) => Promise<Subtree>;

/**
 * Reads the trees of units once for each of their states. Which one is in force is asked of the database each time, so that
 * a unit that moved has moved at once on every server.
 */
export function createSubtreeReader(): ReadSubtrees {
  const known = new LRUCache<string, Subtree>({ max: 50 });
  return async (db, tenant) => {
    const [trees] = await db.select().from(unitTrees).where(eq(unitTrees.tenant, tenant));
    const key = `${tenant}\n${trees?.version}`;
    const found = known.get(key);
    if (found) return found;
    const { id, partyParentId, administrativeParentId } = units;
    const places = await db
      .select({ id, partyParentId, administrativeParentId })
      .from(units)
      .where(eq(units.tenant, tenant));
    const subtree = subtreesOf(places);
    known.set(key, subtree);
    return subtree;
  };
}
