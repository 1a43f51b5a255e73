import { setTimeout } from 'node:timers/promises';
import { api } from '@dvk/sdk/api';
import { openApiDocument, type OpenApiDocument } from '@dvk/sdk/openapi';
import type { Logger } from 'pino';
import { routes } from './areas/index.ts';
import { anonymousOnly, type Authenticator } from './auth/index.ts';
import { createServices, type ServicesOptions } from './create-services.ts';
import type { Database } from './database/index.ts';
import type { RequestInfo } from './http/app-environment.ts';
import { createApp, type OpenPath } from './http/app.ts';
import { IncomingFiles } from './http/incoming-files.ts';
import { HttpProblem, refusal, signInNeeded, unavailable } from './problems/problem.ts';
import { defaultRateLimits, type RateLimits } from './http/rate-limit.ts';
import { createLogger, createMetrics } from './observability/index.ts';
import { startWork } from './queue/work.ts';
import { stopPaths } from './notices/stop-pages.ts';
import { serverJobs } from './server-jobs.ts';
import type { SignInOptions } from './sign-in/options.ts';
import { pageStyle } from './sign-in/pages.ts';
import { signInPaths } from './sign-in/paths.ts';
import { SignIn } from './sign-in/sign-in.ts';
import { version } from './startup/version.ts';
import { verifySecretKey } from './secret-key/index.ts';
import { sameBytes } from './secrets/keyring.ts';

export interface ServerOptions extends ServicesOptions {
  /** An open, migrated database; the server closes it when it closes. */
  database: Database;
  /**
   * The one tenant served, or a function by address (host name) giving `undefined` where there is none. With a function
   * the tokens of signed-in people must name their tenant: an address alone is anybody's to choose.
   */
  tenant: string | ((request: Request) => string | undefined);
  /** Who signs users in; without it everybody is anonymous. */
  authenticator?: Authenticator;
  /** Lets people sign in through this server itself, whose session is a cookie; without it there are tokens alone. */
  signIn?: SignInOptions;
  /**
   * Minutes that a sign-in may be old for what weighs much: giving roles, keys for programs, settings. Of tokens it counts only
   * where their issuer `saysWhen`.
   *
   * @defaultValue 15
   */
  recentSignIn?: number;
  /** Origins of portals on other hosts that may call the API from a page; none by default. */
  origins?: readonly string[] | '*';
  /**
   * A folder with pages and widgets that are served beside the API, for an installation that has no portal yet: the folder
   * `dist/cdn` of `@dvk/elements`. None by default.
   */
  pages?: string | undefined;
  rateLimits?: Partial<RateLimits>;
  /** Proxies in front whose `X-Forwarded-For` is believed; 0 by default. */
  trustedProxies?: number;
  /**
   * Where files wait, on a disk, while they are received and looked at: a directory for this alone, made if need be.
   * Without one they do among the system's temporary files, which some systems keep in memory.
   */
  incomingDirectory?: string | undefined;
  /** Background jobs are done by this server, or apart, by `createWorker` in other processes; `here` by default. */
  work?: 'here' | 'apart';
  log?: Logger;
  /** The bearer token that reads `/metrics`; without one the path does not exist. */
  metricsToken?: string | undefined;
  /** The current time; for tests. */
  clock?: () => Date;
  /** Largest JSON body in bytes; 1 MiB by default. */
  maxJsonSize?: number;
}

export interface Server {
  /** Handles one request; mounts in any fetch host. */
  fetch(request: Request, info?: RequestInfo): Promise<Response>;
  /**
   * Lets whatever spreads requests over several servers know that this one is about to stop: `/readyz` is answered 503 from now on, and each answer
   * ends its connection. All else goes on until {@link close}.
   */
  drain(): void;
  /** Refuses new requests, waits for running ones – ten seconds at most –, then closes the database. */
  close(): Promise<void>;
}

let apiDocument: OpenApiDocument | undefined;

/** The API as an OpenAPI 3.1 document. */
export function describeApi(): OpenApiDocument {
  apiDocument ??= openApiDocument(api, { title: 'Dân vận khéo', version });
  return apiDocument;
}

/** How long `/readyz` waits for the database, in milliseconds. */
const readyTimeout = 2000;
/** How long closing waits for running requests and jobs, in milliseconds. */
const closeTimeout = 10_000;
const hour = 60 * 60 * 1000;

/**
 * The back end behind the contract, as one fetch handler.
 *
 * @example
 * const database = await openDatabase({directory: '.data/database'});
 * await migrate(database);
 * await verifySecretKey(database, secretKey);
 * const server = createServer({database, tenant: 'demo', secretKey});
 * const response = await server.fetch(new Request('http://localhost/v1/units'));
 */
