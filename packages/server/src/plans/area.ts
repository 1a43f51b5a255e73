import type { Area } from '../records/area.ts';
import { planRoutes } from './routes.ts';

export const plansArea: Area = { routes: planRoutes };
