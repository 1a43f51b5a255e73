/** The database server goes away and comes back while people work: nobody's work is lost, and the server stays up. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { openDatabase } from './database/index.ts';
import { migrate } from './migrate.ts';
import { addressOf, startCli, type CliProcess } from './testkit/cli-process.ts';
import { startTestPostgres, type TestPostgres } from './testkit/postgres.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { startTestServer, testSecretKey } from './testkit/server.ts';

describe('PostgreSQL under load', () => {
  let postgres: TestPostgres;
  let server: CliProcess;
  let address: string;

  before(async () => {
    postgres = await startTestPostgres();
    const environment = {
      DATABASE_URL: postgres.url,
      DVK_SECRET_KEY: testSecretKey,
      DVK_TRUSTED_PROXIES: '1',
      PORT: '0',
    };
    server = startCli(['serve'], environment);
    address = await addressOf(server);
  });
  after(async () => {
    server.kill('SIGKILL');
    await postgres.stop();
  });

  async function endAllBackends(): Promise<void> {
    const client = new pg.Client(postgres.url);
    await client.connect();
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL',
    );
    await client.end();
  }

  test('restarted, and its backends ended: 0 acknowledged lost, 0 exits, only 503', async (t) => {
    const statuses = new Map<number, number>();
    const acknowledged = new Map<string, string>();
    const stopped = new AbortController();
    let number = 0;

    async function ask(path: string, init: RequestInit = {}): Promise<Response> {
      const response = await fetch(address + path, init);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status === 503) {
        assert.match(response.headers.get('content-type')!, /^application\/problem\+json/);
        assert.ok(Number(response.headers.get('retry-after')) > 0);
      }
      return response;
    }
    /** Sends each report until it is taken, from an address of its own: patiently enough for what one address may send. */
    async function report(): Promise<void> {
      while (!stopped.signal.aborted) {
        const count = number++;
        const title = `Phản ánh số ${count}`;
        const headers = {
          'content-type': 'application/json',
          'idempotency-key': `report-${count}`,
          'x-forwarded-for': `10.0.${count >> 8}.${count & 255}`,
        };
        const body = JSON.stringify(sampleSubmission({ title }));
        for (;;) {
          const response = await ask('/v1/cases', { method: 'POST', headers, body });
          const answer = (await response.json()) as { code: string };
          if (response.status === 201) {
            acknowledged.set(title, answer.code);
            break;
          }
          await setTimeout(250);
        }
      }
    }
    async function read(): Promise<void> {
      for (let count = 0; !stopped.signal.aborted; count += 1) {
        const from = { 'x-forwarded-for': `10.1.${(count >> 8) & 255}.${count & 255}` };
        await (await ask('/v1/units', { headers: from })).arrayBuffer();
      }
    }
    const load = Promise.all([...Array.from({ length: 12 }, report), read(), read()]);
    for (const disturb of [
      endAllBackends,
      endAllBackends,
      endAllBackends,
      postgres.restart,
      endAllBackends,
      postgres.restart,
    ]) {
      await setTimeout(400);
      await disturb();
    }
    await setTimeout(400);
    stopped.abort();
    await load;
    t.diagnostic(JSON.stringify([...statuses]));

    assert.equal(server.exitCode, null, server.output());
    assert.deepEqual([...statuses.keys()].sort(), [200, 201, 503]);
    const database = await openDatabase({ url: postgres.url });
    const { rows } = await database.queries.execute<{ code: string; title: string }>(
      sql`SELECT code, title FROM citizen_case`,
    );
    await database.close();
    assert.equal(rows.length, acknowledged.size, 'each once');
    for (const { title, code } of rows) assert.equal(acknowledged.get(title), code);
  });

  test('frozen: a request, readiness and SIGTERM have an end', async () => {
    await postgres.freeze();
    try {
      assert.equal((await fetch(`${address}/readyz`)).status, 503);
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      const [code] = (await gone) as [number];
      assert.equal(code, 0, server.output());
    } finally {
      await postgres.thaw();
    }
  });

  test('frozen in the middle: the request gets 503, and the next one works when it thaws', async () => {
    const limits = { connection: 500, statement: 1000, answer: 500, transaction: 1500, close: 300 };
    const options = { url: postgres.url, timeLimits: limits };
    const frozen = await startTestServer(async () => ({ options, remove: async () => {} }));
    const send = () => frozen.call('POST', '/v1/cases', { body: sampleSubmission() });
    assert.equal((await send()).status, 201);
    await postgres.freeze();
    try {
      const answers = await Promise.all([
        send(),
        send(),
        frozen.call('GET', '/v1/units'),
        frozen.call('GET', '/readyz'),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [503, 503, 503, 503],
      );
    } finally {
      await postgres.thaw();
    }
    assert.equal((await send()).status, 201);
    await postgres.freeze();
    try {
      await frozen.close();
    } finally {
      await postgres.thaw();
    }
  });
});

test('a transaction has an end, whatever it waits for', async () => {
  const postgres = await startTestPostgres();
  const database = await openDatabase({ url: postgres.url, connections: 1, timeLimits: { transaction: 300 } });
  try {
    await migrate(database);
    const endless = database.transaction(() => new Promise(() => {}));
    await assert.rejects(endless, /longer than 300 ms/);
    // Its connection is not the one that the next gets.
    assert.equal((await database.queries.execute('SELECT 1')).rows.length, 1);
  } finally {
    await database.close();
    await postgres.stop();
  }
});
