import { PagedCall, type Call, type CallResponse, type Page } from './call.ts';
import type { CallOptions, Client } from './client-over.ts';

interface Input {
  query?: object;
}
type Method = (input?: Input, options?: CallOptions) => Call<Page<unknown>>;

/**
 * A client that is made with its first call: for pages that may never make one, and need not load how requests are sent
 * and where to before.
 *
 * @param load - makes the client, or gives the one that was made; a failure is that of the call, and the next call loads again
 * @example
 * const client = createLazyClient(async () => (await import('@dvk/sdk/client')).createClient({baseUrl: '/api'}));
 */
export function createLazyClient(load: () => Promise<Client>): Client {
  let client: Promise<Client> | undefined;
  const loaded = (): Promise<Client> => {
    client ??= load().catch((error: unknown) => {
      client = undefined;
      throw error;
    });
    return client;
  };

  const methodOf = (area: string, name: string) =>
    function call(input?: Input, options?: CallOptions): PagedCall<Page<unknown>> {
      const response = async (): Promise<CallResponse<Page<unknown>>> => {
        const areas = (await loaded()) as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>;
        return areas[area]![name]!(input, options).withResponse();
      };
      // Whether it is a list is not known yet: the iteration of what is none ends with an error.
      const next = (cursor: string) => call({ ...input, query: { ...input?.query, cursor } }, options);
      return new PagedCall(response(), next, `${area}.${name}`);
    };

  const areaOf = (area: string) => new Proxy({}, { get: (_, name) => methodOf(area, String(name)) });
  return new Proxy({}, { get: (_, area) => (typeof area === 'string' ? areaOf(area) : undefined) }) as Client;
}
