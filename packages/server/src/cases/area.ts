import type { Area } from '../records/area.ts';
import { importCases, type ImportedCase } from './import.ts';
import { caseKind } from './record.ts';
import { caseRoutes } from './routes.ts';
import { caseRecords, cases } from './table.ts';

export const casesArea: Area<ImportedCase> = {
  routes: caseRoutes,
  records: caseRecords,
  kind: caseKind,
  import: { table: cases, add: importCases },
};
