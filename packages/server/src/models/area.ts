import type { Area } from '../records/area.ts';
import { modelKind } from './record.ts';
import { modelRoutes, type IsConcluded } from './routes.ts';
import { modelRecords } from './table.ts';

export const modelsArea = (isConcluded: IsConcluded): Area => ({
  routes: modelRoutes(isConcluded),
  records: modelRecords,
  kind: modelKind,
});
