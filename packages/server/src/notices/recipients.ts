import type { Session } from '@dvk/sdk/session';
import { ownerHash } from '../cases/owner.ts';
import type { Keyring } from '../secrets/keyring.ts';

type Named = Pick<Session, 'tenant' | 'subject' | 'personId'>;

/** A person of the list, as notices know them. */
export const personRecipient = (id: string) => `person/${id}`;

/** Who sent a case that they did not link to themselves: they have mail alone. */
export const senderRecipient = (caseId: string) => `sender/${caseId}`;

/** Who linked cases to themselves; the database does not tell who it is. */
export const ownerRecipient = (owner: Buffer) => `owner/${owner.toString('hex')}`;

/** Stands for what the sign-in service calls somebody. */
export function subjectHash(keyring: Keyring, tenant: string, subject: string): Buffer {
  return keyring.mac('notice-reader', tenant, subject);
}

/** As whom somebody is told of their work, and says how: in the list of people, or by their token alone. */
export function mainRecipient(keyring: Keyring, { tenant, subject, personId }: Named): string {
  if (personId !== undefined) return personRecipient(personId);
  return `reader/${subjectHash(keyring, tenant, subject!).toString('hex')}`;
}

/** As whom somebody may have been told something: of their work, or of cases that they sent. */
export function recipientsOf(keyring: Keyring, session: Session): string[] {
  return [mainRecipient(keyring, session), ownerRecipient(ownerHash(keyring, session))];
}
