import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@dvk/sdk/contract';
import type { Job, JobState } from '@dvk/sdk/jobs';
import { eq, sql } from 'drizzle-orm';
import { verifyRecords } from '../ledger.ts';
import { eventsOf } from '../events/index.ts';
import { enqueue } from '../queue/enqueue.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { serverJobs } from '../server-jobs.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { startTestServer, testSecretKey, testTenant, type TestServer } from '../testkit/server.ts';

interface Page {
  items: Job[];
  nextCursor: string | null;
}

onBothEngines('jobs, as administrators see them', (_engine, create) => {
  let server: TestServer;
  const [first, second] = serverJobs;

  before(async () => {
    server = await startTestServer(create);
  });
  after(() => server.end());

  const call = <Body>(method: string, path: string, body?: unknown) =>
    server.call<Body>(method, path, { as: 'administrator', body });

  /** Adds a job, as it is after it failed. */
  async function add(key: string, stored: Partial<typeof storedJobs.$inferInsert> = {}, tenant = testTenant) {
    const { queries } = server.database;
    const now = new Date(Date.UTC(2026, 10, 27, 9, Number(key)));
    await enqueue(queries, first!, {}, { tenant, key, now });
    const where = sql`${storedJobs.data} ->> 'key' = ${key} AND ${storedJobs.data} ->> 'tenant' = ${tenant}`;
    if (Object.keys(stored).length > 0) await queries.update(storedJobs).set(stored).where(where);
    const [{ id } = { id: '' }] = await queries.select({ id: storedJobs.id }).from(storedJobs).where(where);
    return id;
  }
  const failed = {
    state: 'failed',
    retries: 8,
    startedAt: '2026-11-27T11:00:00.000Z',
    finishedAt: '2026-11-27T11:00:01.000Z',
    output: { message: 'Error ECONNREFUSED' },
  } as const;
  const stateOf = async (id: string) =>
    (await server.database.queries.select().from(storedJobs).where(eq(storedJobs.id, id)))[0]!;

  test('are listed newest first, page by page, by state and name, of their own tenant alone', async () => {
    const waiting = await add('1');
    const broken = await add('2', failed);
    await add('3', { state: 'completed', startedAt: failed.startedAt, finishedAt: failed.finishedAt });
    await add('4', failed, 'elsewhere');
    await enqueue(server.database.queries, second!, {}, { tenant: testTenant, key: '5' });

    const names: (string | JobState)[][] = [];
    let cursor = '';
    do {
      const { body } = await call<Page>('GET', `/v1/jobs?limit=1${cursor}`);
      names.push(...body.items.map(({ name, state }) => [name, state]));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    assert.deepEqual(names, [
      [second!.name, 'waiting'],
      [first!.name, 'done'],
      [first!.name, 'failed'],
      [first!.name, 'waiting'],
    ]);
    const { body } = await call<Page>('GET', `/v1/jobs?state=failed&state=waiting&name=${first!.name}`);
    assert.deepEqual(body.items, [
      {
        id: broken,
        name: first!.name,
        state: 'failed',
        attempts: 9,
        lastError: 'Error ECONNREFUSED',
        nextTryAt: null,
        createdAt: '2026-11-27T09:02:00.000Z',
        startedAt: '2026-11-27T11:00:00.000Z',
        finishedAt: '2026-11-27T11:00:01.000Z',
      },
      {
        id: waiting,
        name: first!.name,
        state: 'waiting',
        attempts: 0,
        lastError: null,
        nextTryAt: '2026-11-27T09:01:00.000Z',
        createdAt: '2026-11-27T09:01:00.000Z',
        startedAt: null,
        finishedAt: null,
      },
    ]);
  });

  test('a failed one is tried again, which is an event', async () => {
    const id = await add('10', failed);
    const { status, body } = await call<Job>('POST', `/v1/jobs/${id}/retry`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual([body.state, body.finishedAt, body.lastError], ['retrying', null, 'Error ECONNREFUSED']);
    assert.ok(body.nextTryAt! > failed.finishedAt);
    // One more attempt than there were.
    assert.deepEqual((({ retries, retryLimit }) => ({ retries, retryLimit }))(await stateOf(id)), {
      retries: 8,
      retryLimit: 9,
    });
    const [event] = await eventsOf(server.database.queries, testTenant, `job/${id}`);
    assert.deepEqual([event!.kind, event!.data], ['job.retried', { name: first!.name }]);
  });

  test('one is given up with a reason, which is an event, and is tried again no more', async () => {
    const id = await add('11', failed);
    const reason = 'Kho tệp cũ đã ngừng hoạt động';
    assert.equal((await call<Problem>('POST', `/v1/jobs/${id}/give-up`, { reason: '' })).status, 422);
    const { body } = await call<Job>('POST', `/v1/jobs/${id}/give-up`, { reason });
    assert.deepEqual([body.state, body.nextTryAt], ['given-up', null]);
    const [event] = await eventsOf(server.database.queries, testTenant, `job/${id}`);
    assert.deepEqual([event!.kind, event!.data], ['job.given-up', { name: first!.name, reason }]);
    for (const step of ['retry', 'give-up']) {
      const refused = await call<Problem>('POST', `/v1/jobs/${id}/${step}`, step === 'retry' ? undefined : { reason });
      assert.deepEqual([refused.status, refused.body.type], [409, 'urn:dvk:problem:transition-not-allowed']);
    }
  });

  test('one that runs or is done, or is of another tenant, is left alone', async () => {
    const running = await add('12', { state: 'active', startedAt: failed.startedAt });
    const done = await add('13', { state: 'completed', startedAt: failed.startedAt, finishedAt: failed.finishedAt });
    const foreign = await add('14', failed, 'elsewhere');
    for (const [id, status] of [
      [running, 409],
      [done, 409],
      [foreign, 404],
    ] as const) {
      assert.equal((await call('POST', `/v1/jobs/${id}/retry`)).status, status);
      assert.equal((await call('POST', `/v1/jobs/${id}/give-up`, { reason: 'x' })).status, status);
    }
    assert.equal((await stateOf(foreign)).state, 'failed');
  });

  test('the ledger holds afterwards', async () => {
    const faults: unknown[] = [];
    const { events } = await verifyRecords({
      database: server.database,
      tenant: testTenant,
      secretKey: testSecretKey,
      onFault: (fault) => faults.push(fault),
    });
    assert.deepEqual([events, faults], [2, []]);
  });
});
