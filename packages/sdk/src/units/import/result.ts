import { describeFieldError, type FieldErrorCode, type FieldIssue } from '../../contract/field-errors.ts';
import type { Bilingual } from '../../errors/input-error.ts';
import { unitOn, type StoredUnit } from '../stored-unit.ts';
import type { UnitIndex } from '../unit-index.ts';
import { cellsOf } from './cells.ts';
import { unitColumns, type UnitColumn } from './columns.ts';
import type { RowOutcome } from './outcomes.ts';

/** What is wrong with a row. */
export interface UnitRowIssue {
  /** The column to correct; `null` where it is the row as a whole. */
  column: UnitColumn | null;
  code: FieldErrorCode;
  text: Bilingual;
}

/** A value that becomes another, as the cells of the table show them. */
export interface UnitFieldChange {
  column: UnitColumn;
  from: string;
  to: string;
}

export interface UnitRowResult {
  /** As a person counts in the file, 1-based. */
  row: number;
  outcome: RowOutcome;
  /** The unit that it speaks of; `null` for a new one that is refused. */
  unitId: string | null;
  code: string | null;
  name: string | null;
  changes: UnitFieldChange[];
  issues: UnitRowIssue[];
}

/** How many rows became what; `untouched` are the units that the table does not name. */
export type UnitImportCounts = Record<RowOutcome | 'untouched', number>;

export interface UnitImportResult {
  /** In the order of the rows. */
  results: readonly UnitRowResult[];
  counts: UnitImportCounts;
}

const columnOfField: Readonly<Record<string, UnitColumn>> = {
  partyParentId: 'partyParent',
  administrativeParentId: 'administrativeParent',
};

function columnOf(pointer: string): UnitColumn | null {
  const field = pointer.slice(1);
  const column = columnOfField[field] ?? field;
  return (unitColumns as readonly string[]).includes(column) ? (column as UnitColumn) : null;
}

/** An issue in words. */
export function issueOf({ pointer, code, params }: FieldIssue): UnitRowIssue {
  const text = { vi: describeFieldError(code, params, 'vi'), en: describeFieldError(code, params, 'en') };
  return { column: columnOf(pointer), code, text };
}

type Cells = Record<UnitColumn, string>;

/** What a change of a unit looks like in the table. */
export function changesOf(
  unit: StoredUnit,
  after: StoredUnit,
  { made, today }: { made: UnitIndex; today: string },
): UnitFieldChange[] {
  // A parent that has another code now is the same parent.
  const [from, to] = [unit, after].map((each) => cellsOf(unitOn(each, today), (id) => made.get(id)?.code)) as [
    Cells,
    Cells,
  ];
  return unitColumns.flatMap((column) =>
    from[column] === to[column] ? [] : [{ column, from: from[column], to: to[column] }],
  );
}
