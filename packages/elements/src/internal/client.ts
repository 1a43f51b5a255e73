import { createClient, type Client, type ClientConfig } from '@dvk/sdk/client';
import type { LocaleController } from '../locale/controller.ts';
import type { Connection } from './connection.ts';

/**
 * Connects to an API as an element says: the one place where this package makes a client. The language is that of the
 * element at each request.
 */
export function connect(host: Pick<ClientConfig, 'baseUrl' | 'getToken'>, locale: LocaleController): Connection {
  return connectionOf(
    createClient({
      baseUrl: host.baseUrl,
      getToken: () => host.getToken?.(),
      get locale() {
        return locale.lang;
      },
    }),
  );
}

/** A connection over a client that exists, e.g. one a page made or a test faked the network of. */
export function connectionOf(client: Client): Connection {
  let session: Connection['session'] | undefined;
  return {
    client,
    get session() {
      if (!session) {
        session = client.session.get().then();
        // What failed may work the next time somebody asks.
        session.catch(() => (session = undefined));
      }
      return session;
    },
  };
}
