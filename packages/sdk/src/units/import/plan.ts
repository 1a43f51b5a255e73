import type { FieldIssue } from '../../contract/field-errors.ts';
import type { LegalBasis } from '../../law/legal-basis.ts';
import { formatDate } from '../../text/dates.ts';
import { exactKey } from '../../text/fold.ts';
import { changedUnit, newUnit, whyOf } from '../apply.ts';
import type { UnitEvent } from '../events.ts';
import { faultsOfWrites, unitsAfter, type UnitWrite } from '../plan.ts';
import type { NewUnit, UnitChange } from '../schema.ts';
import { dayAfter, unitOn, type StoredUnit } from '../stored-unit.ts';
import { indexUnits, type UnitIndex } from '../unit-index.ts';
import { cellsOf } from './cells.ts';
import type { UnitColumn } from './columns.ts';
import type { Item } from './item.ts';
import { inParentsOrder } from './order.ts';
import { resolver, type Parents } from './parents.ts';
import type { UnitTableRow } from './read-table.ts';
import { changesOf, issueOf, type UnitImportResult, type UnitRowResult } from './result.ts';
import { needed, readValues } from './values.ts';

/** What an import depends on besides its rows. */
export interface UnitImportContext {
  units: readonly StoredUnit[];
  /** `YYYY-MM-DD`. */
  today: string;
  newId: () => string;
  /**
   * The first day of new names and places in the trees: the old ones are kept for the time before. Without it they are put right,
   * and nothing is kept.
   */
  since?: string | undefined;
  /** For the events. */
  reason?: string | undefined;
  basis?: LegalBasis | undefined;
}

/** What an import would write, and what becomes of each row. */
export interface UnitImportPlan extends UnitImportResult {
  /** Of the rows that are in order; each new unit comes after its parents. */
  writes: readonly UnitWrite[];
}

/**
 * What a table of units would bring about. A row speaks of the unit with its external id, else of the one with its code, else
 * of a new one; parents are named by code or external id and may stand anywhere in the table. Columns that the table lacks, and
 * units that it does not name, stay as they are. The order of the rows does not matter, and a table that was imported changes
 * nothing when it is imported again.
 */
export function planUnitImport(rows: readonly UnitTableRow[], context: UnitImportContext): UnitImportPlan {
  const before = indexUnits(context.units);
  const items = rows.map((row) => itemOf(row, before, context));
  refuseDoubled(items);
  for (const item of items) if (item.issues.length === 0) item.issues.push(...limitsOf(item));

  // A row that is refused takes with it what rests on it: each round finds more, or the plan is done.
  let writes: UnitWrite[] = [];
  for (let refused = -1; refused !== refusedOf(items);) {
    refuseLostParents(items, before);
    refused = refusedOf(items);
    writes = writesOf(items, resolver(items, before), context);
    // What rests on a row that was just refused would seem to be at fault itself.
    if (refused === refusedOf(items)) refuseFaulty(items, writes, before, context.units);
  }
  return { writes: inParentsOrder(writes), ...resultOf(items, writes, context) };
}

const live = (items: readonly Item[]) => items.filter(({ issues }) => issues.length === 0);
const refusedOf = (items: readonly Item[]) => items.length - live(items).length;

function itemOf(row: UnitTableRow, before: UnitIndex, { today, newId }: UnitImportContext): Item {
  const { externalId = '', code = '' } = row.cells;
  const byExternalId = externalId === '' ? undefined : before.having('externalId', exactKey(externalId))[0];
  const byCode = code === '' ? undefined : before.having('code', exactKey(code))[0];
  const unit = byExternalId ?? byCode;
  const { partyParent, administrativeParent, ...rest } = changedCells(row, unit, before, today);
  const { values, issues } = readValues(rest);
  const parents = {
    ...(partyParent !== undefined && { partyParent }),
    ...(administrativeParent !== undefined && { administrativeParent }),
  };
  const lacking = unit ? [] : needed.filter((column) => row.cells[column] === undefined);
  const required = lacking.map((column) => ({ pointer: `/${column}`, code: 'required' }) as const);
  const item: Item = { row, id: unit?.id ?? newId(), unit, values, parents, issues: [...issues, ...required] };
  const taken = (other: StoredUnit) =>
    item.issues.push({ pointer: '/code', code: 'taken', params: { name: other.name } });
  if (byExternalId && byCode && byExternalId !== byCode) taken(byCode);
  // Found by its code alone, and it has another external id: it is another unit.
  else if (unit && unit === byCode && !byExternalId && externalId !== '' && unit.externalId !== null) taken(unit);
  return item;
}

