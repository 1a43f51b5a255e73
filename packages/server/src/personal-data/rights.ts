import type { Endpoint } from '@dvk/sdk/contract';
import { holdsTenantRole } from '@dvk/sdk/session';
import type { Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';

/** Lets in only who holds one of the roles for the whole tenant: requests belong to no unit, and may be about any case. */
export function requireWholeTenant({ roles }: Endpoint, { session }: Pick<Context, 'session'>): void {
  if (!holdsTenantRole(session, roles)) throw new HttpProblem('forbidden');
}
