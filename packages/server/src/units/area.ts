import type { Area } from '../records/area.ts';
import { unitRoutes } from './routes.ts';

export const unitsArea: Area = { routes: unitRoutes };
