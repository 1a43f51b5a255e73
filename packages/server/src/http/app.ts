import { randomUUID } from 'node:crypto';
import { maxFileSize } from '@dvk/sdk/attachments';
import { problems, type Endpoint } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Authenticator } from '../auth/index.ts';
import { isId, isUnavailable, type Database } from '../database/index.ts';
import type { Metrics } from '../observability/index.ts';
import { requireRole } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { answerTo } from './answer.ts';
import { negotiateLocale } from '../problems/locale.ts';
import { HttpProblem, problemResponse, unavailable } from '../problems/problem.ts';
import { RateLimiter, type RateLimits } from './rate-limit.ts';
import { callerAddress } from './remote-address.ts';
import type { Route } from './route.ts';

/** What a host tells about a request besides the request itself. */
export interface RequestInfo {
  /** The address of the peer, for rate limits. A host that cannot tell it has to limit signed-out visitors itself. */
  remoteAddress?: string | undefined;
}

export interface AppOptions {
  /** Awaited before a request touches the database. */
  ready: () => Promise<void>;
  routes: readonly Route[];
  database: Database;
  services: Services;
  authenticator: Authenticator;
  /** The tenant of a request, or `undefined` where none is served at that address. */
  tenantOf: (request: Request) => string | undefined;
  /** Whether `tenantOf` tells several apart: a token must then name its own. */
  manyTenants: boolean;
  rateLimits: RateLimits;
  /** Proxies in front, counted from here: whose `X-Forwarded-For` is believed. */
  trustedProxies: number;
  /** Origins of portals on other hosts that may call the API from a page. */
  origins: readonly string[] | '*';
  log: Logger;
  metrics: Metrics;
  clock: () => Date;
  /** Largest JSON body, in bytes. */
  maxJsonSize: number;
}

type AppEnvironment = { Bindings: RequestInfo; Variables: { requestId: string; route: string; reason?: string } };

/** `/v1/models/{id}` as hono writes it. */
const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Fixed paths before paths with parameters, so that the latter never swallow the former. */
function fixedFirst(a: Route, b: Route): number {
  const order = (route: Route) => route.endpoint.path.replaceAll('{', '\uffff');
  return order(a) < order(b) ? -1 : 1;
}

/** The contract as a fetch handler. */
export function createApp(options: AppOptions): Hono<AppEnvironment> {
  const { log, metrics } = options;
  const limiter = new RateLimiter();
  const app = new Hono<AppEnvironment>();

  app.use(observe(log, metrics));
  app.use(boundAddress);
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      // For whoever terminates TLS to say: it would bind the portal on the same host, and every host under it.
      strictTransportSecurity: false,
    }),
  );
  app.use(
    '/v1/*',
    cors({
      origin: options.origins === '*' ? '*' : [...options.origins],
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowHeaders: [
        'accept-language',
        'authorization',
        'case-secret',
        'content-disposition',
        'content-type',
        'idempotency-key',
        'if-match',
        'if-none-match',
        'x-request-id',
        'x-retry-count',
      ],
      exposeHeaders: ['content-language', 'etag', 'idempotent-replayed', 'location', 'retry-after', 'x-request-id'],
      maxAge: 600,
    }),
  );

  for (const route of options.routes.toSorted(fixedFirst)) {
    const { method, path } = route.endpoint;
    app.on(method, honoPath(path), async (c) => {
      c.set('route', path);
      const request = c.req.raw;
      const tenant = options.tenantOf(request);
      if (tenant === undefined) throw new HttpProblem('not-found');
      const session = await options.authenticator.authenticate(request, tenant, options.manyTenants);
      const forwardedFor = request.headers.get('x-forwarded-for');
      const address = callerAddress(forwardedFor, c.env?.remoteAddress, options.trustedProxies);
      const caller = callerOf(session, address);
      limit(route.endpoint, session, caller);
      requireRole(route.endpoint, session);
      return answerTo(route, request, c.req.param() as Record<string, string>, session, {
        ready: options.ready,
        database: options.database,
        services: options.services,
        caller,
        maxJsonSize: options.maxJsonSize,
        maxFileSize,
        now: options.clock().toISOString(),
        log: log.child({ requestId: c.get('requestId'), route: path }),
      });
    });
  }
  for (const [path, methods] of methodsByPath(options.routes)) {
    app.all(honoPath(path), onlyBy(...methods));
  }

  function limit(endpoint: Endpoint, session: Session, caller: string | undefined): void {
    // Without addresses all visitors would share one bucket, and one of them could shut out the rest.
    if (caller === undefined) return;
    const limits = options.rateLimits;
    const reads = endpoint.method === 'GET';
    const kind = reads ? 'read' : session.subject === null ? 'anonymousWrite' : 'write';
    try {
      limiter.take(`${kind} ${session.tenant} ${caller}`, limits[kind], options.clock().getTime());
    } catch (error) {
      metrics.rateLimited();
      throw error;
    }
  }

  app.notFound((c) => problemResponse(new HttpProblem('not-found'), localeOf(c.req.raw), c.get('requestId')));
  app.onError((error, c) => {
    const requestId = c.get('requestId');
    const locale = localeOf(c.req.raw);
    const ours = !(error instanceof HttpProblem) || problems[error.code].status >= 500;
    if (ours) log.error({ requestId, route: c.get('route'), error }, 'request failed');
    if (error instanceof HttpProblem) {
      const { reason } = error.extras;
      if (reason !== undefined) c.set('reason', reason);
      return problemResponse(error, locale, requestId);
    }
    if (!isUnavailable(error)) return problemResponse(error, locale, requestId);
    return problemResponse(unavailable(error), locale, requestId);
  });
  return app;
}

/** What counts as one caller. A signed-out visitor whose address nobody tells is none. */
function callerOf({ subject }: Session, address: string | undefined): string | undefined {
  if (subject !== null) return `subject ${subject}`;
  return address === undefined ? undefined : `address ${address}`;
}

/** Refuses every method but those named; stands behind the handlers that answer them. */
export function onlyBy(...methods: string[]): () => never {
  return () => {
    throw new HttpProblem('method-not-allowed', { headers: { allow: methods.join(', ') } });
  };
}

/** Node's own server takes no more; another host may, and an address is taken apart several times. */
const longestAddress = 16 * 1024;

const boundAddress: MiddlewareHandler = async (c, next) => {
  if (c.req.url.length > longestAddress) throw new HttpProblem('headers-too-large');
  await next();
};

const localeOf = (request: Request) => negotiateLocale(request.headers.get('accept-language'));

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { endpoint } of routes) {
    const known = methods.get(endpoint.path) ?? [];
    known.push(...(endpoint.method === 'GET' ? ['GET', 'HEAD'] : [endpoint.method]));
    methods.set(endpoint.path, known);
  }
  return methods;
}

/** Gives each request an id, and writes down how it went. */
function observe(log: Logger, metrics: Metrics): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const given = c.req.header('x-request-id') ?? '';
    const requestId = isId(given) ? given : randomUUID();
    c.set('requestId', requestId);
    const start = performance.now();
    await next();
    c.header('x-request-id', requestId);
    const seconds = (performance.now() - start) / 1000;
    const route = c.get('route') ?? 'none';
    metrics.request(c.req.method, route, c.res.status, seconds);
    // Why somebody was refused stands here alone: the answer does not tell.
    const reason = c.get('reason');
    log.info({ requestId, method: c.req.method, route, status: c.res.status, seconds, reason }, 'request');
  };
}
