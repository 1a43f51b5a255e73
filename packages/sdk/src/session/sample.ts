import { unit } from '../units/sample.ts';
import type { Session } from './schema.ts';

/** A visitor who has not signed in. */
export const visitor: Session = { subject: null, name: null, roles: ['anonymous'], unitId: null, tenant: 'demo' };

/** An officer of the sample unit. */
export function officer(subject: string, changes: Partial<Session> = {}): Session {
  return { subject, name: 'Nguyễn Văn A', roles: ['unit-officer'], unitId: unit.id, tenant: 'demo', ...changes };
}
