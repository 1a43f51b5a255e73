import { randomUUID } from 'node:crypto';
import { maxFileSize } from '@dvk/sdk/attachments';
import { problems, type Endpoint } from '@dvk/sdk/contract';
import { grantsOfRoles, type Session } from '@dvk/sdk/session';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Authenticator, Identity } from '../auth/index.ts';
import { isId, isUnavailable, type Database } from '../database/index.ts';
import type { Metrics } from '../observability/index.ts';
import { requireRecentSignIn, requireRole, requireScope } from '../policy/index.ts';
import type { AppEnvironment } from './app-environment.ts';
import { checkExpectedSubject } from './expected-subject.ts';
import { handleRequest } from './handle-request.ts';
import { negotiateLocale } from '../problems/locale.ts';
import { HttpProblem, problemResponse, unavailable } from '../problems/problem.ts';
import type { IncomingFiles } from './incoming-files.ts';
import { LocalRateLimiter, type RateLimiter, type RateLimits } from './rate-limit.ts';
import { callerAddress } from './remote-address.ts';
import type { Route } from './route.ts';
import type { AccessContext, Services } from './services.ts';
import { pageHeaders, serveFolder } from './static-pages.ts';
import { SharedRateLimiter } from './shared-rate-limit.ts';

/** An address outside the contract, open to everybody. */
export interface OpenPath {
  path: string;
  /** @defaultValue 'GET' */
  method?: 'GET' | 'POST';
  /** The rate limit for one address; left out where a response costs no more than its refusal would. */
  limit?: 'read' | 'probe';
  /** Whether each server counts for itself: what is answered without the database does not wait for it. */
  countedHere?: boolean;
  handle: (context: Context<AppEnvironment>) => Response | Promise<Response>;
}

