import * as areas from './areas.ts';

/** Every endpoint, by area. */
export type Api = { readonly [Area in keyof typeof areas]: (typeof areas)[Area]['endpoints'] };

/** Every endpoint of the API, by area. Client, server, OpenAPI document, mock handlers and rights matrix come from here. */
export const api = Object.fromEntries(
  Object.entries(areas).map(([area, { endpoints }]) => [area, endpoints]),
) as unknown as Api;

export { events, type DomainEvent } from './events.ts';
