import type { Job } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { registerRoutes } from './register-routes.ts';
import { removeFilesJob } from './remove-files.ts';
import { retentionJob } from './retention-job.ts';
import { retentionRoutes } from './retention-routes.ts';
import { requestRoutes } from './routes.ts';
import { subjectParts } from './subject.ts';
import { dataRequestRecords } from './table.ts';

export const personalDataArea: Area = {
  routes: [...requestRoutes, ...retentionRoutes, ...registerRoutes],
  kind: recordKind(dataRequestRecords, subjectParts),
  jobs: [removeFilesJob as Job, retentionJob as Job],
};
