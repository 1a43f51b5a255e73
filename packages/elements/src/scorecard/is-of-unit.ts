import type { Session } from '@dvk/sdk/session';

/** Whether a person scores for a unit of their own. */
export function isOfUnit({ roles, unitId }: Session): boolean {
  return unitId !== null && (roles.includes('unit-officer') || roles.includes('unit-leader'));
}
