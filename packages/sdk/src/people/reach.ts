import { uniqueOf } from '../session/rows.ts';
import type { SessionGrant } from '../session/schema.ts';
import type { Grant } from './schema.ts';

/** The role, the place and the time of a grant. */
export type GrantTerms = Pick<Grant, 'role' | 'unitId' | 'withSubtree' | 'from' | 'to' | 'endedAt'>;

/** A grant with the one that it was delegated from. */
export interface HeldGrant extends GrantTerms {
  basis: GrantTerms | null;
}

/** The units beneath a unit, and the unit itself. */
export type Subtree = (unitId: string) => ReadonlySet<string>;

/** For grants without a subtree, which need no trees. */
export const nothingBeneath: Subtree = (unitId) => new Set([unitId]);

/** A unit's place in the two trees. */
export interface UnitPlace {
  id: string;
  partyParentId: string | null;
  administrativeParentId: string | null;
}

/** Finds what lies beneath a unit in either tree. A circle of units is no trouble. */
export function subtreesOf(units: readonly UnitPlace[]): Subtree {
  const children = new Map<string, string[]>();
  for (const { id, partyParentId, administrativeParentId } of units)
    for (const parent of [partyParentId, administrativeParentId])
      if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id]);
  const known = new Map<string, ReadonlySet<string>>();
  return (unitId) => {
    const before = known.get(unitId);
    if (before) return before;
    const found = new Set([unitId]);
    // A set goes on to what is added while it is read.
    for (const each of found) for (const child of children.get(each) ?? []) found.add(child);
    known.set(unitId, found);
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
  subtree: Subtree,
): ReadonlySet<string> | null {
  if (unitId === null) return null;
  return withSubtree ? subtree(unitId) : new Set([unitId]);
}

/**
 * The rights that grants give on a day. Of a delegation only what the grant behind it still reaches counts: units may have
 * moved since.
 */
export function rightsOn(grants: readonly HeldGrant[], day: string, subtree: Subtree): SessionGrant[] {
  return grants
    .filter((grant) => grantHolds(grant, day))
    .map((grant) => {
      const own = unitsOfGrant(grant, subtree);
      const limit = grant.basis && unitsOfGrant(grant.basis, subtree);
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
