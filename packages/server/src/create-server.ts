import { setTimeout } from 'node:timers/promises';
import { api } from '@dvk/sdk/api';
import { legalTerms, vietnamCalendar, type TermRule, type WorkCalendar } from '@dvk/sdk/calendar';
import { openApiDocument, type OpenApiDocument } from '@dvk/sdk/openapi';
import type { Logger } from 'pino';
import { removeForgotten } from './attachments/contents.ts';
import { createFileQueues } from './attachments/file-queues.ts';
import { defaultUploadQuotas, forgetOldCharges, UploadQuotaKeeper, type UploadQuotas } from './attachments/quota.ts';
import { nobody, type Authenticator } from './auth/index.ts';
import { startChores } from './chores.ts';
import type { Database } from './database/index.ts';
import { createApp, type OpenPath, type RequestInfo } from './http/app.ts';
import { Cursors } from './http/cursors.ts';
import { IncomingFiles } from './http/incoming-files.ts';
import { forgetOldAnswers } from './http/idempotency.ts';
import { HttpProblem, refusal, signInNeeded, unavailable } from './problems/problem.ts';
import { defaultRateLimits, type RateLimits } from './http/rate-limit.ts';
import { createLogger, createMetrics } from './observability/index.ts';
import { routes } from './areas/index.ts';
import { RubricCache } from './rubrics/store.ts';
import { version } from './version.ts';
import { verifySecretKey } from './secret-key/index.ts';
import { Keyring, sameBytes } from './secrets/keyring.ts';
import type { Services } from './services.ts';
import type { FileStorage } from './storage/index.ts';

export interface ServerOptions {
  /** An open, migrated database; the server closes it when it closes. */
  database: Database;
  /**
   * The master secret: at least 32 characters or bytes. Losing it makes case secrets and sealed data unusable; with another one than the database was
   * made with every request is answered 503, see `verifySecretKey`.
   */
  secretKey: string | Uint8Array;
  /**
   * The one tenant served, or a function by address (host name) giving `undefined` where there is none. With a function
   * the tokens of signed-in people must name their tenant: an address alone is anybody's to choose.
   */
  tenant: string | ((request: Request) => string | undefined);
  /** Code of the one province served, e.g. `38`: what lies in another is refused. Without it all provinces are taken. */
  province?: string | undefined;
  /** Who signs users in; without it everybody is anonymous. */
  authenticator?: Authenticator;
  /** Origins of portals on other hosts that may call the API from a page; none by default. */
  origins?: readonly string[] | '*';
  rateLimits?: Partial<RateLimits>;
  /** Proxies in front whose `X-Forwarded-For` is believed; 0 by default. */
  trustedProxies?: number;
  /** Where the contents of files are kept; without it no files are taken. */
  storage?: FileStorage;
  /**
   * Where files wait, on a disk, while they are received and looked at: a directory for this alone, made if need be.
   * Without one they do among the system's temporary files, which some systems keep in memory.
   */
  incomingDirectory?: string | undefined;
  /** How much may be uploaded in a day, by one caller and in one tenant. */
  uploadQuotas?: Partial<UploadQuotas>;
  /** The working calendar of due dates: by default that of Vietnamese state bodies. */
  calendar?: WorkCalendar;
  /** Terms of law and regulation; a province puts its own after `legalTerms`. */
  terms?: readonly TermRule[];
  log?: Logger;
  /** Whoever sends it as a bearer token reads `/metrics`; without it there are none to read. */
  metricsToken?: string | undefined;
  /** For tests: the source of "now". */
  clock?: () => Date;
  /** Largest JSON body in bytes; 1 MiB by default. */
  maxJsonSize?: number;
}

export interface Server {
  /** Answers one request; mounts in any fetch host. */
  fetch(request: Request, info?: RequestInfo): Promise<Response>;
  /** Refuses new requests, waits for running ones – ten seconds at most –, then closes the database. */
  close(): Promise<void>;
}

let described: OpenApiDocument | undefined;

/** The API as an OpenAPI 3.1 document. */
export function describeApi(): OpenApiDocument {
  described ??= openApiDocument(api, { title: 'Dân vận khéo', version });
  return described;
}

