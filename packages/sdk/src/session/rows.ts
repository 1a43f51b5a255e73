import { type Role, unitStaff } from '../contract/roles.ts';
import type { Session, SessionGrant } from './schema.ts';

/** Roles that count only towards the records of one's own unit. */
const ownUnitOnly: readonly Role[] = [...unitStaff, 'citizen', 'anonymous'];

type Viewer = Pick<Session, 'roles' | 'unitId' | 'grants'>;

/** Whether a role sees all of a record, and not only the part that is its unit's. */
export const countsForAllUnits = (role: Role): boolean => !ownUnitOnly.includes(role);

const holdsInTenant = ({ role, unitIds }: SessionGrant) => unitIds === null && countsForAllUnits(role);

/** Every value once, in the order in which it came first. */
export const uniqueOf = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** Whether the viewer sees the records of every unit of the tenant, or only those of some. */
export function seesAllUnits({ roles, grants }: Viewer): boolean {
  return grants ? grants.some(holdsInTenant) : roles.some(countsForAllUnits);
}

/** Whether the viewer holds one of these roles for the whole tenant, and so may act for any unit. */
export function holdsTenantRole({ roles, grants }: Viewer, among: readonly Role[]): boolean {
  if (grants) return grants.some((grant) => holdsInTenant(grant) && among.includes(grant.role));
  return roles.some((role) => among.includes(role) && countsForAllUnits(role));
}

/** The units whose records the viewer sees, where it is not those of all; the one they work for comes first. */
export function unitsOf({ unitId, grants }: Viewer): readonly string[] {
  if (!grants) return unitId === null ? [] : [unitId];
  const units = uniqueOf(grants.flatMap(({ unitIds }) => unitIds ?? []));
  return unitId !== null && units.includes(unitId) ? uniqueOf([unitId, ...units]) : units;
}

/** The session with those grants alone that some roles give: what counts where only these roles are let in. */
export function grantsOfRoles(session: Session, roles: readonly Role[]): Session {
  if (!session.grants) return session;
  return { ...session, grants: session.grants.filter(({ role }) => roles.includes(role)) };
}

/**
 * The session of somebody with these rights, whatever was in it before; a citizen where there are none. Rights that roles and
 * one unit say as well are left to these.
 */
export function sessionWith(session: Session, rights: readonly SessionGrant[]): Session {
  const { grants: _, ...rest } = session;
  if (rights.length === 0) return { ...rest, roles: ['citizen'], unitId: null };
  const roles = uniqueOf(rights.map(({ role }) => role));
  const named = uniqueOf(rights.flatMap(({ unitIds }) => unitIds ?? []));
  const unitId = rest.unitId !== null && named.includes(rest.unitId) ? rest.unitId : (named[0] ?? rest.unitId);
  const isPlain = rights.every(({ role, unitIds }) =>
    unitIds === null ? countsForAllUnits(role) : !countsForAllUnits(role) && unitIds.length === 1 && named.length === 1,
  );
  return { ...rest, roles, unitId, ...(isPlain ? {} : { grants: [...rights] }) };
}

/** The rights that roles and one unit give, as grants. */
export function rightsOf({ roles, unitId, grants }: Viewer): readonly SessionGrant[] {
  if (grants) return grants;
  return roles.flatMap((role) => {
    if (countsForAllUnits(role)) return { role, unitIds: null };
    return unitStaff.some((each) => each === role) && unitId !== null ? { role, unitIds: [unitId] } : [];
  });
}

/** Who sees and changes records that belong to units. */
export interface RowPolicy<Field extends string> {
  /** The fields that name the units a record belongs to. */
  unitFields: readonly Field[];
  /** A record that the viewer may not see is answered as “not found”, so that not even its existence is disclosed. */
  maySee(record: Readonly<Record<Field, string | null>>, session: Viewer): boolean;
  /** The roles the viewer holds towards one record: those of a unit count only where the record is that unit's. */
  rolesTowards(record: Readonly<Record<Field, string | null>>, session: Viewer): Role[];
}

/**
 * Records that belong to the units named by these fields: members of those units see and change them, and roles for the
 * whole tenant see all of them.
 *
 * @example const casePolicy = ownedBy('unitId');
 */
export function ownedBy<Field extends string>(...unitFields: readonly Field[]): RowPolicy<Field> {
  const isOf = (record: Readonly<Record<Field, string | null>>, units: readonly string[]) =>
    unitFields.some((field) => record[field] !== null && units.includes(record[field]));
  return {
    unitFields,
    maySee: (record, session) => seesAllUnits(session) || isOf(record, unitsOf(session)),
    rolesTowards(record, session) {
      if (!session.grants)
        return isOf(record, unitsOf(session)) ? session.roles : session.roles.filter(countsForAllUnits);
      const towards = session.grants.filter((grant) => holdsInTenant(grant) || isOf(record, grant.unitIds ?? []));
      return uniqueOf(towards.map(({ role }) => role));
    },
  };
}
