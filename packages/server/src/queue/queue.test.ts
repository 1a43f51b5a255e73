import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { jobNamesVi } from '@dvk/sdk/jobs';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { createServices } from '../create-services.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { serverJobs } from '../server-jobs.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { testSecretKey } from '../testkit/server.ts';
import { installQueues } from './boss.ts';
import { enqueue } from './enqueue.ts';
import { defineJob, JobFailure, noData, type Job } from './job.ts';
import { enqueueDue, lastDue } from './schedule.ts';
import { startWork, type Work } from './work.ts';

const tenant = 'test';
const numbered = z.object({ number: z.int() });

test('every job has a name of its own, and words for it', () => {
  const names = serverJobs.map(({ name }) => name);
  assert.deepEqual(names.toSorted(), Object.keys(jobNamesVi).toSorted());
});

test('scheduled work was due at the full hour, or at a time of day in Vietnam', () => {
  const due = (schedule: Parameters<typeof lastDue>[0], now: string) => lastDue(schedule, new Date(now)).toISOString();
  assert.equal(due('hourly', '2026-11-27T09:59:59.999Z'), '2026-11-27T09:00:00.000Z');
  assert.equal(due('hourly', '2026-11-27T09:00:00Z'), '2026-11-27T09:00:00.000Z');
  // 02:00 in Vietnam is 19:00 of the day before in UTC.
  assert.equal(due({ daily: '02:00' }, '2026-11-27T18:59:59Z'), '2026-11-26T19:00:00.000Z');
  assert.equal(due({ daily: '02:00' }, '2026-11-27T19:00:00Z'), '2026-11-27T19:00:00.000Z');
  assert.equal(due({ daily: '08:30' }, '2026-12-31T18:00:00Z'), '2026-12-31T01:30:00.000Z');
});

