import { once } from 'node:events';
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/** A server behind the proxy. */
interface Upstream {
  url: URL;
  /** As its `/readyz` said last. */
  isReady: boolean;
  /** Requests that it has answered. */
  answered: number;
}

/** A real reverse proxy: whoever asks is sent to one server after the other, whatever cookies they have. */
export interface TestProxy {
  url: string;
  readonly upstreams: readonly Upstream[];
  /** How often a request was sent to another server because the first one went away. */
  readonly sentAgain: number;
  /** Sends requests to this server too. */
  add(url: string): void;
  remove(url: string): void;
  close(): Promise<void>;
}

/** Milliseconds between two looks whether servers are ready. */
const probeInterval = 200;

/** Headers that are for one connection alone. */
const hopHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding']);
const withoutHops = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopHeaders.has(name)));

/** What may be sent a second time when nobody knows what became of it: nothing happens twice. */
const isSafeAgain = ({ method, headers }: IncomingMessage) =>
  method === 'GET' || method === 'HEAD' || headers['idempotency-key'] !== undefined;

/** Starts a proxy. */
export async function startProxy(): Promise<TestProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const upstreams: Upstream[] = [];
  const stopped = new AbortController();
  let turn = 0;
  let sentAgain = 0;

  /** Those to try: the ready ones in turn, then the others. */
  function order(): Upstream[] {
    turn += 1;
    const turned = upstreams.map((_, at) => upstreams[(at + turn) % upstreams.length]!);
    return [...turned.filter(({ isReady }) => isReady), ...turned.filter(({ isReady }) => !isReady)];
  }

  /** Sends a request to one server; whether it reached it is known by whether the connection stood. */
  async function forward(to: Upstream, incoming: IncomingMessage, body: Buffer) {
    const outgoing = send(new URL(incoming.url!, to.url), {
      method: incoming.method,
      headers: { ...withoutHops(incoming.headers), 'content-length': body.length },
      agent,
    });
    outgoing.end(body);
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    return { response, content: await buffer(response) };
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    for (const upstream of order()) {
      try {
        const { response, content } = await forward(upstream, incoming, body);
        upstream.answered += 1;
        outgoing.writeHead(response.statusCode!, {
          ...withoutHops(response.headers),
          'x-served-by': upstream.url.port,
        });
        outgoing.end(content);
        return;
      } catch (error) {
        upstream.isReady = false;
        const neverSent = (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
        if (!neverSent && !isSafeAgain(incoming)) break;
        sentAgain += 1;
      }
    }
    outgoing.writeHead(502).end();
  }

  async function probe(): Promise<void> {
    while (!stopped.signal.aborted) {
      await Promise.all(
        upstreams.map(async (upstream) => {
          const answer = await fetch(new URL('/readyz', upstream.url), { signal: AbortSignal.timeout(2000) }).catch(
            () => undefined,
          );
          upstream.isReady = answer?.status === 200;
        }),
      );
      await setTimeout(probeInterval, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const probing = probe();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upstreams,
    get sentAgain() {
      return sentAgain;
    },
    add: (url) => void upstreams.push({ url: new URL(url), isReady: true, answered: 0 }),
    remove(url) {
      const at = upstreams.findIndex((each) => each.url.href === new URL(url).href);
      upstreams.splice(at, 1);
    },
    async close() {
      stopped.abort();
      await probing;
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
