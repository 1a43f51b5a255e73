import type { Area } from '../area.ts';
import { sessionRoutes } from './routes.ts';

export const sessionArea: Area = { routes: sessionRoutes };
