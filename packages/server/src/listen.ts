import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '@dvk/sdk/contract';
import { getRequestListener, RequestError, type HttpBindings } from '@hono/node-server';
import type { RequestInfo } from './http/app.ts';
import { HttpProblem, refusal } from './problems/problem.ts';

/** A fetch handler on a port. */
export interface Listening {
  /** E.g. `http://127.0.0.1:8080`. */
  url: string;
  /** Takes no new connection, and resolves when the open ones are done. */
  close(): Promise<void>;
}

const parserRefusals: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers bytes that are no HTTP – Node by itself would with an empty 400 – and closes the connection. */
async function refuseBytes(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const response = refusal(new HttpProblem(parserRefusals[error.code ?? ''] ?? 'malformed-request'));
  const body = await response.text();
  response.headers.set('content-length', String(Buffer.byteLength(body)));
  response.headers.set('connection', 'close');
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Serves a fetch handler over HTTP on Node; port 0 picks a free one. */
export async function listen(
  fetch: (request: Request, info: RequestInfo) => Response | Promise<Response>,
  { port, host = '127.0.0.1' }: { port: number; host?: string | undefined },
): Promise<Listening> {
  const answer = getRequestListener(
    (request, bindings) => fetch(request, { remoteAddress: (bindings as HttpBindings).incoming.socket.remoteAddress }),
    {
      overrideGlobalObjects: false,
      errorHandler: (error) =>
        refusal(new HttpProblem(error instanceof RequestError ? 'malformed-request' : 'internal-error')),
    },
  );
  // A request without a host is left to the listener, which refuses it like any other that it cannot read.
  const server = createServer({ requireHostHeader: false }, answer);
  server.on('clientError', (error, socket) => void refuseBytes(error, socket));
  // An expectation we do not know is passed over, as HTTP allows.
  server.on('checkExpectation', (request, response) => void answer(request, response));
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
