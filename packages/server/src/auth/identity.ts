import type { Scope } from '@dvk/sdk/accounts';
import type { Session } from '@dvk/sdk/session';

/** Whom an issuer may sign in: members of staff alone, citizens alone, or both. */
export type SignsIn = 'staff' | 'citizens' | 'everyone';

/** Who asks, as their sign-in service names them. */
export interface Identity extends Session {
  /** The service; without it there is one alone. */
  issuer?: string;
  /** Whom the service may sign in; everybody without it. */
  signsIn?: SignsIn;
  /**
   * When they proved who they are, RFC 3339; `null` where their service does not say, or it was not strong enough. Absent where
   * it does not count: of tokens whose issuer says no such thing.
   */
  provenAt?: string | null;
  /** By which an invitation is recognised, in lower case: the subject, and what the service has verified. */
  identifiers?: readonly string[];
  /** Of a program: what it may do. Its session is as it stands, whatever the list of people says. */
  scopes?: readonly Scope[];
}

/** The session of a signed-out visitor. */
export function anonymousSession(tenant: string): Session {
  return { subject: null, name: null, roles: ['anonymous'], unitId: null, tenant };
}
