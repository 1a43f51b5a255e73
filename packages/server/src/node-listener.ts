import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, RequestError, type HttpBindings } from '@hono/node-server';
import type { RequestInfo } from './http/app-environment.ts';
import { HttpProblem, refusal } from './problems/problem.ts';

/** What frameworks such as Express add to a request. */
type FrameworkRequest = IncomingMessage & { baseUrl?: unknown; rawBody?: unknown; body?: unknown };

const prefix = '/v1';

/** The body of a request that a middleware has read already: bytes, text or a JSON value. */
function bodyReadBefore({ rawBody, body }: FrameworkRequest): string | Uint8Array<ArrayBuffer> {
  const kept = rawBody ?? body;
  if (kept === undefined) {
    process.emitWarning(
      'A request reached @dvk/server with its body read and kept nowhere: mount nodeListener before what reads it, or leave the content in request.body.',
    );
    throw new HttpProblem('internal-error');
  }
  if (kept instanceof Uint8Array) return new Uint8Array(kept);
  return typeof kept === 'string' ? kept : JSON.stringify(kept);
}

/** The request as it was before a framework changed it. */
function restore(request: Request, incoming: FrameworkRequest): Request {
  const url = new URL(request.url);
  // Express removes the path that a listener is mounted under from the URL.
  const mounted = typeof incoming.baseUrl === 'string' && incoming.baseUrl.endsWith(prefix);
  if (mounted) url.pathname = prefix + url.pathname;

  const { method, signal } = request;
  const read = incoming.readableDidRead && method !== 'GET' && method !== 'HEAD';
  if (!read) return mounted ? new Request(url, request) : request;
  const headers = new Headers(request.headers);
  // The middleware has also decompressed and measured it.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Request(url, { method, headers, signal, body: bodyReadBefore(incoming) });
}

/**
 * A fetch handler as a listener of Node's HTTP servers and of frameworks on top of them, such as Express, also behind
 * middleware that reads bodies.
 *
 * @example app.use('/dvk', nodeListener(server.fetch));
 */
export function nodeListener(
  fetch: (request: Request, info: RequestInfo) => Response | Promise<Response>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const respond = getRequestListener(
    (request, bindings) => {
      const { incoming } = bindings as HttpBindings;
      return fetch(restore(request, incoming), { remoteAddress: incoming.socket.remoteAddress });
    },
    {
      overrideGlobalObjects: false,
      errorHandler: (error) =>
        refusal(new HttpProblem(error instanceof RequestError ? 'malformed-request' : 'internal-error')),
    },
  );
  return (request, response) => void respond(request, response);
}
