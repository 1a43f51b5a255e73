import type { Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { RequestInfo } from './http/app.ts';

/** A fetch handler on a port. */
export interface Listening {
  /** E.g. `http://127.0.0.1:8080`. */
  url: string;
  /** Takes no new connection, and resolves when the open ones are done. */
  close(): Promise<void>;
}

/** Serves a fetch handler over HTTP on Node; port 0 picks a free one. */
export async function listen(
  fetch: (request: Request, info: RequestInfo) => Response | Promise<Response>,
  { port, host = '127.0.0.1' }: { port: number; host?: string | undefined },
): Promise<Listening> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: (request, bindings) =>
      fetch(request, { remoteAddress: (bindings as HttpBindings).incoming.socket.remoteAddress }),
  }) as NodeServer;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
