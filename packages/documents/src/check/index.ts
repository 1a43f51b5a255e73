/** Whether a Word or Excel file from outside may be taken. */
export { checkOffice } from './check-office.ts';
export { UnfitOfficeFile, type OfficeRefusal } from './unfit-office-file.ts';
