import type { Role } from '../contract/roles.ts';
import type { Session } from './schema.ts';

/** Roles that count only towards the records of one's own unit. */
const ownUnitOnly: readonly Role[] = ['unit-officer', 'unit-leader', 'citizen', 'anonymous'];

type Asking = Pick<Session, 'roles' | 'unitId'>;

/** Whether somebody sees the records of every unit of the tenant, or only those of the own unit. */
export function seesAllUnits({ roles }: Asking): boolean {
  return roles.some((role) => !ownUnitOnly.includes(role));
}

/** The roles of the whole tenant that somebody holds, among those named: with them one acts for any unit. */
export function holdsTenantRole({ roles }: Asking, among: readonly Role[]): boolean {
  return roles.some((role) => among.includes(role) && !ownUnitOnly.includes(role));
}

/** Who sees and changes records that belong to units. */
export interface RowPolicy<Field extends string> {
  /** The fields that name the units a record belongs to. */
  unitFields: readonly Field[];
  /** A record that somebody may not see is “not found” to them: that it exists is already knowledge. */
  maySee(record: Readonly<Record<Field, string | null>>, session: Asking): boolean;
  /** The roles somebody holds towards one record: those of a unit count only where the record is that unit's. */
  rolesTowards(record: Readonly<Record<Field, string | null>>, session: Asking): Role[];
}

/**
 * Records that belong to the units these fields name: their people see and change them, the others of the tenant see all.
 *
 * @example const casePolicy = ownedBy('unitId');
 */
export function ownedBy<Field extends string>(...unitFields: readonly Field[]): RowPolicy<Field> {
  const isOwn = (record: Readonly<Record<Field, string | null>>, { unitId }: Asking) =>
    unitId !== null && unitFields.some((field) => record[field] === unitId);
  return {
    unitFields,
    maySee: (record, session) => seesAllUnits(session) || isOwn(record, session),
    rolesTowards: (record, session) =>
      isOwn(record, session) ? session.roles : session.roles.filter((role) => !ownUnitOnly.includes(role)),
  };
}
