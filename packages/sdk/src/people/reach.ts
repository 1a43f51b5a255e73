import { uniqueOf } from '../session/rows.ts';
import type { SessionGrant } from '../session/schema.ts';
import type { StoredUnit } from '../units/stored-unit.ts';
import { lineOf, type Followed } from '../units/successors.ts';
import type { Grant } from './schema.ts';

/** The role, the place and the time of a grant. */
export type GrantTerms = Pick<Grant, 'role' | 'unitId' | 'withSubtree' | 'from' | 'to' | 'endedAt'>;

/** A grant with the one that it was delegated from. */
export interface HeldGrant extends GrantTerms {
  basis: GrantTerms | null;
}

/** The units that somebody with a role in a unit reaches: itself, with its subtree what lies beneath it, too. */
export type Reach = (unitId: string, withSubtree: boolean) => ReadonlySet<string>;

/** For who has a role in no unit, which needs no trees. */
export const itselfAlone: Reach = (unitId) => new Set([unitId]);

/** What is needed of a unit to find its place in the two trees on a day, and who continues it. */
export type UnitPlace = Followed &
  Pick<StoredUnit, 'partyParentId' | 'administrativeParentId'> & {
    formerStates: readonly FormerPlace[];
  };
type FormerPlace = Pick<StoredUnit['formerStates'][number], 'to' | 'partyParentId' | 'administrativeParentId'>;

/** The parents of a unit on a day. */
function parentsOn({ formerStates, ...now }: UnitPlace, day: string): (string | null)[] {
  const { partyParentId, administrativeParentId } = formerStates.find(({ to }) => day <= to) ?? now;
  return [partyParentId, administrativeParentId];
}

/**
 * Finds what a unit reaches on a day, `YYYY-MM-DD`, by the trees as they are on it: from the day on which a unit was merged or split,
 * who had a role in it has the role in those that continue it, and keeps it for what stays with the unit itself. A circle
 * of units is no trouble.
 */
export function reachOn(units: readonly UnitPlace[], day: string): Reach {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const children = new Map<string, string[]>();
  for (const unit of units)
    for (const parent of parentsOn(unit, day)) {
      if (parent === null) continue;
      const known = children.get(parent);
      if (known) known.push(unit.id);
      else children.set(parent, [unit.id]);
    }
  const known = new Map<string, ReadonlySet<string>>();
  return (unitId, withSubtree) => {
    const key = `${unitId} ${withSubtree}`;
    const before = known.get(key);
    if (before) return before;
    const found = new Set([unitId, ...lineOf(byId, unitId, day).map(({ id }) => id)]);
    // A set goes on to what is added while it is read.
    if (withSubtree) for (const each of found) for (const child of children.get(each) ?? []) found.add(child);
    known.set(key, found);
    return found;
  };
}

/** Whether a grant holds on a day, `YYYY-MM-DD`, apart from what it was delegated from. */
export function holdsOn({ from, to, endedAt }: Pick<GrantTerms, 'from' | 'to' | 'endedAt'>, day: string): boolean {
  return endedAt === null && from <= day && (to === null || day <= to);
}

/** Whether a grant holds on a day, and what it was delegated from too. */
export function grantHolds(grant: HeldGrant, day: string): boolean {
  return holdsOn(grant, day) && (grant.basis === null || holdsOn(grant.basis, day));
}

/** The units of a grant; `null` for all. */
export function unitsOfGrant(
  { unitId, withSubtree }: Pick<GrantTerms, 'unitId' | 'withSubtree'>,
  reach: Reach,
): ReadonlySet<string> | null {
  return unitId === null ? null : reach(unitId, withSubtree);
}

/**
 * The rights that grants give on a day. Of a delegation only what the grant behind it still reaches counts: units may have
 * moved since.
 */
export function rightsOn(grants: readonly HeldGrant[], day: string, reach: Reach): SessionGrant[] {
  return grants
    .filter((grant) => grantHolds(grant, day))
    .map((grant) => {
      const own = unitsOfGrant(grant, reach);
      const limit = grant.basis && unitsOfGrant(grant.basis, reach);
      return { role: grant.role, unitIds: own && [...own].filter((unit) => !limit || limit.has(unit)) };
    })
    .filter(({ unitIds }) => unitIds === null || unitIds.length > 0);
}

/** Rights with those of one role brought together, so that each unit is named once. */
export function mergeRights(rights: readonly SessionGrant[]): SessionGrant[] {
  const roles = uniqueOf(rights.map(({ role }) => role));
  return roles.map((role) => {
    const ofRole = rights.filter((right) => right.role === role);
    const all = ofRole.some(({ unitIds }) => unitIds === null);
    return { role, unitIds: all ? null : uniqueOf(ofRole.flatMap(({ unitIds }) => unitIds ?? [])) };
  });
}
