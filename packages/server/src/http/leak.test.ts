import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { endpoint, everyone } from '@dvk/sdk/contract';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { anonymousOnly } from '../auth/index.ts';
import { createServices } from '../create-services.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { createMetrics } from '../observability/index.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { testSecretKey } from '../testkit/server.ts';
import { createApp } from './app.ts';
import { IncomingFiles } from './incoming-files.ts';
import { defaultRateLimits } from './rate-limit.ts';
import { implement } from './route.ts';

const Person = z.object({ name: z.string(), address: z.object({ street: z.string() }) });
const people = endpoint('GET', '/v1/people', {
  summary: 'People',
  roles: everyone,
  response: z.object({ items: z.array(Person) }),
});
const broken = endpoint('GET', '/v1/broken', { summary: 'Breaks the contract', roles: everyone, response: Person });

/** A row as a careless handler would return it. */
const row = { name: 'A', idNumber: '001099000001', address: { street: 'B', note: 'secret' } };

onBothEngines('what leaves the server', (_engine, create) => {
  let files: TestDatabase;
  let database: Database;
  const lines: string[] = [];
  before(async () => {
    files = await create();
    database = await openDatabase(files.options);
  });
  after(async () => {
    await database.close();
    await files.remove();
  });

  function app() {
    return createApp({
      ready: async () => {},
      openPaths: [],
      routes: [
        implement(people, async () => ({ items: [row, row] })),
        implement(broken, async () => ({ ...row, name: 42 as unknown as string, phone: '0912345678' })),
      ],
      database,
      incomingFiles: new IncomingFiles(undefined),
      services: createServices({ secretKey: testSecretKey }),
      authenticator: anonymousOnly,
      tenantOf: () => 'test',
      manyTenants: false,
      recentSignIn: 15,
      rateLimits: defaultRateLimits,
      trustedProxies: 0,
      origins: [],
      log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
      metrics: createMetrics(),
      clock: () => new Date(),
      maxJsonSize: 1000,
    });
  }

  test('only fields of the contract, at every depth', async () => {
    const response = await app().request('/v1/people');
    const expected = { name: 'A', address: { street: 'B' } };
    assert.deepEqual(await response.json(), { items: [expected, expected] });
  });

  test('a response outside the contract is a fault of ours, and its values stay out of the log', async () => {
    const response = await app().request('/v1/broken', { headers: { 'accept-language': 'en' } });
    assert.equal(response.status, 500);
    const text = await response.text();
    assert.ok(text.includes('urn:dvk:problem:internal-error'));
    for (const secret of ['0912345678', '001099000001', '42']) {
      assert.ok(!text.replace(/urn:uuid:[0-9a-f-]+/, '').includes(secret), 'answer');
    }
    const logged = lines.filter((line) => line.includes('request failed')).join('\n');
    assert.ok(logged.includes('/v1/broken') && logged.includes('name'));
    assert.ok(!logged.includes('0912345678') && !logged.includes('001099000001'));
  });
});
