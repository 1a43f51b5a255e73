import type { Area } from '../area.ts';
import { unitRoutes } from './routes.ts';

export const unitsArea: Area = { routes: unitRoutes };
