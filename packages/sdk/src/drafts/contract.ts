import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { roles } from '../contract/roles.ts';
import { id, key } from '../contract/shapes.ts';
import { Draft, DraftBody, DraftSummary } from './schema.ts';

const params = z.object({ id });
const signedIn = roles.filter((role) => role !== 'anonymous');

export const endpoints = {
  list: endpoint('GET', '/v1/drafts', {
    summary: 'List your own drafts, last changed first',
    roles: signedIn,
    query: z.object({ form: z.optional(key) }),
    response: z.object({ items: z.array(DraftSummary) }),
  }),
  create: endpoint('POST', '/v1/drafts', {
    summary: 'Keep a draft on the server, to go on with it on another machine',
    roles: signedIn,
    body: DraftBody,
    response: Draft,
    status: 201,
    etag: 'given',
    errors: ['validation-failed', 'conflict'],
  }),
  get: endpoint('GET', '/v1/drafts/{id}', {
    summary: 'Read one of your own drafts',
    roles: signedIn,
    params,
    response: Draft,
    etag: 'given',
    errors: ['not-found'],
  }),
  update: endpoint('PUT', '/v1/drafts/{id}', {
    summary: 'Replace one of your own drafts',
    roles: signedIn,
    params,
    body: DraftBody,
    response: Draft,
    etag: 'required',
    errors: ['not-found', 'validation-failed'],
  }),
  delete: endpoint('DELETE', '/v1/drafts/{id}', {
    summary: 'Delete one of your own drafts; one that is gone already is no error',
    roles: signedIn,
    params,
    status: 204,
    // An address that can be no draft's.
    errors: ['not-found'],
  }),
};

export * as schemas from './schema.ts';
