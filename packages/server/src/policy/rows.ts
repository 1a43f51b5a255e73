import type { Role } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { eq, sql, type Column, type SQL } from 'drizzle-orm';

/** Roles that see the rows of every unit. */
const wholeTenant: readonly Role[] = ['appraiser', 'secretariat', 'inspector', 'administrator'];

/** Whether somebody sees the rows of every unit of the tenant, or only those of the own unit. */
export function seesAllUnits(session: Session): boolean {
  return session.roles.some((role) => wholeTenant.includes(role));
}

/**
 * Which rows of a unit's table somebody may see: all of the tenant, or the own unit's, or – for staff without a unit –
 * none. A row outside is "not found", never "forbidden": that it exists is already knowledge.
 */
export function visibleByUnit(session: Session, unit: Column): SQL | undefined {
  if (seesAllUnits(session)) return undefined;
  return session.unitId === null ? sql`false` : eq(unit, session.unitId);
}
