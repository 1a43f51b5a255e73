import { createClient, type Client, type ClientConfig } from '@dvk/sdk/client';
import type { Connection } from './connection.ts';

/** Connects to an API: the one place where this package makes a client. */
export function connect(config: ClientConfig): Connection {
  return connectionOf(createClient(config));
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
