export { exportIcal, type IcalExportOptions } from './export-ical.ts';
export { importIcal, type IcalDoubt, type IcalImport, type IcalImportOptions } from './import-ical.ts';
