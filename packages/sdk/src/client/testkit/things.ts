import * as z from 'zod/mini';
import { endpoint } from '../../contract/endpoint.ts';
import { operationsOf } from '../../contract/operations.ts';
import { everyone } from '../../contract/roles.ts';
import { page, pageQuery } from '../../contract/shapes.ts';
import { clientOf } from '../client.ts';
import type { ClientConfig, ClientOf } from '../client-over.ts';

const params = z.object({ id: z.string() });
const Thing = z.object({ name: z.string() });
const common = { summary: 'For tests', roles: everyone } as const;

/** A table of endpoints with every kind of operation. */
export const thingsApi = {
  things: {
    list: endpoint('GET', '/v1/things', { ...common, query: z.object(pageQuery), response: page(Thing), paged: true }),
    get: endpoint('GET', '/v1/things/{id}', { ...common, params, response: Thing, etag: 'given' }),
    create: endpoint('POST', '/v1/things', { ...common, body: Thing, response: Thing, status: 201 }),
    update: endpoint('PUT', '/v1/things/{id}', { ...common, params, body: Thing, response: Thing, etag: 'required' }),
    adjust: endpoint('PATCH', '/v1/things/{id}', { ...common, params, body: Thing, response: Thing }),
    remove: endpoint('DELETE', '/v1/things/{id}', { ...common, params, status: 204 }),
    upload: endpoint('POST', '/v1/files', { ...common, body: 'binary', response: Thing }),
    download: endpoint('GET', '/v1/files/{id}', { ...common, params, response: 'binary' }),
  },
} as const;

export function thingsClient(config: ClientConfig): ClientOf<typeof thingsApi> {
  return clientOf<ClientOf<typeof thingsApi>>(operationsOf(thingsApi), config);
}
