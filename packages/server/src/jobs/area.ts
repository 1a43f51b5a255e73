import type { Area } from '../records/area.ts';
import { jobRoutes } from './routes.ts';

export const jobsArea: Area = { routes: jobRoutes };
