import { exactKey } from '../text/fold.ts';
import type { UnitTree } from './schema.ts';
import { endOfTime, parentField, periodsOf, type StoredUnit, type UnitPeriod } from './stored-unit.ts';

/** The units of a tenant, to be looked up. */
export interface UnitIndex {
  units: readonly StoredUnit[];
  get(id: string): StoredUnit | undefined;
  periods(unit: StoredUnit): readonly UnitPeriod[];
  /** The units that share a value with others that must not. */
  having(field: UniqueField, value: string): readonly StoredUnit[];
  /** Those that stand, or stood, right below a unit. */
  childrenOf(id: string): readonly StoredUnit[];
  predecessorsOf(id: string): readonly StoredUnit[];
}

/** What no two units may have in common: for ever, or at the same time. */
export const uniqueFields = ['code', 'externalId', 'identificationCode', 'name'] as const;
export type UniqueField = (typeof uniqueFields)[number];

/** What is compared: spellings of the same name are one, and names must differ only among units of one kind in one place. */
export function uniqueValue(unit: StoredUnit, field: UniqueField): string | null {
  switch (field) {
    case 'identificationCode':
      return unit.identificationCode?.canonical ?? null;
    case 'name':
      return [unit.kind, unit.partyParentId, unit.administrativeParentId, exactKey(unit.name)].join('/');
    default: {
      const value = unit[field];
      return value === null ? null : exactKey(value);
    }
  }
}

/** Prepares units to be looked up; what is not asked for is not made. */
export function indexUnits(units: readonly StoredUnit[]): UnitIndex {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const periods = new Map<StoredUnit, readonly UnitPeriod[]>();
  const grouped = new Map<string, Map<string, StoredUnit[]>>();

  /** Units by each of the keys that they have. */
  function groups(name: string, keysOf: (unit: StoredUnit) => Iterable<string | null>): Map<string, StoredUnit[]> {
    let made = grouped.get(name);
    if (made) return made;
    made = new Map();
    for (const unit of units)
      for (const key of new Set(keysOf(unit))) {
        if (key === null) continue;
        const group = made.get(key);
        if (group) group.push(unit);
        else made.set(key, [unit]);
      }
    grouped.set(name, made);
    return made;
  }

  const index: UnitIndex = {
    units,
    get: (id) => byId.get(id),
    periods(unit) {
      const known = periods.get(unit) ?? periodsOf(unit);
      periods.set(unit, known);
      return known;
    },
    having: (field, value) => groups(field, (unit) => [uniqueValue(unit, field)]).get(value) ?? [],
    childrenOf: (id) => groups('parent', (unit) => index.periods(unit).flatMap(parentsOf)).get(id) ?? [],
    predecessorsOf: (id) => groups('successor', ({ successorIds }) => successorIds).get(id) ?? [],
  };
  return index;
}

const parentsOf = ({ partyParentId, administrativeParentId }: UnitPeriod) => [partyParentId, administrativeParentId];

/** No tree has more levels: deeper ones are a mistake, and looking through them must not take long. */
export const mostLevels = 50;

/**
 * What is wrong with the line of units above a unit in a tree, on any day: that it leads back to the unit, or has too many
 * levels.
 */
export function faultAbove(
  index: UnitIndex,
  unit: StoredUnit,
  tree: UnitTree,
): 'inside-itself' | 'too-deep' | undefined {
  const field = parentField[tree];
  let isTooDeep = false;

  function leadsBack(node: StoredUnit, from: string, to: string, level: number): boolean {
    if (level > mostLevels) {
      isTooDeep = true;
      return false;
    }
    const periods = index.periods(node);
    return periods.some((period, at) => {
      // The first and last state of another unit hold beyond its dates, so that not even a wrong date hides a circle.
      const begin = at === 0 && node !== unit ? '' : period.from;
      const end = at === periods.length - 1 && node !== unit ? endOfTime : period.to;
      const parentId = period[field];
      const [latest, earliest] = [from > begin ? from : begin, to < end ? to : end];
      if (parentId === null || latest > earliest) return false;
      if (parentId === unit.id) return true;
      const parent = index.get(parentId);
      return parent !== undefined && leadsBack(parent, latest, earliest, level + 1);
    });
  }
  return leadsBack(unit, '', endOfTime, 1) ? 'inside-itself' : isTooDeep ? 'too-deep' : undefined;
}
