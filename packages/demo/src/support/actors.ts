import type { EventActor } from '@dvk/server';

/** Who takes the steps of the histories. */
export const secretariat: EventActor = { subject: 'demo-secretariat', roles: ['secretariat'], unitId: null };
export const appraiser: EventActor = { subject: 'demo-appraiser', roles: ['appraiser'], unitId: null };
/** Somebody who sends a report without signing in. */
export const visitor: EventActor = { subject: null, roles: ['anonymous'], unitId: null };
/** The sender of a case, known by its secret. */
export const sender: EventActor = { subject: null, roles: ['sender'], unitId: null };

/** A member of staff of a unit; of the demo unit, the very person that visitors can sign in as. */
export function staffOf(unitId: string, role: 'unit-officer' | 'unit-leader', demoUnitId: string): EventActor {
  const subject = unitId === demoUnitId ? `demo-${role}` : `demo-${role}-${unitId.slice(0, 8)}`;
  return { subject, roles: [role], unitId };
}
