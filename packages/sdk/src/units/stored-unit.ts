import { formatDay, parseDay } from '../calendar/dates.ts';
import type { FormerState, Unit, UnitRecord, UnitTree } from './schema.ts';

/** A unit as it is kept. */
export interface StoredUnit
  extends Unit, Pick<UnitRecord, 'externalId' | 'address' | 'phone' | 'email' | 'formerStates' | 'successorIds'> {
  identificationCode: { written: string; canonical: string } | null;
}

/** A time during which a unit had one name and one place in each tree, its first and last day included. */
export interface UnitPeriod extends Pick<FormerState, 'name' | 'partyParentId' | 'administrativeParentId'> {
  from: string;
  to: string;
}

/** The field that says what a unit stands below. */
export const parentField = {
  party: 'partyParentId',
  administrative: 'administrativeParentId',
} as const satisfies Record<UnitTree, keyof Unit>;

/** After every other day. */
export const endOfTime = '9999-12-31';

export const dayBefore = (day: string): string => formatDay(parseDay(day, '') - 1);
export const dayAfter = (day: string): string => formatDay(parseDay(day, '') + 1);

type Dated = Pick<Unit, 'validFrom' | 'validTo'>;

/** Whether a unit exists on a day, its last included. */
export function isAlive({ validFrom, validTo }: Dated, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** The times of a unit, oldest first: one, and one more for each time that it was renamed or moved. */
export function periodsOf(unit: Pick<StoredUnit, 'validFrom' | 'validTo' | 'formerStates'> & FormerLess): UnitPeriod[] {
  const { formerStates, validFrom, validTo, name, partyParentId, administrativeParentId } = unit;
  const states = [...formerStates, { name, partyParentId, administrativeParentId, to: validTo ?? endOfTime }];
  return states.map((state, index) => {
    const before = formerStates[index - 1];
    return { ...state, from: before ? dayAfter(before.to) : validFrom };
  });
}
type FormerLess = Omit<FormerState, 'to'>;

/** A unit with the name and the places in the trees that it has on a day. */
export function unitOn<Known extends FormerLess & { formerStates: readonly FormerState[] }>(
  unit: Known,
  day: string,
): Known {
  const former = unit.formerStates.find(({ to }) => day <= to);
  if (!former) return unit;
  const { name, partyParentId, administrativeParentId } = former;
  return { ...unit, name, partyParentId, administrativeParentId };
}
