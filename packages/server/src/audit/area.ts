import type { Job } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { checkJob, nightlyCheckJob } from './check-job.ts';
import { auditRoutes } from './routes.ts';

export const auditArea: Area = { routes: auditRoutes, jobs: [checkJob as Job, nightlyCheckJob as Job] };
