/** Units from and to the tables that offices keep. Their files are read and written by `@dvk/documents/units`. */
export { cellsOf } from './cells.ts';
export { resultColumnNames, unitColumnNames, unitColumns, type UnitColumn } from './columns.ts';
export { explanations } from './explanations.ts';
export { withGuard, withoutGuard } from './formula-guard.ts';
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
export { headingOf, mostRows, readTable, type UnitTable, type UnitTableRow } from './read-table.ts';
export {
  type UnitFieldChange,
  type UnitImportCounts,
  type UnitImportResult,
  type UnitRowIssue,
  type UnitRowResult,
} from './result.ts';
export { planImportUndo, undoDays, writtenBy, type ImportUndoPlan, type KeptUnit, type WrittenUnit } from './undo.ts';