onBothEngines('background jobs', (_engine, create) => {
  let files: TestDatabase;
  let database: Database;
  let done: { number: number; key: string }[];
  const running: Work[] = [];

  /** Fails as often as it is told. */
  let failures = 0;
  const counted = defineJob({
    name: 'test.counted',
    schema: numbered,
    retry: { limit: 2, delay: 1 },
    async run({ key }, { number }) {
      if (failures-- > 0) throw new JobFailure('Máy nhận tạm ngừng');
      done.push({ number, key });
    },
  });
  const hourly: Job = {
    name: 'test.hourly',
    schema: noData,
    schedule: 'hourly',
    run: async ({ key }) => done.push({ number: -1, key }),
  };
  const careless = defineJob({
    name: 'test.careless',
    schema: noData,
    retry: { limit: 0, delay: 1 },
    run: async () => {
      throw new TypeError('Nguyễn Văn A <a@example.vn> is unknown');
    },
  });
  const jobs = [counted as Job, hourly, careless as Job];

  before(async () => {
    files = await create();
    database = await openDatabase(files.options);
    await installQueues(
      database,
      jobs.map(({ name }) => name),
    );
  });
  after(async () => {
    await database.close();
    await files.remove();
  });
  beforeEach(async () => {
    await Promise.all(running.splice(0).map((work) => work.stop(1000)));
    done = [];
    failures = 0;
    await database.queries.execute(sql`DELETE FROM pgboss.job`);
  });

  function work(
    only: readonly Job[] = [counted as Job, careless as Job],
    ready: () => Promise<void> = async () => {},
  ): Work {
    const started = startWork({
      database,
      services: createServices({ secretKey: testSecretKey }),
      tenant,
      jobs: only,
      ready,
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
      pace: { poll: 0.5, supervise: 1 },
    });
    running.push(started);
    return started;
  }

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) await setTimeout(50);
  }

  async function stored(name: string): Promise<{ state: string; output: unknown; retries: number }[]> {
    const { rows } = await database.queries.execute<{ state: string; output: unknown; retries: number }>(
      sql`SELECT state::text, output, retry_count AS retries FROM pgboss.job WHERE name = ${name} ORDER BY created_on`,
    );
    return rows;
  }

  test('a job is enqueued with its transaction, or not at all', async () => {
    await assert.rejects(
      database.transaction(async (db) => {
        await enqueue(db, counted, { number: 1 }, { tenant, key: 'one' });
        throw new Error('rolled back');
      }),
      /rolled back/,
    );
    assert.deepEqual(await stored('test.counted'), []);
    await database.transaction((db) => enqueue(db, counted, { number: 2 }, { tenant, key: 'two' }));
    assert.equal((await stored('test.counted')).length, 1);
    work();
    await until(() => done.length > 0);
    assert.deepEqual(done, [{ number: 2, key: 'two' }]);
  });

  test('a key names one job of a tenant, also when that is done', async () => {
    const add = (key: string, of = tenant) => enqueue(database.queries, counted, { number: 1 }, { tenant: of, key });
    assert.deepEqual(
      [await add('same'), await add('same'), await add('other'), await add('same', 'elsewhere')],
      [true, false, true, true],
    );
    work();
    await until(async () => (await stored('test.counted')).every(({ state }) => state === 'completed'));
    assert.equal(await add('same'), false);
    assert.equal(done.length, 3);
  });

  test('data that does not fit its schema is not enqueued', async () => {
    const wrong = { number: 'one' } as unknown as { number: number };
    await assert.rejects(enqueue(database.queries, counted, wrong, { tenant, key: 'wrong' }), z.core.$ZodError);
  });

  test('one that fails is tried again after a pause', async () => {
    failures = 1;
    await enqueue(database.queries, counted, { number: 1 }, { tenant, key: 'again' });
    work();
    await until(async () => (await stored('test.counted'))[0]!.state === 'retry');
    const { rows } = await database.queries.execute(
      sql`SELECT start_after > started_on AS later, output FROM pgboss.job WHERE name = 'test.counted'`,
    );
    assert.deepEqual(rows, [{ later: true, output: { name: 'Error', message: 'Máy nhận tạm ngừng' } }]);
    await until(() => done.length > 0);
    assert.deepEqual(done, [{ number: 1, key: 'again' }]);
  });

  test('one that always fails ends as failed, after its attempts', async () => {
    failures = 100;
    await enqueue(database.queries, counted, { number: 1 }, { tenant, key: 'never' });
    work();
    await until(async () => (await stored('test.counted'))[0]!.state === 'failed');
    assert.equal(failures, 97);
    assert.equal((await stored('test.counted'))[0]!.retries, 2);
  });

  test('why it failed is stored without what an error quotes', async () => {
    await enqueue(database.queries, careless, {}, { tenant, key: 'careless' });
    work();
    await until(async () => (await stored('test.careless'))[0]!.state === 'failed');
    assert.deepEqual((await stored('test.careless'))[0]!.output, { name: 'Error', message: 'TypeError' });
  });

  test('of two servers one does scheduled work, once for each time it is due', async () => {
    const at = (time: string) => ({ tenant, now: new Date(time) });
    await Promise.all([
      enqueueDue(database, jobs, at('2026-11-27T09:00:01Z')),
      enqueueDue(database, jobs, at('2026-11-27T09:00:02Z')),
    ]);
    await enqueueDue(database, jobs, at('2026-11-27T09:59:59Z'));
    await enqueueDue(database, jobs, at('2026-11-27T10:00:00Z'));
    // Their own clocks add the present hour, once.
    work(jobs);
    work(jobs);
    await until(async () => {
      const all = await stored('test.hourly');
      return all.length >= 3 && all.every(({ state }) => state === 'completed');
    });
    const keys = done.map(({ key }) => key).toSorted();
    assert.equal(new Set(keys).size, keys.length, 'none twice');
    for (const key of ['2026-11-27T09:00:00.000Z', '2026-11-27T10:00:00.000Z']) assert.ok(keys.includes(key));
  });

  test('begins when the server is ready, and not before', async () => {
    let refusals = 0;
    await enqueue(database.queries, counted, { number: 1 }, { tenant, key: 'early' });
    const waiting = work([counted as Job], async () => {
      refusals += 1;
      throw new Error('the secret key is another one');
    });
    await until(() => refusals > 0);
    await waiting.stop(1000);
    assert.equal((await stored('test.counted'))[0]!.state, 'created');
  });

  test('stopping waits for the job that runs, and leaves the next', async () => {
    const gate = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    const slow = defineJob({
      ...counted,
      async run({ key }, { number }) {
        began.resolve();
        await gate.promise;
        done.push({ number, key });
      },
    });
    await enqueue(database.queries, slow, { number: 1 }, { tenant, key: 'first' });
    await enqueue(database.queries, slow, { number: 2 }, { tenant, key: 'second', now: new Date(Date.now() + 1) });
    const working = work([slow as Job]);
    await began.promise;
    const stopped = working.stop(10_000);
    gate.resolve();
    await stopped;
    assert.deepEqual(done, [{ number: 1, key: 'first' }]);
    assert.deepEqual(
      (await stored('test.counted')).map(({ state }) => state),
      ['completed', 'created'],
    );
  });
});
