import type { Endpoint } from '@dvk/sdk/contract';
import { holdsTenantRole, seesAllUnits, unitsOf, type RowPolicy, type Session } from '@dvk/sdk/session';
import { eq, or, sql, type Column, type SQL } from 'drizzle-orm';
import { HttpProblem } from '../problems/problem.ts';

/**
 * The condition for rows that somebody may see: all of the tenant, those where one of the columns is a unit of theirs, or none
 * for staff without a unit. The same as `maySee` of a `RowPolicy`, as SQL.
 */
export function visibleByUnit(session: Session, ...columns: Column[]): SQL | undefined {
  if (seesAllUnits(session)) return undefined;
  const [unitId, ...others] = unitsOf(session);
  if (unitId === undefined) return sql`false`;
  if (others.length === 0) return or(...columns.map((column) => eq(column, unitId)));
  // One parameter, however many units there are.
  return or(...columns.map((column) => sql`${column} = ANY(${sql.param([unitId, ...others])}::uuid[])`));
}

/** Refuses a change of a row that somebody may see but, in the roles held towards it, not change. */
export function requireRoleTowards<Field extends string>(
  session: Session,
  endpoint: Endpoint,
  policy: RowPolicy<Field>,
  row: Readonly<Record<Field, string | null>>,
): void {
  if (!policy.rolesTowards(row, session).some((role) => endpoint.roles.includes(role))) {
    throw new HttpProblem('forbidden');
  }
}

/**
 * The units somebody acts for at an endpoint, the own one first; `null` for those let in by a role of the whole tenant, who act
 * for any.
 *
 * @throws HttpProblem `forbidden` for a unit's member whose token names no unit
 */
export function actingUnits(session: Session, endpoint: Endpoint): readonly string[] | null {
  if (holdsTenantRole(session, endpoint.roles)) return null;
  const units = unitsOf(session);
  if (units.length === 0) throw new HttpProblem('forbidden');
  return units;
}
