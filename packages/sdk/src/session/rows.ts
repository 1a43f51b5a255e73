import { type Role, unitStaff } from '../contract/roles.ts';
import type { Session } from './schema.ts';

/** Roles that count only towards the records of one's own unit. */
const ownUnitOnly: readonly Role[] = [...unitStaff, 'citizen', 'anonymous'];

type Viewer = Pick<Session, 'roles' | 'unitId'>;

/** Whether the viewer sees the records of every unit of the tenant, or only those of the own unit. */
export function seesAllUnits({ roles }: Viewer): boolean {
  return roles.some((role) => !ownUnitOnly.includes(role));
}

/** Whether the viewer holds one of these roles for the whole tenant, and so may act for any unit. */
export function holdsTenantRole({ roles }: Viewer, among: readonly Role[]): boolean {
  return roles.some((role) => among.includes(role) && !ownUnitOnly.includes(role));
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
  const isOwn = (record: Readonly<Record<Field, string | null>>, { unitId }: Viewer) =>
    unitId !== null && unitFields.some((field) => record[field] === unitId);
  return {
    unitFields,
    maySee: (record, session) => seesAllUnits(session) || isOwn(record, session),
    rolesTowards: (record, session) =>
      isOwn(record, session) ? session.roles : session.roles.filter((role) => !ownUnitOnly.includes(role)),
  };
}
