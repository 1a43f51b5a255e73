import type { Area } from '../records/area.ts';
import { caseKind } from './record.ts';
import { caseRoutes } from './routes.ts';
import { caseRecords } from './table.ts';

export const casesArea: Area = { routes: caseRoutes, records: caseRecords, kind: caseKind };
