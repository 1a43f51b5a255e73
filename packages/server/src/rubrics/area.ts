import type { Area } from '../area.ts';
import { rubricRoutes } from './routes.ts';

export const rubricsArea: Area = { routes: rubricRoutes };
