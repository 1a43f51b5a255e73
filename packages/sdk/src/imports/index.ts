export { importEvents, type ImportEvent } from './events.ts';
export * from './names-en.ts';
export * from './names.ts';
export {
  ImportCounts,
  importModes,
  ImportOrder,
  ImportRow,
  importStatuses,
  ImportUndo,
  UnitImport,
  UnitImportRecord,
  type ImportMode,
  type ImportStatus,
} from './schema.ts';
export { endpoints as imports } from './contract.ts';
