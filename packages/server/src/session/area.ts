import type { Area } from '../records/area.ts';
import { sessionRoutes } from './routes.ts';

export const sessionArea: Area = { routes: sessionRoutes };
