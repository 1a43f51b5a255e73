import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '@dvk/sdk/contract';
import type { RequestInfo } from './http/app.ts';
import { nodeListener } from './node-listener.ts';
import { HttpProblem, refusal } from './problems/problem.ts';

/** A fetch handler on a port. */
export interface Listening {
  /** E.g. `http://127.0.0.1:8080`. */
  url: string;
  /**
   * Takes no new connection and ends those on which nothing runs; resolves when the others are done, or cut off because
   * their caller took longer than ten seconds to finish.
   */
  close(): Promise<void>;
}

const defaultPatience = 10_000;

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
  {
    port,
    host = '127.0.0.1',
    patience = defaultPatience,
  }: {
    port: number;
    host?: string | undefined;
    /** For tests: how long closing waits for what runs, in milliseconds. */
    patience?: number;
  },
): Promise<Listening> {
  const respond = nodeListener(fetch);
  // Connections on which no request runs: Node by itself ends only those that have had one, once it is closed.
  const waiting = new Set<Socket>();
  let closing = false;
  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    waiting.delete(socket);
    response.once('close', () => {
      if (closing) socket.end();
      else if (!socket.destroyed) waiting.add(socket);
    });
    respond(request, response);
  }
  // A request without a host is left to the listener, which refuses it like any other that it cannot read.
  const server = createServer({ requireHostHeader: false }, answer);
  server.on('clientError', (error, socket) => void refuseBytes(error, socket));
  // An expectation we do not know is passed over, as HTTP allows.
  server.on('checkExpectation', answer);
  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.delete(socket));
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
        const cut = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const socket of waiting) socket.destroy();
      }),
  };
}
