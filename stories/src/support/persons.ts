import type { Session } from '@dvk/sdk/session';
import { sampleSession, sampleUnits } from '@dvk/sdk/testing';

const { officer } = sampleSession;
const { unit } = sampleUnits;

/** A member of the sample unit with these roles; a new person for each story, so that drafts are not shared. */
export function signedIn(...roles: Session['roles']): Session {
  return officer(`sample ${crypto.randomUUID()}`, { roles });
}

/** The persons of the journeys. Their key is the token they sign in with. */
export const persons = {
  visitor: sampleSession.visitor,
  officer: officer('officer', { name: 'Nguyễn Văn A' }),
  appraiser: officer('appraiser', { name: 'Trần Thị B', roles: ['appraiser'], unitId: null }),
  secretariat: officer('secretariat', { name: 'Lê Văn C', roles: ['secretariat'], unitId: null }),
} as const satisfies Record<string, Session>;
export type Person = keyof typeof persons;

/** The person whose token a request carries – as the control of `getToken` gives it –, else whom the story is about. */
export const personOf = (request: Request, otherwise: () => Session): Session =>
  persons[request.headers.get('authorization')?.replace('Bearer ', '') as Person] ?? otherwise();

/** The unit that the officer works for. */
export { unit };
