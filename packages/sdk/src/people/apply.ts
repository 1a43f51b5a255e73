import { refusalFor, type Outcome, type Refusal } from '../lifecycle/outcome.ts';
import { personFields, type Ending, type PeopleEvent } from './events.ts';
import type { Reach } from './reach.ts';
import { basisOf, checkGrant, type OwnGrant } from './rules.ts';
import type { Grant, NewGrant, NewPerson, Person, PersonChange } from './schema.ts';

/** A person as it is stored. */
export type PersonRecord = Pick<Person, 'name' | 'title' | 'unitId' | 'invitation' | 'leftOn'> & {
  /** Who the sign-in service says they are; `null` until the first sign-in. */
  subject: string | null;
};

/** Where a person stands. */
export function stateOf({ subject, leftOn }: Pick<PersonRecord, 'subject' | 'leftOn'>): Person['state'] {
  if (leftOn !== null) return 'left';
  return subject === null ? 'invited' : 'active';
}

type Changes = Partial<PersonRecord & { issuer: string }>;
type PersonOutcome = Outcome<Changes, PeopleEvent>;

/** An invitation as it is stored: sign-in services write the same address in capital letters and small ones. */
const asStored = (invitation: string) => invitation.toLowerCase();

/** Somebody is to sign in. */
export function applyAddition({ title = '', invitation, ...person }: NewPerson) {
  const event: PeopleEvent = { kind: 'person.added', data: { unitId: person.unitId } };
  return { changes: { ...person, title, invitation: asStored(invitation) }, event };
}

const hasLeft: Refusal = {
  refused: 'transition-not-allowed',
  detail: { vi: 'Người này không còn công tác ở đây.', en: 'This person has left.' },
};

/** What is known of a person is put right. Who has signed in once cannot be invited as somebody else. */
export function applyPersonChange(person: PersonRecord, { invitation, ...rest }: PersonChange): PersonOutcome {
  if (person.leftOn !== null) return hasLeft;
  const change = { ...rest, ...(invitation !== undefined && { invitation: asStored(invitation) }) };
  const given = personFields.filter((field) => change[field] !== undefined && change[field] !== person[field]);
  if (given.includes('invitation') && person.subject !== null)
    return { refused: 'validation-failed', issues: [{ pointer: '/invitation', code: 'signed-in-already' }] };
  const changes = Object.fromEntries(given.map((field) => [field, change[field]]));
  return { changes, event: { kind: 'person.changed', data: { fields: given } } };
}

/** The first sign-in: from now on the person is known by what the sign-in service calls them. */
export function applyFirstSignIn(person: PersonRecord, who: { issuer: string; subject: string }): PersonOutcome {
  if (person.subject !== null || person.leftOn !== null) return { refused: 'transition-not-allowed' };
  return { changes: who, event: { kind: 'person.signed-in-first', data: {} } };
}

/** Somebody leaves: all that they hold ends with it, and all that they delegated. */
export function applyLeaving(person: PersonRecord, day: string): PersonOutcome {
  if (person.leftOn !== null) return hasLeft;
  return { changes: { leftOn: day }, event: { kind: 'person.left', data: {} } };
}

/** Somebody who had left is back, without the roles of before. */
export function applyReturn(person: PersonRecord): PersonOutcome {
  if (person.leftOn === null) return { refused: 'transition-not-allowed' };
  return { changes: { leftOn: null }, event: { kind: 'person.returned', data: {} } };
}

/** Who gives a role. */
export interface Giver {
  /** Their id in the list; `null` for an administrator whom only the token names. */
  personId: string | null;
  administrator: boolean;
  /** What they hold themselves. */
  grants: readonly OwnGrant[];
}

const toOneself: Refusal = {
  refused: 'forbidden',
  detail: {
    vi: 'Không ai tự giao vai trò cho mình: vui lòng nhờ một quản trị khác.',
    en: 'Nobody gives a role to themselves: ask another administrator.',
  },
};

/**
 * A role is given: by an administrator any, by a leader some of their own, see `basisOf`.
 *
 * @param isGiver - whether the receiver is the giver
 */
export function applyGrant(
  wanted: NewGrant,
  receiver: { id: string; leftOn: string | null; isGiver: boolean },
  { personId, administrator, grants }: Giver,
  at: { day: string; reach: Reach },
): Outcome<NewGrant & Pick<Grant, 'personId' | 'delegatedBy' | 'basisId'>, PeopleEvent> {
  if (receiver.isGiver) return toOneself;
  if (receiver.leftOn !== null) return hasLeft;
  const refusal = refusalFor(checkGrant(wanted));
  if (refusal) return refusal;
  let basisId: string | null = null;
  if (!administrator) {
    const found = basisOf(wanted, grants, at);
    if ('issues' in found) return { refused: 'validation-failed', issues: found.issues };
    basisId = found.basis.id;
  }
  const from = { personId: receiver.id, delegatedBy: basisId === null ? null : personId, basisId };
  const { reason: _, ...terms } = wanted;
  return { changes: { ...wanted, ...from }, event: { kind: 'grant.given', data: { ...terms, ...from } } };
}

/** A grant ends at once. A leader ends what they delegated, an administrator any. */
export function applyEnding(
  grant: Pick<Grant, 'personId' | 'endedAt' | 'delegatedBy'>,
  { reason, now, because }: { reason: string; now: string; because: Ending },
): Outcome<Pick<Grant, 'endedAt' | 'endReason'>, PeopleEvent> {
  if (grant.endedAt !== null) return { refused: 'transition-not-allowed' };
  return {
    changes: { endedAt: now, endReason: reason },
    event: { kind: 'grant.ended', data: { personId: grant.personId, because } },
  };
}

/** The grants that end with others because they were delegated from them. */
export function endingWith<G extends Pick<Grant, 'id' | 'basisId' | 'endedAt'>>(
  grants: readonly G[],
  ended: readonly { id: string }[],
): G[] {
  const ids = new Set(ended.map(({ id }) => id));
  return grants.filter(({ basisId, endedAt }) => endedAt === null && basisId !== null && ids.has(basisId));
}
