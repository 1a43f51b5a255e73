import type { FieldIssue } from '../contract/field-errors.ts';
import type { Role } from '../contract/roles.ts';
import { holdsOn, unitsOfGrant, type GrantTerms, type Reach } from './reach.ts';
import type { Grant, NewGrant } from './schema.ts';

/**
 * Where a role can count: in a unit, in the whole tenant, or in either. The secretariat reads who has sent a case, and an
 * administrator sets what holds for all: neither can be kept to one unit.
 */
export const placeOfRole: Readonly<Record<NewGrant['role'], 'unit' | 'tenant' | 'either'>> = {
  'unit-officer': 'unit',
  'unit-leader': 'unit',
  appraiser: 'either',
  inspector: 'either',
  secretariat: 'tenant',
  administrator: 'tenant',
};

/** Roles that may give roles: an administrator any, a leader some of their own for a time. */
export const grantingRoles = ['administrator', 'unit-leader'] as const satisfies readonly Role[];

/** What is wrong with a grant by itself. */
export function checkGrant({ role, unitId, withSubtree, from, to }: NewGrant): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const place = placeOfRole[role];
  if (place === 'unit' && unitId === null) issues.push({ pointer: '/unitId', code: 'required' });
  if (place === 'tenant' && unitId !== null) issues.push({ pointer: '/unitId', code: 'whole-tenant-only' });
  if (withSubtree && unitId === null && place !== 'unit')
    issues.push({ pointer: '/withSubtree', code: 'whole-tenant-only' });
  if (to !== null && to < from) issues.push({ pointer: '/to', code: 'end-before-start' });
  return issues;
}

/** A grant that its holder may delegate from. */
export type OwnGrant = GrantTerms & Pick<Grant, 'id' | 'basisId'>;

/** Whether everything that one grant reaches is reached by another too. */
function reaches(wide: GrantTerms, narrow: Pick<GrantTerms, 'unitId' | 'withSubtree'>, reach: Reach): boolean {
  const all = unitsOfGrant(wide, reach);
  const some = unitsOfGrant(narrow, reach);
  return all === null || (some !== null && [...some].every((unit) => all.has(unit)));
}

/**
 * The grant that somebody can delegate another from: of the same role, with all of its units, for all of its time, and not
 * itself a delegation. What is nearest to one tells what is wrong.
 *
 * @param day - today, `YYYY-MM-DD`
 */
export function basisOf(
  wanted: NewGrant,
  own: readonly OwnGrant[],
  { day, reach }: { day: string; reach: Reach },
): { basis: OwnGrant } | { issues: FieldIssue[] } {
  const { role, from, to } = wanted;
  const ofRole = own.filter((grant) => grant.role === role && holdsOn(grant, day));
  if (ofRole.length === 0) return { issues: [{ pointer: '/role', code: 'not-your-role' }] };
  const first = ofRole.filter(({ basisId }) => basisId === null);
  if (first.length === 0) return { issues: [{ pointer: '/role', code: 'delegated-to-you' }] };
  const wide = first.filter((grant) => reaches(grant, wanted, reach));
  if (wide.length === 0) return { issues: [{ pointer: '/unitId', code: 'beyond-your-units' }] };
  if (from < day) return { issues: [{ pointer: '/from', code: 'before-today', params: { today: day } }] };
  if (to === null) return { issues: [{ pointer: '/to', code: 'delegation-needs-end' }] };
  const basis = wide.find((grant) => grant.from <= from && (grant.to === null || to <= grant.to));
  if (basis) return { basis };
  const latest = wide.map((grant) => grant.to ?? '').reduce((a, b) => (a > b ? a : b));
  return { issues: [{ pointer: '/to', code: 'beyond-your-time', params: { latest } }] };
}
