export { ImportCounts, ImportOrder, ImportRow, ImportUndo, UnitImport, UnitImportRecord } from './schema.ts';
