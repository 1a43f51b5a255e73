import type { Area } from '../records/area.ts';
import { attachmentRecords } from './record.ts';
import { attachmentRoutes } from './routes.ts';
import { attachmentJobs } from './jobs.ts';

export const attachmentsArea: Area = { routes: attachmentRoutes, kind: attachmentRecords, jobs: attachmentJobs };
