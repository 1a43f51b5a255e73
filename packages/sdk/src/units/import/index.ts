/**
 * Units from and to the tables that offices keep. The libraries that open and write those are heavy: each function loads what it
 * needs when it is called.
 */
export { unitColumnNames, unitColumns, type UnitColumn } from './columns.ts';
export { rowOutcomeNames } from './names.ts';
export {
  keptReasons,
  rowOutcomes,
  unitFormats,
  type KeptReason,
  type RowOutcome,
  type UnitFormat,
} from './outcomes.ts';
export { planUnitImport, type UnitImportContext, type UnitImportPlan } from './plan.ts';
export { mostBytes, readUnitFile } from './read-file.ts';
export { mostRows, readTable, type UnitTable, type UnitTableRow } from './read-table.ts';
export {
  type UnitFieldChange,
  type UnitImportCounts,
  type UnitImportResult,
  type UnitRowIssue,
  type UnitRowResult,
} from './result.ts';
export { planImportUndo, undoDays, writtenBy, type ImportUndoPlan, type KeptUnit, type WrittenUnit } from './undo.ts';
export { writeUnitFile, writeUnitResult } from './write-file.ts';
