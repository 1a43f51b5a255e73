import { caseRoutes } from './cases/routes.ts';
import type { Route } from './http/route.ts';
import { modelRoutes } from './models/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { unitRoutes } from './units/routes.ts';

/** Every endpoint of the contract with its handler, by area. */
export const routes: readonly Route[] = [...caseRoutes, ...modelRoutes, ...planRoutes, ...sessionRoutes, ...unitRoutes];
