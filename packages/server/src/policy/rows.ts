import type { Endpoint, Role } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { eq, or, sql, type Column, type SQL } from 'drizzle-orm';
import { HttpProblem } from '../problems/problem.ts';

/** Roles that count only towards the rows of one's own unit. */
const ownUnitOnly: readonly Role[] = ['unit-officer', 'unit-leader', 'citizen', 'anonymous'];

/** Whether somebody sees the rows of every unit of the tenant, or only those of the own unit. */
export function seesAllUnits(session: Session): boolean {
  return session.roles.some((role) => !ownUnitOnly.includes(role));
}

/**
 * Which rows of a unit's table somebody may see: all of the tenant, or those where one of the columns names the own
 * unit, or – for staff without a unit – none. A row outside is "not found", never "forbidden": that it exists is
 * already knowledge.
 */
export function visibleByUnit(session: Session, ...columns: Column[]): SQL | undefined {
  const { unitId } = session;
  if (seesAllUnits(session)) return undefined;
  return unitId === null ? sql`false` : or(...columns.map((column) => eq(column, unitId)));
}

/** The roles somebody holds towards one row: those of a unit count only where the row is that unit's. */
export function rolesTowards(session: Session, unitIds: readonly (string | null)[]): Role[] {
  const own = session.unitId !== null && unitIds.includes(session.unitId);
  return session.roles.filter((role) => own || !ownUnitOnly.includes(role));
}

/**
 * Refuses a change of a row that somebody may see but, in the roles held towards it, not change.
 *
 * @param unitIds the units the row belongs to
 */
export function requireRoleTowards(session: Session, endpoint: Endpoint, unitIds: readonly (string | null)[]): void {
  if (!rolesTowards(session, unitIds).some((role) => endpoint.roles.includes(role))) throw new HttpProblem('forbidden');
}

/**
 * The unit somebody acts for at an endpoint; `null` for those let in by a role of the whole tenant, who act for any.
 *
 * @throws HttpProblem `forbidden` for a unit's member whose token names no unit
 */
export function actingUnit(session: Session, endpoint: Endpoint): string | null {
  if (session.roles.some((role) => endpoint.roles.includes(role) && !ownUnitOnly.includes(role))) return null;
  if (session.unitId === null) throw new HttpProblem('forbidden');
  return session.unitId;
}
