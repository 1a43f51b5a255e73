import type { Job } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { carryOutJob } from './job.ts';
import { importRoutes } from './routes.ts';
import { importRecords } from './table.ts';

export const importsArea: Area = { routes: importRoutes, kind: recordKind(importRecords), jobs: [carryOutJob as Job] };