export interface AppOptions {
  /** Awaited before a request touches the database. */
  ready: () => Promise<void>;
  routes: readonly Route[];
  openPaths: readonly OpenPath[];
  database: Database;
  services: Services;
  incomingFiles: IncomingFiles;
  authenticator: Authenticator;
  /** Who asks by a cookie, where this server signs people in itself. */
  signedIn?: ((request: Request, tenant: string, context: AccessContext) => Promise<Identity | undefined>) | undefined;
  /** Minutes that a sign-in may be old for what weighs much. */
  recentSignIn: number;
  /** The tenant of a request, or `undefined` where none is served at that address. */
  tenantOf: (request: Request) => string | undefined;
  /** Whether `tenantOf` tells several apart: a token must then name its own. */
  manyTenants: boolean;
  rateLimits: RateLimits;
  /** Proxies in front, counted from here: whose `X-Forwarded-For` is believed. */
  trustedProxies: number;
  /** Origins of portals on other hosts that may call the API from a page. */
  origins: readonly string[] | '*';
  /** A folder with pages, for addresses that nothing else answers. */
  pages?: string | undefined;
  /** The one style that pages of this server have. */
  pageStyle?: { styleSrc: string[] } | undefined;
  log: Logger;
  metrics: Metrics;
  clock: () => Date;
  /** Largest JSON body, in bytes. */
  maxJsonSize: number;
}

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
  const here = new LocalRateLimiter();
  const limiter = options.database.isShared ? new SharedRateLimiter(options.database, options.services.keyring) : here;
  const app = new Hono<AppEnvironment>();

  app.use(observe(log, metrics));
  app.use(pageHeaders);
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], ...options.pageStyle },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      // For whoever terminates TLS to say: it would bind the portal on the same host, and every host under it.
      strictTransportSecurity: false,
    }),
  );
  app.use(limitUrlLength);
  app.use(
    '/v1/*',
    cors({
      origin: options.origins === '*' ? '*' : [...options.origins],
      credentials: options.signedIn !== undefined && options.origins !== '*',
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowHeaders: [
        'accept-language',
        'authorization',
        'case-secret',
        'content-disposition',
        'content-type',
        'dvk-expected-subject',
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
      const now = options.clock().toISOString();
      const requestLog = log.child({ requestId: c.get('requestId'), route: path });
      const at = { database: options.database, services: options.services, now, log: requestLog };
      const identity = await identify(request, tenant, at);
      const who = identity.subject === null ? visitorOf(c) : `subject ${identity.subject}`;
      const caller = who && `${tenant} ${who}`;
      await count(limitOf(route.endpoint, identity), tenant, who);
      checkExpectedSubject(request, identity, options.services.keyring);
      const session = await accessOf(identity, at);
      requireRole(route.endpoint, session);
      requireScope(route.endpoint, identity);
      requireRecentSignIn(route.endpoint, identity, { now, recent: options.recentSignIn });
      return handleRequest(
        route,
        request,
        c.req.param() as Record<string, string>,
        grantsOfRoles(session, route.endpoint.roles),
        {
          ready: options.ready,
          database: options.database,
          services: options.services,
          incomingFiles: options.incomingFiles,
          caller,
          maxJsonSize: options.maxJsonSize,
          maxFileSize,
          now,
          log: requestLog,
        },
      );
    });
  }
  for (const { path, method = 'GET', limit, countedHere, handle } of options.openPaths) {
    app.on(method, path, async (c) => {
      const tenant = options.tenantOf(c.req.raw) ?? '';
      if (limit) await count(limit, tenant, visitorOf(c), countedHere ? here : limiter);
      return handle(c);
    });
  }
  for (const [path, of] of Map.groupBy(options.openPaths, (each) => each.path)) {
    const methods = of.flatMap(({ method = 'GET' }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    app.all(path, refuseOtherMethods(...methods));
  }
  for (const [path, methods] of methodsByPath(options.routes)) {
    app.all(honoPath(path), refuseOtherMethods(...methods));
  }

  if (options.pages !== undefined) serveFolder(app, options.pages);

  /** What a visitor may do is the same always; of who is signed in it is looked up. */
  async function accessOf(identity: Identity, context: AccessContext): Promise<Session> {
    const { scopes, provenAt: _, ...session } = identity;
    if (session.subject === null || scopes) return session;
    await options.ready();
    return options.services.access(session, context);
  }

  /** Who asks: a program by its key, whom a token names, or who has signed in here. */
  async function identify(request: Request, tenant: string, context: AccessContext): Promise<Identity> {
    const authorization = request.headers.get('authorization');
    const [, key] = /^Bearer +(dvk_.*)$/i.exec(authorization ?? '') ?? [];
    if (key !== undefined) {
      await options.ready();
      return options.services.authenticateKey(key, tenant, context);
    }
    // A token says for whom a request is; no cookie adds to it.
    const signedIn = authorization === null && (await options.signedIn?.(request, tenant, context));
    return signedIn || options.authenticator.authenticate(request, tenant, options.manyTenants);
  }

  /** Signed-out visitors are told apart by address, where the host gives one. */
  function visitorOf(c: Context<AppEnvironment>): string | undefined {
    const forwardedFor = c.req.header('x-forwarded-for') ?? null;
    const address = callerAddress(forwardedFor, c.env?.remoteAddress, options.trustedProxies);
    return address === undefined ? undefined : `address ${address}`;
  }

  async function count(
    kind: keyof RateLimits,
    tenant: string,
    who: string | undefined,
    by: RateLimiter = limiter,
  ): Promise<void> {
    // Without addresses all visitors would share one bucket, and one of them could shut out the rest.
    if (who === undefined) return;
    if (by !== here) await options.ready();
    try {
      await by.take({ tenant, caller: `${kind} ${who}` }, options.rateLimits[kind], options.clock().getTime());
    } catch (error) {
      if (error instanceof HttpProblem) metrics.rateLimited();
      throw error;
    }
  }

  /**
   * Counts a refused token; after too many the response is 429. Tokens are still verified, so that people who share the
   * address of somebody who guesses can go on.
   */
  async function countRefusedToken(error: Error, c: Context<AppEnvironment>): Promise<Error> {
    const refused = error instanceof HttpProblem && error.code === 'unauthenticated';
    if (!refused || c.req.header('authorization') === undefined) return error;
    try {
      await count('refusedToken', options.tenantOf(c.req.raw) ?? '', visitorOf(c));
    } catch (tooMany) {
      return tooMany as Error;
    }
    return error;
  }

  app.notFound((c) => problemResponse(new HttpProblem('not-found'), localeOf(c.req.raw), c.get('requestId')));
  app.onError(async (thrown, c) => {
    const error = await countRefusedToken(thrown, c);
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

function limitOf({ method }: Endpoint, { subject }: Session): keyof RateLimits {
  if (method === 'GET') return 'read';
  return subject === null ? 'anonymousWrite' : 'write';
}

/** Refuses every method but those named; registered after their handlers. */
function refuseOtherMethods(...methods: string[]): () => never {
  return () => {
    throw new HttpProblem('method-not-allowed', { headers: { allow: methods.join(', ') } });
  };
}

/** The limit of Node's own server, for other hosts too: a URL is parsed several times. */
const longestUrl = 16 * 1024;

const limitUrlLength: MiddlewareHandler = async (c, next) => {
  if (c.req.url.length > longestUrl) throw new HttpProblem('headers-too-large');
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

/** Gives each request an id, and logs and measures it. */
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
    // The reason of a refusal is logged only: the response does not say it.
    const reason = c.get('reason');
    log.info({ requestId, method: c.req.method, route, status: c.res.status, seconds, reason }, 'request');
  };
}
