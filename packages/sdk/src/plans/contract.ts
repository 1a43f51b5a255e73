import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { page, pageQuery } from '../contract/shapes.ts';
import { Plan } from './schema.ts';

export const endpoints = {
  list: endpoint('GET', '/v1/plans', {
    summary: 'Plans with their dated tasks',
    roles: everyone,
    query: z.object(pageQuery),
    response: page(Plan),
    paged: true,
    errors: ['cursor-invalid'],
  }),
};

export * as schemas from './schema.ts';
