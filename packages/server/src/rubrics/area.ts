import type { Area } from '../records/area.ts';
import { rubricRoutes } from './routes.ts';

export const rubricsArea: Area = { routes: rubricRoutes };
