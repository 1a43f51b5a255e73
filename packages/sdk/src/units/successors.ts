import type { CaseTopic } from '../contract/topics.ts';
import { dayAfter, isAlive, type StoredUnit } from './stored-unit.ts';

/** What is needed of a unit to follow its work. */
export type Followed = Pick<StoredUnit, 'id' | 'validFrom' | 'validTo' | 'successorIds'>;

/**
 * The units that do the work of a unit on a day: itself as long as it exists, then those that continue it, and those that
 * continue them. Empty where nobody does.
 */
export function successorsOf(units: readonly Followed[], id: string, day: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return lineOf(byId, id, day).flatMap((unit) => (!hasSuccessorsOn(unit, day) && isAlive(unit, day) ? [unit.id] : []));
}

/** A unit with those that continue it on a day, and those that did so before them. */
export function lineOf<Unit extends Followed>(units: ReadonlyMap<string, Unit>, id: string, day: string): Unit[] {
  const found = new Map<string, Unit>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const unit = units.get(next);
    if (!unit || found.has(next)) continue;
    found.set(next, unit);
    if (hasSuccessorsOn(unit, day)) open.push(...[...unit.successorIds].reverse());
  }
  return [...found.values()];
}

const hasSuccessorsOn = ({ validTo, successorIds }: Followed, day: string): boolean =>
  successorIds.length > 0 && validTo !== null && dayAfter(validTo) <= day;

/** What was counted for a unit. */
export interface UnitFigure {
  unitId: string;
  value: number;
}

/**
 * Figures as they count on a day: those of units that were merged or split under their successors, so that their sum stays the
 * same. After a split they count for the first successor, which took over what none of the others did; nobody can tell from
 * a number alone what belonged to whom. What nobody continues stays under the unit that it was counted for. The figures
 * themselves keep the unit that they were made by.
 *
 * @returns sums by unit
 */
export function rollup(units: readonly Followed[], figures: readonly UnitFigure[], day: string): Map<string, number> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const heirs = new Map<string, string>();
  function heirOf(id: string): string {
    const known = heirs.get(id);
    if (known !== undefined) return known;
    // What leads back to itself stays where it is.
    heirs.set(id, id);
    const unit = byId.get(id);
    const [next] = unit && hasSuccessorsOn(unit, day) ? unit.successorIds : [];
    const heir = next !== undefined && byId.has(next) ? heirOf(next) : id;
    heirs.set(id, heir);
    return heir;
  }
  const sums = new Map<string, number>();
  for (const { unitId, value } of figures) {
    const heir = heirOf(unitId);
    sums.set(heir, (sums.get(heir) ?? 0) + value);
  }
  return sums;
}

/** How many of the units that had to do something have done it. */
export interface Coverage {
  /** The units that exist on the due date. */
  total: number;
  done: number;
  /** Those that have not done it. */
  missing: string[];
}

/** How far units have done what was due on a day: only those that exist on that day had to. */
export function coverage(units: readonly Followed[], done: ReadonlySet<string>, dueDate: string): Coverage {
  const due = units.filter((unit) => isAlive(unit, dueDate));
  const missing = due.filter(({ id }) => !done.has(id)).map(({ id }) => id);
  return { total: due.length, done: due.length - missing.length, missing };
}

/** What is needed of a unit to find out who goes on with its open cases. */
type Handler = Followed & Pick<StoredUnit, 'placeCode' | 'topics'>;

/**
 * The unit that goes on with an open case of a unit on a day: the unit itself as long as it exists; after that, of its
 * successors, the unit of the commune of the case, else one that is responsible for its topic, else the first.
 */
export function heirOfCase<Unit extends Handler>(
  units: ReadonlyMap<string, Unit>,
  { unitId, communeCode, topic }: { unitId: string; communeCode: string; topic: CaseTopic },
  day: string,
): Unit | undefined {
  const seen = new Set<string>();
  let heir = units.get(unitId);
  while (heir && hasSuccessorsOn(heir, day) && !seen.has(heir.id)) {
    seen.add(heir.id);
    const successors = heir.successorIds.flatMap((id) => units.get(id) ?? []);
    heir =
      successors.find(({ placeCode }) => placeCode === communeCode) ??
      successors.find(({ topics }) => topics.includes(topic)) ??
      successors[0];
  }
  return heir && isAlive(heir, day) ? heir : undefined;
}
