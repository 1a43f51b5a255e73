import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** `Date.now()` of arrival. */
  at: number;
}

/** One way to answer, or not to. */
export type Step = (response: ServerResponse) => void;

/**
 * A real HTTP server on loopback that misbehaves on request: each request takes the next step, the last one stays.
 *
 * @example
 * await using server = await startFaultServer();
 * server.script(status(503, {'retry-after': '1'}), json({ok: true}));
 */
export async function startFaultServer() {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  let steps: Step[] = [];

  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A client that goes away is part of the game.
    request.on('error', () => {});
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString(), at: Date.now() });
      for (const done of waiting.splice(0)) done();
      const step = steps.length > 1 ? steps.shift() : steps[0];
      step?.(response);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    /** Forgets what came in; the coming requests get these answers in turn. */
    script(...next: Step[]): void {
      steps = next;
      received.length = 0;
    },
    /** Resolves when the next request has come in whole. */
    arrival(): Promise<void> {
      return new Promise((resolve) => waiting.push(resolve));
    },
    async [Symbol.asyncDispose](): Promise<void> {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Step =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const problem = (code: string, status: number, more: object = {}, headers: Record<string, string> = {}): Step =>
  json({ type: `urn:dvk:problem:${code}`, title: code, status, ...more }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  });

/** A bare status, as a load balancer gives it. */
export const status =
  (code: number, headers: Record<string, string> = {}): Step =>
  (response) =>
    response.writeHead(code, headers).end();

/** An error page of something in between. */
export const html =
  (code: number): Step =>
  (response) =>
    response.writeHead(code, { 'content-type': 'text/html' }).end(`<html><h1>${code} Bad Gateway</h1></html>`);

/** Text that claims to be JSON and is complete as far as HTTP can tell. */
export const text =
  (body: string): Step =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);

/** Cuts the connection before any answer. */
export const reset: Step = (response) => response.socket?.resetAndDestroy();

/** Never answers. */
export const stallHeaders: Step = () => {};

/** Sends the head and half of the body, then nothing more. */
export const stallBody: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"name":"');
};

/** Sends the head and half of the body, then cuts the connection. */
export const breakBody: Step = (response) => {
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    .write('{"name":"', () => response.socket?.resetAndDestroy());
};
