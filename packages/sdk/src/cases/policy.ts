import { ownedBy } from '../session/rows.ts';
import type { Session } from '../session/schema.ts';
import type { Case } from './schema.ts';

/** A case belongs to the unit it is assigned to. */
export const casePolicy = ownedBy('unitId');

/** Whether the viewer may read the sender's contact data. */
export function maySeeSender({ roles }: Pick<Session, 'roles'>): boolean {
  return roles.includes('secretariat');
}

/** A case as the viewer may see it. */
export function visibleCase<Record extends Pick<Case, 'sender'>>(
  record: Record,
  session: Pick<Session, 'roles'>,
): Record {
  return maySeeSender(session) ? record : { ...record, sender: null };
}