const readyPatience = 2000;
const closePatience = 10_000;

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
  const keyring = new Keyring(options.secretKey);
  const services: Services = {
    keyring,
    cursors: new Cursors(keyring),
    storage: options.storage,
    uploadQuota: new UploadQuotaKeeper({ ...defaultUploadQuotas, ...options.uploadQuotas }, keyring),
    fileQueues: createFileQueues(),
    rubrics: new RubricCache(),
    province: options.province,
    deadlines: { calendar: options.calendar ?? vietnamCalendar, terms: options.terms ?? legalTerms },
  };
  const incomingFiles = new IncomingFiles(options.incomingDirectory);
  let keyChecked: Promise<void> | undefined;
  /** Before the first request touches anything; again after a try that failed. */
  async function checkKey(): Promise<void> {
    keyChecked ??= verifySecretKey(database, options.secretKey);
    try {
      await keyChecked;
    } catch (error) {
      keyChecked = undefined;
      throw unavailable(error);
    }
  }
  let apiText: string | undefined;
  const openPaths: readonly OpenPath[] = [
    { path: '/healthz', answer: (c) => c.json({ status: 'ok' }) },
    {
      path: '/readyz',
      limit: 'probe',
      async answer(c) {
        await answers();
        await checkKey();
        return c.json({ status: 'ready' });
      },
    },
    {
      path: '/v1/openapi.json',
      limit: 'read',
      answer: (c) => c.body((apiText ??= JSON.stringify(describeApi())), 200, { 'content-type': 'application/json' }),
    },
    {
      path: '/metrics',
      async answer(c) {
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
  const app = createApp({
    ready: checkKey,
    routes,
    openPaths,
    database,
    services,
    incomingFiles,
    authenticator: options.authenticator ?? nobody,
    tenantOf: typeof tenant === 'string' ? () => tenant : tenant,
    manyTenants: typeof tenant !== 'string',
    rateLimits: { ...defaultRateLimits, ...options.rateLimits },
    trustedProxies: options.trustedProxies ?? 0,
    origins: options.origins ?? [],
    log,
    metrics,
    clock,
    maxJsonSize: options.maxJsonSize ?? 1024 * 1024,
  });

  let closing: Promise<void> | undefined;
  let probing: Promise<unknown> | undefined;
  /** Whoever asks while the database is being asked gets the same answer, and nobody waits longer than two seconds. */
  async function answers(): Promise<void> {
    probing ??= database.queries.execute('SELECT 1').finally(() => {
      probing = undefined;
    });
    const late = setTimeout(readyPatience, undefined, { ref: false }).then(() => {
      throw unavailable(new Error(`The database did not answer within ${readyPatience} ms`));
    });
    await Promise.race([probing, late]);
  }

  const { storage } = options;
  const chores = startChores(
    [
      () => database.transaction((db) => forgetOldAnswers(db, clock())),
      async () => {
        const onFailure = (error: unknown) => log.error({ error }, 'a forgotten file was not removed');
        if (storage) await removeForgotten({ database, keyring, storage, now: clock().toISOString(), onFailure });
      },
      async () => storage?.removeUnfinished?.(clock()),
      () => incomingFiles.sweep(),
      () => database.transaction((db) => forgetOldCharges(db, clock())),
      () => database.maintain(),
    ],
    { ready: checkKey, onFailure: (error) => log.error({ error }, 'sweep failed') },
  );

  const running = new Set<Promise<Response>>();
  return {
    async fetch(request, info = {}) {
      if (closing) {
        return refusal(new HttpProblem('unavailable', { headers: { 'retry-after': '5', connection: 'close' } }));
      }
      const answer = Promise.resolve(app.fetch(request, info));
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    },
    close() {
      closing ??= (async () => {
        const done = Promise.allSettled([...running, chores.stop()]).then(() => true);
        const finished = await Promise.race([done, setTimeout(closePatience, false, { ref: false })]);
        if (!finished) log.error({ requests: running.size }, 'gave up waiting for requests');
        await incomingFiles.close();
        await database.close();
      })();
      return closing;
    },
  };
}
