import type { Endpoint } from '@dvk/sdk/contract';
import { holdsTenantRole, seesAllUnits, type RowPolicy, type Session } from '@dvk/sdk/session';
import { eq, or, sql, type Column, type SQL } from 'drizzle-orm';
import { HttpProblem } from '../problems/problem.ts';

/**
 * The condition for rows that somebody may see: all of the tenant, those where one of the columns is the own unit, or none
 * for staff without a unit. The same as `maySee` of a `RowPolicy`, as SQL.
 */
export function visibleByUnit(session: Session, ...columns: Column[]): SQL | undefined {
  const { unitId } = session;
  if (seesAllUnits(session)) return undefined;
  return unitId === null ? sql`false` : or(...columns.map((column) => eq(column, unitId)));
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
 * The unit somebody acts for at an endpoint; `null` for those let in by a role of the whole tenant, who act for any.
 *
 * @throws HttpProblem `forbidden` for a unit's member whose token names no unit
 */
export function actingUnit(session: Session, endpoint: Endpoint): string | null {
  if (holdsTenantRole(session, endpoint.roles)) return null;
  if (session.unitId === null) throw new HttpProblem('forbidden');
  return session.unitId;
}
