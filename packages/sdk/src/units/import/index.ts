/**
 * Units from and to the tables that offices keep. The libraries that open and write those are heavy: each function loads what it
 * needs when it is called.
 */
export { unitColumnNames, unitColumns, type UnitColumn } from './columns.ts';
export { rowOutcomeNames } from './names.ts';
export { planUnitImport, type UnitImportContext, type UnitImportPlan } from './plan.ts';
export { mostBytes, readUnitFile } from './read-file.ts';
export { mostRows, readTable, type UnitTable, type UnitTableRow } from './read-table.ts';
export {
  rowOutcomes,
  type RowOutcome,
  type UnitFieldChange,
  type UnitImportCounts,
  type UnitImportResult,
  type UnitRowIssue,
  type UnitRowResult,
} from './result.ts';
export {
  keptReasons,
  planImportUndo,
  undoDays,
  writtenBy,
  type ImportUndoPlan,
  type KeptReason,
  type KeptUnit,
  type WrittenUnit,
} from './undo.ts';
export { unitFormats, writeUnitFile, writeUnitResult, type UnitFormat } from './write-file.ts';
