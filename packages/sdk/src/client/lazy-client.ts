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

  return made((area) => made((name) => methodOf(area, name))) as Client;
}

/** As areas and operations are named. Libraries ask any object for names of other kinds, such as Lit for `_$litDirective$`. */
const nameable = /^[a-z][A-Za-z]*$/;

/**
 * An object whose properties are made when they are first asked for. What every object has, it has as every object, so that it
 * can be copied and shown; and it is no promise.
 */
function made(make: (name: string) => unknown): object {
  return new Proxy({} as Record<string, unknown>, {
    get(known, name, receiver) {
      if (typeof name === 'string' && nameable.test(name) && name !== 'then' && !(name in known))
        known[name] = make(name);
      return Reflect.get(known, name, receiver) as unknown;
    },
  });
}
