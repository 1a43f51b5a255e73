import { isProblem } from '@dvk/sdk/client';
import { staff, type Role } from '@dvk/sdk/contract';
import type { Session } from './connection.ts';
import type { RequestRunner } from './request-runner.ts';

/**
 * The person whose data a widget shows. Somebody who signs in again, e.g. because the session had ended, finds everything as
 * it was; somebody else must see nothing of it.
 */
export class SignedInPerson {
  /** Their session; `undefined` as long as it is not known. */
  session: Session | undefined;
  readonly #requests: RequestRunner;

  constructor(requests: RequestRunner) {
    this.#requests = requests;
  }

  /** `''` for a visitor who is not signed in. */
  get subject(): string {
    return subjectOf(this.session);
  }

  get roles(): readonly Role[] {
    return this.session?.roles ?? [];
  }

  /** Whether they have one of these roles. */
  has(...roles: readonly Role[]): boolean {
    return this.roles.some((role) => roles.includes(role));
  }

  /** Whether they work for a unit or the movement, and are not a citizen or a visitor. */
  get isStaff(): boolean {
    return this.has(...staff);
  }

  /** Whether a session is theirs. */
  isSame(session: Session | undefined): boolean {
    return subjectOf(session) === this.subject;
  }

  /**
   * From now on the widget works for the person of this session. True if that is the same one as before, whose data may stay;
   * a request that was refused because their session had ended, or because of somebody else’s, can then be sent again.
   */
  change(session: Session | undefined): boolean {
    const isSame = this.isSame(session);
    this.session = session;
    const { failure } = this.#requests;
    if (
      isProblem(failure, 'subject-mismatch') ||
      (isSame && (isProblem(failure, 'unauthenticated') || isProblem(failure, 'sign-in-again')))
    )
      this.#requests.forget();
    return isSame;
  }
}

function subjectOf(session: Session | undefined): string {
  return session?.subject ?? '';
}
