import type { Area } from '../records/area.ts';
import { handOverJob } from './hand-over.ts';
import { importCases, type ImportedCase, importedCaseSchema } from './import.ts';
import { caseKind } from './record.ts';
import { caseRoutes } from './routes.ts';
import { caseRecords, cases } from './table.ts';

export const casesArea: Area<ImportedCase> = {
  routes: caseRoutes,
  records: caseRecords,
  kind: caseKind,
  jobs: [handOverJob],
  import: { table: cases, schema: importedCaseSchema, refersTo: ({ unitId }) => [unitId], add: importCases },
};
