import type { Operations } from '../contract/operations.ts';
import { operations } from '../api/generated/operations.ts';
import { clientOver, type Client, type ClientConfig } from './client-over.ts';
import { exchange } from './transport.ts';

/**
 * A typed client of the API.
 *
 * @example
 * const client = createClient({baseUrl: 'https://dvk.example.gov.vn', getToken: () => session.token});
 * const receipt = await client.cases.create({body: {kind: 'report', …}});
 * for await (const model of client.models.list({query: {field: 'economy'}})) console.log(model.name);
 */
export function createClient(config: ClientConfig): Client {
  return clientOver<Client>(exchange, operations, config);
}

/** As {@link createClient}, for a contract of your own: pass `operationsOf(contract)`. */
export function clientOf<C>(table: Operations, config: ClientConfig): C {
  return clientOver<C>(exchange, table, config);
}
