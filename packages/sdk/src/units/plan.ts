import type { FieldIssue } from '../contract/field-errors.ts';
import type { Refusal } from '../lifecycle/outcome.ts';
import { refusalFor } from '../lifecycle/outcome.ts';
import { checkUnit } from './check.ts';
import type { UnitEvent } from './events.ts';
import type { StoredUnit } from './stored-unit.ts';
import { indexUnits } from './unit-index.ts';

/** One unit that is added or changed, and the event that tells of it. */
export type UnitWrite = { id: string; event: UnitEvent } & (
  | { added: StoredUnit; changes?: never }
  | { changes: Partial<StoredUnit>; added?: never }
);

/** What a request writes. */
export interface UnitPlan {
  writes: readonly UnitWrite[];
}

/** All units as they are after these writes. */
export function unitsAfter(units: readonly StoredUnit[], writes: readonly UnitWrite[]): StoredUnit[] {
  const byId = new Map(writes.map((write) => [write.id, write]));
  const kept = units.map((unit) => {
    const changes = byId.get(unit.id)?.changes;
    return changes ? { ...unit, ...changes } : unit;
  });
  return [...kept, ...writes.flatMap(({ added }) => added ?? [])];
}

/**
 * What is wrong with the units that are written, by their id: all that is wrong with a new one; in one that is changed only
 * what the change brings, so that an old fault does not stand in the way of another change.
 */
export function faultsOfWrites(
  units: readonly StoredUnit[],
  writes: readonly UnitWrite[],
): ReadonlyMap<string, readonly FieldIssue[]> {
  const before = indexUnits(units);
  const after = indexUnits(unitsAfter(units, writes));
  const faults = new Map<string, readonly FieldIssue[]>();
  for (const { id, changes } of writes) {
    const found = checkUnit(after, after.get(id)!);
    const old = found.length > 0 && changes ? checkUnit(before, before.get(id)!) : [];
    const isOld = ({ pointer, code }: FieldIssue) =>
      !(pointer.slice(1) in changes!) && old.some((each) => each.pointer === pointer && each.code === code);
    const fresh = old.length > 0 ? found.filter((issue) => !isOld(issue)) : found;
    if (fresh.length > 0) faults.set(id, fresh);
  }
  return faults;
}

/**
 * The plan, if all units keep the rules after it.
 *
 * @param pointerOf - the place of an issue of a unit in what was sent
 */
export function planOf(
  units: readonly StoredUnit[],
  writes: readonly UnitWrite[],
  pointerOf: (id: string, pointer: string) => string = (_id, pointer) => pointer,
): UnitPlan | Refusal {
  const issues = [...faultsOfWrites(units, writes)].flatMap(([id, found]) =>
    found.map((issue) => ({ ...issue, pointer: pointerOf(id, issue.pointer) })),
  );
  return refusalFor(issues) ?? { writes };
}
