import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createServices } from '../create-services.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { globalSetup, globalTeardown } from '../testkit/global-setup.ts';
import { startScript, whenWritten, type ScriptProcess } from '../testkit/script-process.ts';
import { patientDatabase } from '../testkit/patient-database.ts';
import { explain } from '../testkit/plans.ts';
import { testSecretKey } from '../testkit/server.ts';
import { queriesOf } from '../testkit/statements.ts';
import type { BenchLine } from '../../../../scripts/bench.ts';
import { installQueues } from './boss.ts';
import { enqueue } from './enqueue.ts';
import { defineJob, noData, type Job } from './job.ts';
import { delivery } from './testkit/delivery.ts';
import { startReceiver } from './testkit/receiver.ts';
import { startWork } from './work.ts';

type Report = (line: BenchLine) => void;

const worker = fileURLToPath(new URL('testkit/worker.ts', import.meta.url));
const throughputCount = 2000;
const killedCount = 10_000;
const killCount = 12;
const doneCount = 100_000;

const nothing = defineJob({ name: 'bench.nothing', schema: noData, concurrency: 4, run: async () => {} });

async function left(database: Database): Promise<number> {
  const { rows } = await database.queries.execute<{ left: string }>(
    sql`SELECT count(*) AS left FROM pgboss.job WHERE state NOT IN ('completed')`,
  );
  return Number(rows[0]!.left);
}

/** Jobs added one by one and done, against rows that are merely inserted one by one. */
async function benchThroughput(report: Report): Promise<void> {
  const files = await freshDatabase.PostgreSQL();
  const database = await openDatabase(files.options);
  await installQueues(database, [nothing.name]);
  await database.queries.execute(sql`CREATE TABLE bare (id serial PRIMARY KEY, data jsonb NOT NULL)`);
  const perSecond = (started: number) => throughputCount / ((performance.now() - started) / 1000);

  let started = performance.now();
  for (let index = 0; index < throughputCount; index += 1)
    await database.queries.execute(sql`INSERT INTO bare (data) VALUES ('{}') RETURNING id`);
  const bare = perSecond(started);

  started = performance.now();
  for (let index = 0; index < throughputCount; index += 1)
    await enqueue(database.queries, nothing, {}, { tenant: 'bench', key: String(index) });
  const added = perSecond(started);

  started = performance.now();
  const work = startWork({
    database,
    services: createServices({ secretKey: testSecretKey }),
    tenant: 'bench',
    jobs: [nothing as Job],
    ready: async () => {},
    clock: () => new Date(),
    log: pino({ level: 'silent' }),
    pace: { poll: 0.5, supervise: 10 },
  });
  while ((await left(database)) > 0) await setTimeout(20);
  const done = perSecond(started);
  await work.stop(5000);
  await database.close();
  await files.remove();
  const baseline = 'bare INSERT … RETURNING';
  report({ name: 'rows inserted one by one', value: bare, unit: '/s' });
  report({ name: 'jobs enqueued one by one', value: added, unit: '/s', baseline, ratio: added / bare });
  report({ name: 'jobs taken, done and marked, 4 at once', value: done, unit: '/s', baseline, ratio: done / bare });
}

/** Many deliveries by two processes, of which one after the other is killed at random: none is lost. */
async function benchKills(report: Report): Promise<void> {
  const files = await freshDatabase.PostgreSQL();
  const receiver = await startReceiver();
  const database = await openDatabase(files.options);
  await installQueues(database, [delivery.name]);
  for (let at = 0; at < killedCount; at += 500)
    await database.transaction(async (db) => {
      for (let index = at; index < Math.min(at + 500, killedCount); index += 1)
        await enqueue(db, delivery, { to: receiver.url }, { tenant: 'test', key: `delivery/${index}` });
    });
  const workers: ScriptProcess[] = [];
  const start = async () => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const environment = { PATH, NODE_COMPILE_CACHE };
    const child = startScript(worker, { args: [JSON.stringify(files.options)], environment });
    await whenWritten(child, /(working)/);
    workers.push(child);
  };
  const kill = async (signal: NodeJS.Signals) => {
    const [victim] = workers.splice(Math.floor(Math.random() * workers.length), 1);
    const gone = once(victim!, 'exit');
    victim!.kill(signal);
    await gone;
  };
  const started = performance.now();
  for (let count = 0; count < 2; count += 1) await start();
  for (let kills = 1; kills <= killCount; kills += 1) {
    const enough = (killedCount * kills) / (killCount + 1);
    while (receiver.deliveries.size < enough) await setTimeout(20);
    await setTimeout(Math.random() * 200);
    await kill('SIGKILL');
    await start();
  }
  while ((await left(database)) > 0) await setTimeout(100);
  const seconds = (performance.now() - started) / 1000;
  while (workers.length > 0) await kill('SIGTERM');
  await database.close();
  receiver.close();
  await files.remove();
  assert.equal(receiver.deliveries.size, killedCount, 'none is lost');
  const repeated = [...receiver.deliveries.values()].filter((count) => count > 1).length;
  // Only what was on its way when a process was killed comes again, and by its key the receiver knows it.
  assert.ok(repeated <= killCount * delivery.concurrency!, `${repeated} came more than once`);
  const name = `${killedCount} deliveries, ${killCount} workers killed`;
  report({ name: `${name}: done`, value: killedCount / seconds, unit: '/s' });
  report({ name: `${name}: lost`, value: killedCount - receiver.deliveries.size, unit: 'deliveries' });
  report({ name: `${name}: sent twice, and known by their key`, value: repeated, unit: 'deliveries' });
}

/** How a worker finds the next job where a hundred thousand are done and five hundred wait. */
async function benchTaking(report: Report): Promise<void> {
  const files = await patientDatabase('PostgreSQL');
  const database = await openDatabase(files.options);
  await installQueues(database, [nothing.name]);
  const taking = await queriesOf(async () => {
    const work = startWork({
      database,
      services: createServices({ secretKey: testSecretKey }),
      tenant: 'bench',
      jobs: [nothing as Job],
      ready: async () => {},
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
    });
    await setTimeout(3000);
    await work.stop(5000);
  }, /SKIP LOCKED/);
  await enqueue(database.queries, nothing, {}, { tenant: 'bench', key: 'first', startAfter: '9999-01-01T00:00:00Z' });
  const copies = (count: number, state: string, end: string) => sql`
    INSERT INTO pgboss.job (id, name, data, state, retry_limit, start_after, created_on, completed_on, keep_until, deletion_seconds)
    SELECT gen_random_uuid(), name, data || '{"key": "copy"}', ${sql.raw(`'${state}'`)}, retry_limit, now(), created_on,
      ${sql.raw(end)}, keep_until, deletion_seconds
    FROM pgboss.job, generate_series(1, ${count}::int) WHERE name = ${nothing.name} AND data ->> 'key' = 'first'`;
  await database.queries.execute(copies(500, 'created', 'null'));
  await database.queries.execute(copies(doneCount, 'completed', 'now()'));
  await database.withClient((client) => client.query('VACUUM ANALYZE'));
  const [work] = await explain(database, taking.slice(0, 1));
  const { read, buffers, ways, time } = work!;
  const did = `${read} rows read, ${buffers} pages; ${ways.join(', ')}`;
  report({ name: `a job taken, 500 waiting, ${doneCount} done (${did})`, value: time, unit: 'ms in the database' });
  await database.close();
  await files.remove();
}

export async function bench(report: Report): Promise<void> {
  await globalSetup();
  await benchTaking(report);
  await benchThroughput(report);
  await benchKills(report);
  await globalTeardown();
}
