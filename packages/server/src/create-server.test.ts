import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Problem } from '@dvk/sdk/contract';
import { pino } from 'pino';
import { insertAttachment } from './attachments/store.ts';
import { createServer, type ServerOptions } from './create-server.ts';
import { newId, openDatabase } from './database/index.ts';
import { memoryStorage } from './storage/index.ts';
import { onBothEngines } from './testkit/engines.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant } from './testkit/server.ts';

onBothEngines('a database that goes away', (engine, create) => {
  test('is reported as unavailable, and found again when it is back', async () => {
    const server = await startTestServer(create);
    assert.equal((await server.call('GET', '/readyz')).status, 200);
    if (engine === 'PostgreSQL') {
      // As a restart of the database server does: every connection ends, the next one is good.
      await server.database.queries
        .execute('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()')
        .catch(() => undefined);
      assert.equal((await server.call('GET', '/readyz')).status, 200);
    }
    await server.database.close();
    const gone = await server.call<Problem>('POST', '/v1/cases', { body: sampleSubmission() });
    assert.equal(gone.status, 503);
    assert.equal(gone.body.type, 'urn:dvk:problem:unavailable');
    assert.ok(gone.headers.get('retry-after'));
    assert.equal((await server.call('GET', '/readyz')).status, 503);
    assert.equal((await server.call('GET', '/healthz')).status, 200);
    await server.end();
  });
});

onBothEngines('closing', (_engine, create) => {
  test('a server that is about to stop is not ready, answers all the same, and keeps no connection', async () => {
    const server = await startTestServer(create);
    assert.equal((await server.call('GET', '/readyz')).status, 200);
    server.drain();
    const probe = await server.call<Problem>('GET', '/readyz');
    assert.deepEqual([probe.status, probe.body.type], [503, 'urn:dvk:problem:unavailable']);
    assert.equal((await server.call('GET', '/healthz')).status, 200);
    const { status, headers } = await server.call('POST', '/v1/cases', { body: sampleSubmission() });
    assert.deepEqual([status, headers.get('connection')], [201, 'close']);
    await server.end();
  });

  test('running requests are finished, new ones refused, and nothing acknowledged is lost', async () => {
    let options;
    const server = await startTestServer(async () => {
      const files = await create();
      options = files.options;
      return files;
    });
    const running = Array.from({ length: 10 }, () => server.call('POST', '/v1/cases', { body: sampleSubmission() }));
    // Let them reach the handler.
    await setImmediate();
    const closed = server.close();
    const late = await server.call<Problem>('GET', '/v1/units');
    assert.equal(late.status, 503);
    assert.equal(late.body.type, 'urn:dvk:problem:unavailable');
    assert.equal(late.headers.get('retry-after'), '5');
    assert.equal(late.body.instance, `urn:uuid:${late.headers.get('x-request-id')}`);
    const answers = await Promise.all(running);
    const acknowledged = answers.filter(({ status }) => status === 201);
    assert.equal(acknowledged.length, 10);
    await closed;

    const again = await openDatabase(options!);
    const { rows } = await again.queries.execute<{ code: string }>('SELECT code FROM citizen_case');
    const codes = new Set(rows.map(({ code }) => code));
    for (const { body } of acknowledged) assert.ok(codes.has(String(body.code)));
    await again.close();
    await server.end();
  });
});

onBothEngines('cleaning up', (_engine, create) => {
  /** A server with a file that nobody attached, and a second one on its database that does the jobs. */
  async function start(options: Partial<ServerOptions>) {
    const { database, call, end } = await startTestServer(create);
    assert.equal((await call('GET', '/readyz')).status, 200);
    const long = new Date(0).toISOString();
    await insertAttachment(database.queries, {
      tenant: testTenant,
      id: newId(),
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: '',
      uploadedAt: long,
      looseSince: long,
    });
    const maintained = Promise.withResolvers<void>();
    mock.method(database, 'maintain', async () => maintained.resolve());
    const server = createServer({
      database,
      tenant: testTenant,
      secretKey: testSecretKey,
      log: pino({ level: 'silent' }),
      ...options,
    });
    return {
      maintained: maintained.promise,
      files: async () => (await database.queries.execute('SELECT id FROM attachment')).rows.length,
      async stop() {
        await server.close();
        await end();
      },
    };
  }

  test('goes on while the storage is out of reach', async () => {
    const asked = Promise.withResolvers<void>();
    const remove = async () => {
      asked.resolve();
      throw new Error('out of reach');
    };
    const server = await start({ storage: { ...memoryStorage(), remove } });
    await Promise.all([asked.promise, server.maintained]);
    await server.stop();
  });

  test('is done soon after the start, also of what a crash left in the storage', async () => {
    const unfinished = Promise.withResolvers<void>();
    const server = await start({
      storage: { ...memoryStorage(), removeUnfinished: async () => unfinished.resolve() },
    });
    await Promise.all([unfinished.promise, server.maintained]);
    while ((await server.files()) > 0) await setTimeout(50);
    await server.stop();
  });

  test('touches nothing while the secret key is another one', async () => {
    const failed = Promise.withResolvers<void>();
    const server = await start({
      secretKey: 'another secret key for tests, long enough',
      storage: memoryStorage(),
      log: pino({ level: 'error' }, { write: () => failed.resolve() }),
    });
    await failed.promise;
    assert.equal(await server.files(), 1);
    await server.stop();
  });
});

onBothEngines('one server for many tenants', (_engine, create) => {
  test('who chooses another address has no role there, whatever the role at home', async () => {
    const tenants = new Map([
      ['hue', 'hue'],
      ['da-nang', 'da-nang'],
    ]);
    const server = await startTestServer(create, { tenant: (request) => tenants.get(new URL(request.url).hostname) });
    const ask = async (host: string, tenant?: string) => {
      const token = await server.tokenFor({ roles: ['secretariat'], ...(tenant && { tenant }) });
      const headers = { authorization: `Bearer ${token}` };
      return (await server.fetch(new Request(`http://${host}/v1/cases`, { headers }))).status;
    };
    assert.equal(await ask('hue', 'hue'), 200);
    assert.equal(await ask('da-nang', 'hue'), 401);
    assert.equal(await ask('hue'), 401, 'a token of no tenant');
    assert.equal(await ask('constructor', 'hue'), 404);
    await server.end();
  });
});
