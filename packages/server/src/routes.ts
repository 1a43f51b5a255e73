import type { Route } from './http/route.ts';
import { sessionRoutes } from './session/routes.ts';
import { unitRoutes } from './units/routes.ts';

/** Every endpoint of the contract with its handler, by area. */
export const routes: readonly Route[] = [...sessionRoutes, ...unitRoutes];
