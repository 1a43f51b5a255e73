import { filesParts } from '../attachments/store.ts';
import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { modelImport, type ImportedModel } from './import.ts';
import { modelRoutes } from './routes.ts';
import { modelRecords } from './table.ts';

export const modelsArea: Area<ImportedModel> = {
  routes: modelRoutes,
  records: modelRecords,
  kind: recordKind(modelRecords, filesParts),
  import: modelImport,
};
