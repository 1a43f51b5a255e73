/** The container of Word and Excel files, for whoever reads or checks them. */
export { ArchiveError, openArchive, readPart, type Archive, type ArchiveFault, type ArchivePart } from './archive.ts';
