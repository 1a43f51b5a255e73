import { randomUUID } from 'node:crypto';
import { createDemoIssuer, type DemoIssuer, type DemoPerson } from '@dvk/demo';
import type { Role } from '@dvk/sdk/contract';
import { pino } from 'pino';
import { createServer, type Server, type ServerOptions } from '../create-server.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { defaultRateLimits } from '../http/rate-limit.ts';
import type { TestDatabase } from './engines.ts';

export const testTenant = 'test';
export const testSecretKey = 'a secret key for tests, long enough';

/** Who asks in a test: nobody, a role, or a person in full. */
export type Asker = undefined | Role | (Partial<DemoPerson> & { roles: readonly Role[] });

export interface Call {
  as?: Asker;
  body?: unknown;
  headers?: Record<string, string>;
  /** By default a new one for each POST; `null` sends none. */
  key?: string | null;
}

/** A server on a fresh database, called without a network. */
export interface TestServer extends Server {
  database: Database;
  issuer: DemoIssuer;
  /** Calls it and reads the JSON answer; a file is left out. */
  call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    call?: Call,
  ): Promise<{ status: number; headers: Headers; body: Body }>;
  /** A token for an asker, to send requests by hand. */
  tokenFor(asker: NonNullable<Asker>): Promise<string>;
  /** Closes it and removes the database. */
  end(): Promise<void>;
}

/** Generous: tests are not about limits unless they say so. */
const noLimit = { burst: 1_000_000, perMinute: 1_000_000 };

/** Whether a body is sent as it is, and not as JSON. */
const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** Whether an answer can be read: a file cannot. */
const isJson = ({ headers }: Response) => /^application\/(?:\w+\+)?json\b/.test(headers.get('content-type') ?? '');

export async function startTestServer(
  create: () => Promise<TestDatabase>,
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const files = await create();
  const database = await openDatabase(files.options);
  const issuer = await createDemoIssuer();
  const server = createServer({
    database,
    tenant: testTenant,
    secretKey: testSecretKey,
    authenticator: issuer,
    rateLimits: Object.fromEntries(Object.keys(defaultRateLimits).map((kind) => [kind, noLimit])),
    log: pino({ level: 'silent' }),
    // Nothing happens but what a test does.
    work: 'apart',
    ...options,
  });
  const tokens = new Map<string, Promise<string>>();

  function token(asker: NonNullable<Asker>): Promise<string> {
    const person = typeof asker === 'string' ? { roles: [asker] } : asker;
    const name = JSON.stringify(person);
    if (!tokens.has(name)) {
      tokens.set(name, issuer.issue({ subject: `test-${person.roles.join('-')}`, name: 'Nguyễn Văn A', ...person }));
    }
    return tokens.get(name)!;
  }

  return {
    ...server,
    database,
    issuer,
    tokenFor: token,
    async call<Body>(method: string, path: string, { as, body, headers = {}, key = randomUUID() }: Call = {}) {
      const sent = new Headers(headers);
      if (as !== undefined && as !== 'anonymous') sent.set('authorization', `Bearer ${await token(as)}`);
      if (method === 'POST' && key !== null) sent.set('idempotency-key', key);
      if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
      const response = await server.fetch(
        new Request(`http://test${path}`, {
          method,
          headers: sent,
          ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
        }),
        { remoteAddress: '192.0.2.1' },
      );
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text !== '' && isJson(response) ? JSON.parse(text) : undefined) as Body,
      };
    },
    async end() {
      await server.close();
      await files.remove();
    },
  };
}
