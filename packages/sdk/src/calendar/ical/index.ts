export { exportIcal, type IcalExportOptions } from './export-ical.ts';
export type { IcalDoubt, IcalDoubtCode } from './doubts.ts';
export { importIcal, type IcalImport, type IcalImportOptions } from './import-ical.ts';