/** The cells that say something else than what there is: what stands there already is not judged again. */
function changedCells(row: UnitTableRow, unit: StoredUnit | undefined, before: UnitIndex, today: string) {
  if (!unit) return row.cells;
  const codeOf = (id: string) => before.get(id)?.code;
  const standing = (['vi', 'en'] as const).map((locale) => cellsOf(unitOn(unit, today), codeOf, locale));
  return Object.fromEntries(
    Object.entries(row.cells).filter(([column, text]) =>
      standing.every((cells) => cells[column as UnitColumn] !== text),
    ),
  ) as UnitTableRow['cells'];
}

/** Rows that speak of one unit, or give one code to two: none of them is right before somebody has looked. */
function refuseDoubled(items: readonly Item[]): void {
  const groups = new Map<string, Item[]>();
  const keysOf = ({ row, unit }: Item) => [
    ...(row.cells.code ? [`/code ${exactKey(row.cells.code)}`] : []),
    ...(row.cells.externalId ? [`/externalId ${exactKey(row.cells.externalId)}`] : []),
    ...(unit ? [`/code id ${unit.id}`] : []),
  ];
  for (const item of items) for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  for (const pointer of ['/code', '/externalId'])
    for (const [key, group] of groups) {
      if (group.length === 1 || !key.startsWith(`${pointer} `)) continue;
      for (const item of group) {
        if (item.issues.some(({ code }) => code === 'doubled-in-file')) continue;
        const others = group.filter((other) => other !== item).map(({ row }) => row.row);
        const rows = [...others].sort((one, other) => one - other).slice(0, 5);
        item.issues.push({ pointer, code: 'doubled-in-file', params: { rows: rows.join(', ') } });
      }
    }
}

/** What a table cannot change: the first day of a unit, and the last of one that others continue. */
function limitsOf({ unit, values }: Item): FieldIssue[] {
  if (!unit) return [];
  const issues: FieldIssue[] = [];
  if (values.validFrom !== undefined && values.validFrom !== unit.validFrom)
    issues.push({ pointer: '/validFrom', code: 'start-stays', params: { from: formatDate(unit.validFrom) } });
  if (values.validTo !== undefined && values.validTo !== unit.validTo && unit.successorIds.length > 0)
    issues.push({ pointer: '/validTo', code: 'has-successors', params: { on: formatDate(dayAfter(unit.validTo!)) } });
  return issues;
}

/** Refuses rows whose parents are not there, and then those below them. */
function refuseLostParents(items: readonly Item[], before: UnitIndex): void {
  for (;;) {
    const parents = resolver(items, before);
    const lost = live(items).map((item) => ({ item, issues: parents.faultsOf(item) }));
    for (const { item, issues } of lost) item.issues.push(...issues);
    if (lost.every(({ issues }) => issues.length === 0)) return;
  }
}

function writesOf(items: readonly Item[], parents: Parents, context: UnitImportContext): UnitWrite[] {
  const { today, since, reason, basis } = context;
  const why = { ...(reason !== undefined && { reason }), ...(basis !== undefined && { basis }) };
  return live(items).flatMap((item): UnitWrite[] => {
    const { id, unit, values } = item;
    const { validFrom, validTo, ...given } = values;
    const described = { ...given, ...parents.of(item) };
    const write = unit
      ? changed(unit, { ...described, ...why, ...(since !== undefined && { since }) }, validTo, today)
      : newUnit({ ...described, validFrom, validTo } as NewUnit, id, why);
    if (!write) return [];
    if (!('pointer' in write)) return [write];
    item.issues.push(write);
    return [];
  });
}

