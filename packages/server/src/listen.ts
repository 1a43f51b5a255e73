import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '@dvk/sdk/contract';
import type { RequestInfo } from './http/app-environment.ts';
import { nodeListener } from './node-listener.ts';
import { HttpProblem, refusal } from './problems/problem.ts';

/** A fetch handler on a port. */
export interface Listening {
  /** E.g. `http://127.0.0.1:8080`. */
  url: string;
  /**
   * Takes no new connection and ends the idle ones; resolves when running requests are answered. Those that take longer
   * than ten seconds are cut off.
   */
  close(): Promise<void>;
}

const defaultCloseTimeout = 10_000;

/** Problems by the error codes of Node's parser; everything else is malformed. */
const problemOfError: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers what is not HTTP with a problem, where Node would send an empty 400, and closes the connection. */
async function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const response = refusal(new HttpProblem(problemOfError[error.code ?? ''] ?? 'malformed-request'));
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
  {
    port,
    host = '127.0.0.1',
    closeTimeout = defaultCloseTimeout,
  }: {
    port: number;
    host?: string | undefined;
    /** How long closing waits for running requests, in milliseconds; ten seconds unless given. */
    closeTimeout?: number;
  },
): Promise<Listening> {
  const respond = nodeListener(fetch);
  // Connections on which no request runs. When the server closes, Node ends only those of them that have had a request.
  const idle = new Set<Socket>();
  let closing = false;
  function handle(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    idle.delete(socket);
    response.once('close', () => {
      if (closing) socket.end();
      else if (!socket.destroyed) idle.add(socket);
    });
    respond(request, response);
  }
  // A request without a host reaches the listener, which refuses it like any other that it cannot read.
  const server = createServer({ requireHostHeader: false }, handle);
  server.on('clientError', (error, socket) => void refuseMalformed(error, socket));
  // An unknown expectation is ignored, as HTTP allows.
  server.on('checkExpectation', handle);
  server.on('connection', (socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const timer = setTimeout(() => server.closeAllConnections(), closeTimeout);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        for (const socket of idle) socket.destroy();
      }),
  };
}
