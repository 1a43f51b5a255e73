/** How Word and Excel files are put together, for code that reads, checks or writes them. */
export { openArchive, readPart, type Archive, type ArchivePart } from './archive.ts';
export { CONTENT_TYPES, readContentTypes, type ContentTypes } from './content-types.ts';
export { OfficeError, type OfficeFault } from './error.ts';
export { isRelationsPart, readRelations, relationsPartOf, type Relation } from './relations.ts';
export { encodingOf, readTags, type Pieces, type TagHandlers } from './tags.ts';
export { type CellLook, type WorkbookFont } from './spreadsheet-styles.ts';
export {
  spreadsheetType,
  writeSpreadsheet,
  writeWorkbook,
  type SpreadsheetCell,
  type SpreadsheetSheet,
} from './write-spreadsheet.ts';
export { xmlText } from './xml-text.ts';