/** The one write of a unit that is there: its end, too, where that changes. */
function changed(
  unit: StoredUnit,
  change: UnitChange,
  validTo: string | null | undefined,
  today: string,
): UnitWrite | FieldIssue | undefined {
  const write = changedUnit(unit, change, today);
  if (validTo === undefined || validTo === unit.validTo || (write && 'pointer' in write)) return write;
  const why = whyOf(change);
  if (!write) {
    const event: UnitEvent =
      validTo === null
        ? { kind: 'unit.changed', data: { fields: ['validTo'], since: null, ...why } }
        : { kind: 'unit.closed', data: { validTo, ...why } };
    return { id: unit.id, changes: { validTo }, event };
  }
  const fields = [...Object.keys(write.changes!).filter((name) => name !== 'formerStates'), 'validTo'];
  const { since } = (write.event as Extract<UnitEvent, { kind: 'unit.changed' }>).data;
  const event = { kind: 'unit.changed', data: { fields, since, ...why } } as const;
  return { id: unit.id, changes: { ...write.changes, validTo }, event };
}

/** Refuses what breaks a rule of all units. */
function refuseFaulty(
  items: readonly Item[],
  writes: readonly UnitWrite[],
  before: UnitIndex,
  units: readonly StoredUnit[],
): void {
  const faults = new Map([...faultsOfWrites(units, writes)].map(([id, found]) => [id, [...found]]));
  for (const { id, added, changes } of writes) {
    const taken = takenBefore(before, id, added ?? changes ?? {});
    const known = faults.get(id) ?? [];
    const more = taken.filter(({ pointer }) => !known.some((each) => each.pointer === pointer));
    if (more.length > 0) faults.set(id, [...known, ...more]);
  }
  // What hangs below a circle looks too deep until the circle is out.
  const isDeep = ({ code }: FieldIssue) => code === 'too-deep';
  const sure = [...faults.values()].some((found) => !found.every(isDeep));
  for (const item of live(items)) {
    const found = faults.get(item.id) ?? [];
    item.issues.push(...(sure ? found.filter((each) => !isDeep(each)) : found));
  }
}

/** Codes and external ids that another unit has before the import: they are given once for ever, so none changes hands. */
function takenBefore(before: UnitIndex, id: string, written: Partial<StoredUnit>): FieldIssue[] {
  return (['code', 'externalId'] as const).flatMap((field): FieldIssue[] => {
    const value = written[field];
    const other = typeof value === 'string' && before.having(field, exactKey(value)).find((each) => each.id !== id);
    return other ? [{ pointer: `/${field}`, code: 'taken', params: { name: other.name } }] : [];
  });
}

function resultOf(
  items: readonly Item[],
  writes: readonly UnitWrite[],
  { units, today }: UnitImportContext,
): UnitImportResult {
  const byId = new Map(writes.map((write) => [write.id, write]));
  const made = indexUnits(unitsAfter(units, writes));
  const results = items.map(({ row, id, unit, issues }): UnitRowResult => {
    const write = issues.length === 0 ? byId.get(id) : undefined;
    const outcome = issues.length > 0 ? 'refused' : !write ? 'unchanged' : unit ? 'changed' : 'added';
    return {
      row: row.row,
      outcome,
      unitId: unit || outcome === 'added' ? id : null,
      code: row.cells.code || unit?.code || null,
      name: row.cells.name || unit?.name || null,
      changes: outcome === 'changed' ? changesOf(unit!, made.get(id)!, { made, today }) : [],
      issues: issues.map(issueOf),
    };
  });
  const count = (outcome: UnitRowResult['outcome']) => results.filter((each) => each.outcome === outcome).length;
  const named = new Set(items.flatMap(({ unit }) => unit?.id ?? []));
  return {
    results,
    counts: {
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      untouched: units.length - named.size,
    },
  };
}
