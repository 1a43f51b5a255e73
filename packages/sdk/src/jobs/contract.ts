import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { anyOf, id, key, page, pageQuery } from '../contract/shapes.ts';
import { Job, JobGiveUp, jobStates } from './schema.ts';

const params = z.object({ id });

export const endpoints = {
  list: endpoint('GET', '/v1/jobs', {
    summary: 'List background jobs, newest first',
    roles: ['administrator'],
    query: z.object({ ...pageQuery, state: anyOf(z.enum(jobStates)), name: z.optional(key) }),
    response: page(Job),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  retry: endpoint('POST', '/v1/jobs/{id}/retry', {
    summary: 'Try a failed job again, or one that waits for its next try, at once',
    roles: ['administrator'],
    params,
    response: Job,
    errors: ['not-found', 'transition-not-allowed'],
  }),
  giveUp: endpoint('POST', '/v1/jobs/{id}/give-up', {
    summary: 'Give up a job that failed or has not begun; the reason stays on record',
    roles: ['administrator'],
    params,
    body: JobGiveUp,
    response: Job,
    errors: ['not-found', 'validation-failed', 'transition-not-allowed'],
  }),
};

export { jobEvents as events } from './events.ts';
export * as schemas from './schema.ts';