export function createServer(options: ServerOptions): Server {
  const { database, tenant } = options;
  const log = options.log ?? createLogger();
  const clock = options.clock ?? (() => new Date());
  const metrics = createMetrics();
  const services = createServices(options);
  const incomingFiles = new IncomingFiles(options.incomingDirectory);
  let keyCheck: Promise<void> | undefined;
  /** Checks the secret key against the database, once before the first request; after a failure again. */
  async function checkKey(): Promise<void> {
    keyCheck ??= verifySecretKey(database, options.secretKey);
    try {
      await keyCheck;
    } catch (error) {
      keyCheck = undefined;
      throw unavailable(error);
    }
  }
  let apiText: string | undefined;
  const openPaths: readonly OpenPath[] = [
    { path: '/healthz', handle: (c) => c.json({ status: 'ok' }) },
    {
      path: '/readyz',
      limit: 'probe',
      countedHere: true,
      async handle(c) {
        if (draining) return refusal(new HttpProblem('unavailable', { headers: { 'retry-after': '5' } }));
        await checkDatabase();
        await checkKey();
        return c.json({ status: 'ready' });
      },
    },
    {
      path: '/v1/openapi.json',
      limit: 'read',
      countedHere: true,
      handle: (c) => c.body((apiText ??= JSON.stringify(describeApi())), 200, { 'content-type': 'application/json' }),
    },
    {
      path: '/metrics',
      async handle(c) {
        const { metricsToken } = options;
        if (!metricsToken) return c.notFound();
        const given = c.req.header('authorization') ?? '';
        if (!sameBytes(Buffer.from(given), Buffer.from(`Bearer ${metricsToken}`)))
          throw signInNeeded('the bearer token is not DVK_METRICS_TOKEN');
        const { text, contentType } = await metrics.expose();
        return c.body(text, 200, { 'content-type': contentType });
      },
    },
  ];
  const tenantOf = typeof tenant === 'string' ? () => tenant : tenant;
  const manyTenants = typeof tenant !== 'string';
  const origins = options.origins ?? [];
  const recentSignIn = options.recentSignIn ?? 15;
  const signIn =
    options.signIn &&
    new SignIn(options.signIn, {
      database,
      keyring: services.keyring,
      ready: checkKey,
      origins,
      tenantOf,
      manyTenants,
      clock,
    });
  const app = createApp({
    ready: checkKey,
    routes,
    openPaths: [
      ...openPaths,
      ...stopPaths(database, services, checkKey, clock),
      ...(signIn ? signInPaths(signIn, recentSignIn * 60) : []),
    ],
    database,
    services,
    incomingFiles,
    authenticator: options.authenticator ?? anonymousOnly,
    signedIn: signIn && ((...asking) => signIn.identityOf(...asking)),
    pages: options.pages,
    pageStyle: signIn && pageStyle,
    recentSignIn,
    tenantOf,
    manyTenants,
    rateLimits: { ...defaultRateLimits, ...options.rateLimits },
    trustedProxies: options.trustedProxies ?? 0,
    origins,
    log,
    metrics,
    clock,
    maxJsonSize: options.maxJsonSize ?? 1024 * 1024,
  });

  let draining = false;
  let closing: Promise<void> | undefined;
  let databaseProbe: Promise<unknown> | undefined;
  /** Fails if the database does not answer within two seconds. Probes that come in the meantime share one query. */
  async function checkDatabase(): Promise<void> {
    databaseProbe ??= database.queries.execute('SELECT 1').finally(() => {
      databaseProbe = undefined;
    });
    const timeout = setTimeout(readyTimeout, undefined, { ref: false }).then(() => {
      throw unavailable(new Error(`The database did not answer within ${readyTimeout} ms`));
    });
    await Promise.race([databaseProbe, timeout]);
  }

  const work =
    options.work === 'apart'
      ? undefined
      : startWork({
          database,
          services,
          tenant: typeof tenant === 'string' ? tenant : null,
          jobs: serverJobs,
          ready: checkKey,
          clock,
          log,
        });
  // No job: it is the disk of this machine.
  const removeOldUploads = () =>
    incomingFiles.sweep().catch((error: unknown) => log.error({ error }, 'old uploads were not removed'));
  void removeOldUploads();
  const hourly = setInterval(removeOldUploads, hour).unref();

  const running = new Set<Promise<Response>>();
  return {
    async fetch(request, info = {}) {
      if (closing) {
        return refusal(new HttpProblem('unavailable', { headers: { 'retry-after': '5', connection: 'close' } }));
      }
      const response = Promise.resolve(app.fetch(request, info));
      running.add(response);
      try {
        const answer = await response;
        // Who keeps the connection would send its next request into the stopping server.
        if (draining) answer.headers.set('connection', 'close');
        return answer;
      } finally {
        running.delete(response);
      }
    },
    drain() {
      draining = true;
    },
    close() {
      closing ??= (async () => {
        clearInterval(hourly);
        const done = Promise.allSettled([...running, work?.stop(closeTimeout - 1000)]).then(() => true);
        const finished = await Promise.race([done, setTimeout(closeTimeout, false, { ref: false })]);
        if (!finished) log.error({ requests: running.size }, 'gave up waiting for requests');
        await incomingFiles.close();
        services.mail?.close();
        await database.close();
      })();
      return closing;
    },
  };
}
