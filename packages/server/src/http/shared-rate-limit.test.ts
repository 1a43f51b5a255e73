/** Several servers on one database count together: a limit of N is N, however many servers there are. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Problem } from '@dvk/sdk/contract';
import { sql } from 'drizzle-orm';
import { createServer } from '../create-server.ts';
import { openDatabase } from '../database/index.ts';
import { freshDatabase, type TestDatabase } from '../testkit/engines.ts';
import { startTestServer, testSecretKey, testTenant, type TestServer } from '../testkit/server.ts';
import { pino } from 'pino';
import { deleteOldBuckets } from './shared-rate-limit.ts';

const minute = 60_000;
const start = Date.parse('2026-11-30T02:00:00Z');

describe('limits of several servers on one database', () => {
  let files: TestDatabase;
  let one: TestServer;
  let servers: Pick<TestServer, 'fetch' | 'close'>[];
  let now = start;

  before(async () => {
    files = await freshDatabase.PostgreSQL();
    const options = {
      clock: () => new Date(now),
      rateLimits: { read: { burst: 5, perMinute: 6 }, refusedToken: { burst: 3, perMinute: 1 } },
    };
    one = await startTestServer(async () => files, options);
    const others = [0, 1].map(async () =>
      createServer({
        ...options,
        database: await openDatabase(files.options),
        tenant: testTenant,
        secretKey: testSecretKey,
        authenticator: one.issuer,
        work: 'apart',
        log: pino({ level: 'silent' }),
      }),
    );
    servers = [one, ...(await Promise.all(others))];
  });
  beforeEach(() => {
    // What was counted before is full again.
    now += 60 * minute;
  });
  after(async () => {
    for (const server of servers.slice(1)) await server.close();
    await one.end();
  });

  const ask = async (server: Pick<TestServer, 'fetch'>, address: string, token?: string) => {
    const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
    const response = await server.fetch(new Request('http://test/v1/units', { headers }), { remoteAddress: address });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Partial<Problem> };
  };
  const statusesOf = async (address: string, count: number, token?: string) => {
    const all = Array.from({ length: count }, (_, at) => ask(servers[at % servers.length]!, address, token));
    return (await Promise.all(all)).map(({ status }) => status).toSorted();
  };
  const times = (count: number, status: number) => Array.from({ length: count }, () => status);

  test('the burst of a visitor is that of all servers together, asked at once', async () => {
    assert.deepEqual(await statusesOf('192.0.2.10', 24), [...times(5, 200), ...times(19, 429)]);
    assert.deepEqual(await statusesOf('192.0.2.11', 3), times(3, 200), 'another one has a burst of their own');
  });

  test('of somebody signed in too, whatever address they come from', async () => {
    const token = await one.tokenFor('secretariat');
    const all = Array.from({ length: 12 }, (_, at) => ask(servers[at % 3]!, `192.0.2.${20 + at}`, token));
    const statuses = (await Promise.all(all)).map(({ status }) => status).toSorted();
    assert.deepEqual(statuses, [...times(5, 200), ...times(7, 429)]);
  });

  test('it fills again with time, the same for all, and a refusal says when', async () => {
    await statusesOf('192.0.2.12', 5);
    for (const server of servers) {
      const refused = await ask(server, '192.0.2.12');
      assert.equal(refused.body.type, 'urn:dvk:problem:rate-limited');
      assert.equal(refused.headers.get('retry-after'), '10');
    }
    now += 10_000;
    assert.deepEqual(await statusesOf('192.0.2.12', 6), [200, ...times(5, 429)]);
    now += 60 * minute;
    assert.deepEqual(await statusesOf('192.0.2.12', 12), [...times(5, 200), ...times(7, 429)], 'no more than a burst');
  });

  test('a server whose clock is behind gives nothing twice', async () => {
    await statusesOf('192.0.2.13', 5);
    now -= 5000;
    assert.deepEqual(await statusesOf('192.0.2.13', 3), times(3, 429));
    now += 5000;
    assert.deepEqual(await statusesOf('192.0.2.13', 3), times(3, 429));
  });

  test('who guesses tokens is counted by all', async () => {
    assert.deepEqual(await statusesOf('192.0.2.14', 9, 'guess'), [...times(3, 401), ...times(6, 429)]);
  });

  test('while nothing can be written, each server counts by itself, and reading goes on', async () => {
    await one.database.queries.execute(
      sql`ALTER DATABASE ${sql.raw(databaseName())} SET default_transaction_read_only = on`,
    );
    const standby = await openDatabase(files.options);
    const reading = createServer({
      clock: () => new Date(now),
      rateLimits: { read: { burst: 2, perMinute: 1 } },
      database: standby,
      tenant: testTenant,
      secretKey: testSecretKey,
      work: 'apart',
      log: pino({ level: 'silent' }),
    });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask(reading, '192.0.2.15')).status);
    assert.deepEqual(statuses, [200, 200, 429, 429]);
    await reading.close();
    await one.database.queries.execute(
      sql`ALTER DATABASE ${sql.raw(databaseName())} RESET default_transaction_read_only`,
    );
  });

  test('nobody can be read from what is counted, and it is deleted', async () => {
    await statusesOf('192.0.2.16', 1);
    const { queries } = one.database;
    const { rows } = await queries.execute<{ text: string }>(sql`SELECT rate_limit::text AS text FROM rate_limit`);
    assert.ok(rows.length > 0);
    assert.ok(rows.every(({ text }) => !text.includes('192.0.2')));
    await deleteOldBuckets(queries, new Date(now + 23 * 60 * minute));
    assert.ok((await queries.execute(sql`SELECT 1 FROM rate_limit`)).rows.length > 0);
    await deleteOldBuckets(queries, new Date(now + 25 * 60 * minute));
    assert.deepEqual((await queries.execute(sql`SELECT 1 FROM rate_limit`)).rows, []);
  });

  function databaseName(): string {
    if (!('url' in files.options)) throw new Error('PostgreSQL has an address');
    return new URL(files.options.url).pathname.slice(1);
  }
});
