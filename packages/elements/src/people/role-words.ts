import type { Grant } from '@dvk/sdk/people';
import { endsSoon } from '@dvk/sdk/people';
import { formatDate } from '@dvk/sdk/text';
import type { people } from './vi.ts';

type Texts = typeof people;

/** Where a role counts: “Sở Nội vụ, cả cấp dưới”. */
export function placeOf(
  { unitId, unitName, withSubtree }: Pick<Grant, 'unitId' | 'unitName' | 'withSubtree'>,
  texts: Texts,
): string {
  if (unitId === null) return texts.wholeTenant;
  const name = unitName ?? '…';
  return withSubtree ? texts.withSubtree(name) : name;
}

/** From when to when: “01/01/2026 – không hạn”. */
export function termOf({ from, to }: Pick<Grant, 'from' | 'to'>, texts: Texts, day: string): string {
  if (to === null) return texts.noEnd(formatDate(from));
  return to === day ? texts.endsToday(formatDate(to)) : texts.fromTo(formatDate(from), formatDate(to));
}

/** Whether a role is about to end: that is said in another colour. */
export const isEnding = (grant: Pick<Grant, 'holds' | 'to'>, day: string, soonDays?: number): boolean =>
  grant.holds && endsSoon(grant, day, soonDays);

/** The role that a line of the list names: what holds before what is to come, the newest first. */
export const mainRole = (roles: readonly Grant[]): Grant | undefined => roles.find(({ holds }) => holds) ?? roles[0];
