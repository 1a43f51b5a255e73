import type { FieldIssue } from '../contract/field-errors.ts';
import { formatDate } from '../text/dates.ts';
import { unitTrees, type UnitTree } from './schema.ts';
import { dayAfter, endOfTime, isAlive, parentField, type StoredUnit, type UnitPeriod } from './stored-unit.ts';
import { faultAbove, mostLevels, uniqueFields, uniqueValue, type UnitIndex } from './unit-index.ts';

const end = ({ validTo }: StoredUnit): string => validTo ?? endOfTime;
const overlap = (one: StoredUnit, other: StoredUnit) => one.validFrom <= end(other) && other.validFrom <= end(one);
const shown = (day: string) => (day === endOfTime ? '…' : formatDate(day));

/** What must not be given twice, whenever the units exist; names and identification codes may be given again later. */
const forEver: readonly string[] = ['code', 'externalId'];

function uniqueIssues(index: UnitIndex, unit: StoredUnit): FieldIssue[] {
  return uniqueFields.flatMap((field) => {
    const value = uniqueValue(unit, field);
    if (value === null) return [];
    const other = index
      .having(field, value)
      .find((each) => each.id !== unit.id && (forEver.includes(field) || overlap(each, unit)));
    return other ? [{ pointer: `/${field}`, code: 'taken', params: { name: other.name } }] : [];
  });
}

/** The parent that a unit has beyond the time of the parent. */
function outlived(index: UnitIndex, periods: readonly UnitPeriod[], tree: UnitTree): StoredUnit | undefined {
  for (const period of periods) {
    const parent = index.get(period[parentField[tree]] ?? '');
    if (parent && (period.from < parent.validFrom || period.to > end(parent))) return parent;
  }
  return undefined;
}

function treeIssues(index: UnitIndex, unit: StoredUnit): FieldIssue[] {
  return unitTrees.flatMap((tree): FieldIssue[] => {
    const field = parentField[tree];
    const pointer = `/${field}`;
    const parentId = unit[field];
    if (parentId !== null && !index.get(parentId)) return [{ pointer, code: 'unknown' }];
    const fault = faultAbove(index, unit, tree);
    if (fault) return [{ pointer, code: fault, ...(fault === 'too-deep' && { params: { max: mostLevels } }) }];
    const parent = outlived(index, index.periods(unit), tree);
    if (!parent) return [];
    const params = { name: parent.name, from: shown(parent.validFrom), to: shown(end(parent)) };
    return [{ pointer, code: 'outside-parent', params }];
  });
}

/** Units below a unit that go on after it has ended, or began before it. */
function leftBehind(index: UnitIndex, unit: StoredUnit): StoredUnit[] {
  return index
    .childrenOf(unit.id)
    .filter((child) =>
      index
        .periods(child)
        .some(
          (period) =>
            unitTrees.some((tree) => period[parentField[tree]] === unit.id) &&
            (period.to > end(unit) || period.from < unit.validFrom),
        ),
    );
}

function dateIssues(index: UnitIndex, unit: StoredUnit): FieldIssue[] {
  const pointer = '/validTo';
  if (end(unit) < unit.validFrom) return [{ pointer, code: 'end-before-start' }];
  const last = unit.formerStates.at(-1);
  if (last && last.to >= end(unit))
    return [{ pointer, code: 'before-last-change', params: { from: formatDate(dayAfter(last.to)) } }];
  const issues: FieldIssue[] = [];
  const children = leftBehind(index, unit);
  if (children.length > 0) {
    issues.push({ pointer, code: 'has-children', params: { count: children.length, name: children[0]!.name } });
  }
  for (const predecessor of index.predecessorsOf(unit.id)) {
    const on = dayAfter(end(predecessor));
    if (isAlive(unit, on)) continue;
    issues.push({ pointer, code: 'must-succeed', params: { name: predecessor.name, on: formatDate(on) } });
  }
  return issues;
}

/**
 * What is wrong with one unit among all units; pointers name its fields. A code and an external id are given once for ever.
 * An identification code, and a name among units of one kind in one place, belong to one unit at a time. A unit never stands
 * below itself, nor outside the time of what it stands below; it ends neither before the units below it, nor before it
 * has begun to continue another.
 */
export function checkUnit(index: UnitIndex, unit: StoredUnit): FieldIssue[] {
  return [...uniqueIssues(index, unit), ...treeIssues(index, unit), ...dateIssues(index, unit)];
}
