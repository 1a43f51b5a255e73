import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Received, Step } from './faults.ts';

/**
 * A real HTTP server on loopback that misbehaves on request: each request takes the next step, the last one stays.
 * A page scripts it by HTTP: `POST /faults/script` with the steps, `GET /faults/received`, and `GET /faults/arrival`, which
 * answers when a request has come in since.
 *
 * @example
 * await using server = await startFaultServer();
 * server.script(status(503, {'retry-after': '1'}), json({ok: true}));
 */
export async function startFaultServer() {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  let steps: readonly Step[] = [];

  function script(...next: Step[]): void {
    steps = next;
    received.length = 0;
  }
  async function arrival(): Promise<void> {
    if (received.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  }
  async function answerPage(url: string, body: string, response: ServerResponse): Promise<void> {
    if (url === '/faults/script') script(...(JSON.parse(body) as Step[]));
    if (url === '/faults/arrival') await arrival();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(received));
  }

  const http = createServer((request, response) => {
    // Browsers send again by themselves what breaks off on a connection that was used before.
    response.shouldKeepAlive = false;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A client that goes away is part of the game.
    request.on('error', () => {});
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks).toString();
      if (url.startsWith('/faults/')) return void answerPage(url, body, response);
      received.push({ method, url, headers, body, at: Date.now() });
      for (const done of waiting.splice(0)) done();
      const [step, ...rest] = steps;
      if (rest.length > 0) steps = rest;
      if (step) answer(step, response);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received: () => received,
    /** Forgets what came in; the coming requests get these answers in turn. */
    script,
    /** Resolves when a request has come in whole since {@link script}. */
    arrival,
    async [Symbol.asyncDispose](): Promise<void> {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function answer({ status, headers, body = '', after }: Step, response: ServerResponse): void {
  const cut = (): void => void response.socket?.resetAndDestroy();
  if (status === undefined) return after === 'cut' ? cut() : undefined;
  response.writeHead(status, headers);
  if (after === undefined) response.end(body);
  else response.write(body, after === 'cut' ? cut : undefined);
}
