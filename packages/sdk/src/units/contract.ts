import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { id, page, pageQuery, search } from '../contract/shapes.ts';
import { Unit, unitKinds } from './schema.ts';

export const endpoints = {
  list: endpoint('GET', '/v1/units', {
    summary: 'Find units by name or code',
    roles: everyone,
    query: z.object({ ...pageQuery, q: search, kind: z.optional(z.enum(unitKinds)) }),
    response: page(Unit),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/units/{id}', {
    summary: 'Read a unit',
    roles: everyone,
    params: z.object({ id }),
    response: Unit,
    errors: ['not-found'],
  }),
};

export * as schemas from './schema.ts';
