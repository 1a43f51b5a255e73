import { addDays } from '../text/add-days.ts';
import { grantHolds, type HeldGrant } from './reach.ts';
import type { Person } from './schema.ts';

/**
 * What an administrator looks for in the list: who is there, and of these who holds a role, holds one that ends soon or was
 * delegated, holds none, or has not signed in for long; and who has left. Somebody may be several of these.
 */
export const personStandings = [
  'present',
  'in-force',
  'delegated',
  'ends-soon',
  'idle',
  'without-role',
  'left',
] as const;
export type PersonStanding = (typeof personStandings)[number];

/** A role ends soon if it ends within so many days, where a province has not decided otherwise. */
export const usualRoleEndsSoonDays = 30;
/** Who has not signed in for so many days is named, where a province has not decided otherwise. */
export const usualIdleDays = 90;

/** Whether a role that holds on a day ends soon after it. */
export function endsSoon({ to }: Pick<HeldGrant, 'to'>, day: string, soonDays = usualRoleEndsSoonDays): boolean {
  return to !== null && to <= addDays(day, soonDays);
}

/** Whether somebody has not signed in for long. */
export function isIdle(
  { lastSignInAt, createdAt }: Pick<Person, 'lastSignInAt' | 'createdAt'>,
  now: string,
  idleDays = usualIdleDays,
): boolean {
  return Date.parse(lastSignInAt ?? createdAt) < Date.parse(now) - idleDays * 24 * 60 * 60 * 1000;
}

/** All that somebody is in the list on a day. */
export function standingsOf(
  person: Pick<Person, 'leftOn' | 'lastSignInAt' | 'createdAt'>,
  grants: readonly (HeldGrant & { basisId: string | null })[],
  { day, now, soonDays, idleDays }: { day: string; now: string; soonDays?: number; idleDays?: number },
): PersonStanding[] {
  if (person.leftOn !== null) return ['left'];
  const held = grants.filter((grant) => grantHolds(grant, day));
  const standings: Record<PersonStanding, boolean> = {
    present: true,
    'in-force': held.length > 0,
    delegated: held.some(({ basisId }) => basisId !== null),
    'ends-soon': held.some((grant) => endsSoon(grant, day, soonDays)),
    idle: isIdle(person, now, idleDays),
    'without-role': held.length === 0,
    left: false,
  };
  return personStandings.filter((each) => standings[each]);
}
