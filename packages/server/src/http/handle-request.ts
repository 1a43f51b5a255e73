import { fileHeaders } from '@dvk/sdk/client';
import type { Endpoint } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import type { Logger } from 'pino';
import { canonicalJson } from '../json/canonical.ts';
import type { Database, Queries } from '../database/index.ts';
import { readJson } from './body.ts';
import { expectedVersion, isUnchanged } from './etag.ts';
import { runOnce, storedResponse, readIdempotencyKey, type KeyedRequest } from './idempotency.ts';
import type { IncomingFiles } from './incoming-files.ts';
import { ownerOf } from './key-owner.ts';
import { negotiateLocale } from '../problems/locale.ts';
import type { Context, Route } from './route.ts';
import type { Services } from './services.ts';
import { UnchangingFile } from './unchanging-file.ts';
import { checkBody, checkHeaders, checkParams, checkQuery, checkResponse } from './validate.ts';

interface RequestEnvironment {
  /** Awaited before the database is touched. */
  ready: () => Promise<void>;
  database: Database;
  services: Services;
  incomingFiles: IncomingFiles;
  caller: string | undefined;
  maxJsonSize: number;
  maxFileSize: number;
  now: string;
  log: Logger;
}

interface Received {
  params?: unknown;
  query?: unknown;
  headers?: unknown;
  body?: unknown;
}

/** Checks a request against its endpoint, runs the handler, and checks its response. */
export async function handleRequest(
  route: Route,
  request: Request,
  rawParams: Record<string, string>,
  session: Session,
  environment: RequestEnvironment,
): Promise<Response> {
  const { endpoint } = route;
  const { caller, incomingFiles, maxFileSize, maxJsonSize } = environment;
  const received: Received = {};
  if (endpoint.params) received.params = checkParams(endpoint.params, rawParams);
  const key = keyOf(endpoint, request);
  const version = endpoint.etag === 'required' ? expectedVersion(request.headers.get('if-match')) : 0;
  if (endpoint.headers) received.headers = checkHeaders(endpoint.headers, request.headers);
  if (endpoint.query) received.query = checkQuery(endpoint.query, new URL(request.url).searchParams);
  const checked = { route, request, session, key, version };
  if (endpoint.body === 'binary') {
    return incomingFiles.receive(request, { caller, limit: maxFileSize }, ({ content, sha256 }) =>
      runHandler({ ...checked, received: { ...received, body: content }, body: sha256 }, environment),
    );
  }
  if (endpoint.body) received.body = checkBody(endpoint.body, await readJson(request, maxJsonSize));
  return runHandler({ ...checked, received, body: received.body ?? null }, environment);
}

interface CheckedRequest {
  route: Route;
  request: Request;
  session: Session;
  key: string | undefined;
  version: number;
  received: Received;
  /** The body, or the digest of a file, to tell whether two keyed requests are the same. */
  body: unknown;
}

async function runHandler(checked: CheckedRequest, environment: RequestEnvironment): Promise<Response> {
  const { route, request, session, received, key } = checked;
  const { endpoint } = route;
  const { database, services, caller, now, log } = environment;
  await environment.ready();
  const context: Context = {
    session,
    caller,
    db: database.queries,
    inTransaction: false,
    transaction: (work, limits) => database.transaction(work, limits),
    now,
    locale: negotiateLocale(request.headers.get('accept-language')),
    expectedVersion: checked.version,
    services,
    log,
  };
  const keyed: KeyedRequest | undefined =
    key === undefined
      ? undefined
      : {
          tenant: session.tenant,
          owner: ownerOf(session, key, caller),
          method: endpoint.method,
          path: new URL(request.url).pathname,
          key,
          // What makes two keyed requests the same one.
          content: canonicalJson({ ...received, body: checked.body }),
          now,
        };
  if (keyed && route.prepare) {
    // A file that is sent twice is stored once.
    const earlier = await storedResponse(database.queries, services.keyring, keyed);
    if (earlier !== undefined) return respond(endpoint, request, JSON.parse(earlier) as unknown, context, true);
  }
  const prepared = await route.prepare?.(received, context);
  const run = async (db: Queries) => {
    const at = { ...context, db, inTransaction: db !== database.queries };
    return checkResponse(endpoint, await route.handle(received, at, prepared));
  };

  if (endpoint.method === 'GET' && !endpoint.recorded)
    return respond(endpoint, request, await run(database.queries), context, false);
  if (!keyed) return respond(endpoint, request, await database.transaction(run), context, false);

  const { response, replayed } = await database.transaction((db) =>
    runOnce(db, services.keyring, keyed, async () => JSON.stringify((await run(db)) ?? null)),
  );
  return respond(endpoint, request, JSON.parse(response) as unknown, context, replayed);
}

/**
 * The idempotency key of a change. A POST must have one. Another method may: if its response was lost and it is sent again,
 * it gets the same response, instead of 412 because its first attempt already changed the version.
 */
function keyOf({ method }: Endpoint, { headers }: Request): string | undefined {
  const given = headers.get('idempotency-key');
  return method === 'POST' || (method !== 'GET' && given !== null) ? readIdempotencyKey(given) : undefined;
}

function respond(endpoint: Endpoint, request: Request, body: unknown, context: Context, replayed: boolean): Response {
  const headers = new Headers({ 'content-language': context.locale, vary: 'Accept-Language, Authorization, Cookie' });
  if (replayed) headers.set('idempotent-replayed', 'true');
  const unchanging = body instanceof UnchangingFile ? body : undefined;
  const etag = endpoint.etag ? (body as { etag: string }).etag : unchanging?.etag;
  headers.set('cache-control', etag ? 'private, no-cache' : 'no-store');
  if (unchanging) {
    // Given anew to each token, secret and session: who may no longer read it has another one, or none. Other cookies of a
    // page change often, so they count only where somebody has signed in by one.
    const byCookie = context.session.subject !== null && !request.headers.has('authorization');
    headers.set('vary', `Authorization, Case-Secret${byCookie ? ', Cookie' : ''}`);
    headers.set('cache-control', 'private, max-age=86400, immutable');
  }
  if (etag) headers.set('etag', etag);
  if (etag && endpoint.method === 'GET' && isUnchanged(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const status = endpoint.status ?? 200;
  if (endpoint.response === 'binary') return binaryResponse(body as Blob, headers);
  if (!endpoint.response || status === 204) return new Response(null, { status: 204, headers });
  const id = (body as { id?: unknown }).id;
  if (status === 201 && typeof id === 'string') headers.set('location', locationOf(endpoint, id));
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(body), { status, headers });
}

/** Where something new is, from the address it was sent to: whatever a proxy puts before that stays. */
const locationOf = ({ path }: Endpoint, id: string) => `${path.slice(path.lastIndexOf('/') + 1)}/${id}`;

/** A file is always saved, never shown inside the page: whatever it holds, it runs nowhere. */
function binaryResponse(file: Blob, headers: Headers): Response {
  const name = file instanceof File ? file.name : 'file';
  headers.set('content-type', file.type || 'application/octet-stream');
  headers.set('content-length', String(file.size));
  headers.set('content-disposition', fileHeaders(name)['content-disposition']);
  return new Response(file, { headers });
}
