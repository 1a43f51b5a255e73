import { staff } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { anonymousSession } from '../auth/index.ts';

/** Whether somebody works for the movement. */
export function isStaff({ roles }: Pick<Session, 'roles'>): boolean {
  return roles.some((role) => staff.some((each) => each === role));
}

/**
 * Who stands in records and in the ledger. Citizens do not: what they send is as anonymous as if they had not signed in, so that nobody
 * who reads there learns who sent it.
 */
export function namedSession(session: Session): Session {
  return isStaff(session) ? session : anonymousSession(session.tenant);
}
