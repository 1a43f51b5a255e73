import type { Role } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { eq, or, sql, type Column, type SQL } from 'drizzle-orm';

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
