import type { Endpoint } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { HttpProblem, signInNeeded } from '../problems/problem.ts';

/** Lets only the roles the contract names call an endpoint. Which rows they then see is decided by each area's rows. */
export function requireRole(endpoint: Endpoint, session: Session): void {
  if (session.roles.some((role) => endpoint.roles.includes(role))) return;
  if (session.subject === null) throw signInNeeded('there is no token');
  throw new HttpProblem('forbidden', { reason: `${session.roles.join(', ')}: none of these roles may do this` });
}
