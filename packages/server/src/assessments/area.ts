import type { Area } from '../records/area.ts';
import { assessmentKind } from './record.ts';
import { assessmentRoutes } from './routes.ts';
import { assessmentRecords } from './table.ts';

export const assessmentsArea: Area = { routes: assessmentRoutes, records: assessmentRecords, kind: assessmentKind };
