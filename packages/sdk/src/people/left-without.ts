import type { SessionGrant } from '../session/schema.ts';
import { mergeRights, rightsOn, type HeldGrant, type Reach } from './reach.ts';

/**
 * The roles, each with its units, that nobody would hold any more if some grants ended: where nobody appraises any more, a task
 * would wait for ever.
 *
 * @param ending - the grants that would end
 * @param staying - all others of the tenant
 */
export function leftWithout(
  ending: readonly HeldGrant[],
  staying: readonly HeldGrant[],
  { day, reach }: { day: string; reach: Reach },
): SessionGrant[] {
  const others = mergeRights(rightsOn(staying, day, reach));
  return mergeRights(rightsOn(ending, day, reach)).flatMap(({ role, unitIds }): SessionGrant[] => {
    const held = others.find((right) => right.role === role);
    if (held && held.unitIds === null) return [];
    if (unitIds === null) return [{ role, unitIds }];
    const covered = new Set(held?.unitIds);
    const left = unitIds.filter((unit) => !covered.has(unit));
    return left.length > 0 ? [{ role, unitIds: left }] : [];
  });
}
