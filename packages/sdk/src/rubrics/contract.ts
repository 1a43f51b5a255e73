import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { key, page, pageQuery } from '../contract/shapes.ts';
import { Rubric, RubricSummary } from './schema.ts';

/** Rubrics in force now or earlier; they are public, as decisions are. */
export const endpoints = {
  list: endpoint('GET', '/v1/rubrics', {
    summary: 'List rubrics, every version',
    roles: everyone,
    query: z.object({ ...pageQuery, subject: z.optional(z.enum(['unit', 'model'])) }),
    response: page(RubricSummary),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  get: endpoint('GET', '/v1/rubrics/{id}/{version}', {
    summary: 'Read one version of a rubric; it never changes',
    roles: everyone,
    params: z.object({ id: key, version: key }),
    response: Rubric,
    errors: ['not-found'],
  }),
};

export * as schemas from './schema.ts';
