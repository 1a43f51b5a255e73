import type { Area } from '../area.ts';
import { planRoutes } from './routes.ts';

export const plansArea: Area = { routes: planRoutes };
