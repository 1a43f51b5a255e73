/** Workers are killed, and their database goes away: no job is lost, and a receiver that knows keys does each once. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createServices } from '../create-services.ts';
import { openDatabase } from '../database/index.ts';
import { migrate } from '../migrate.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { startTestPostgres } from '../testkit/postgres.ts';
import { startScript, whenWritten, type ScriptProcess } from '../testkit/script-process.ts';
import { testSecretKey } from '../testkit/server.ts';
import { installQueues } from './boss.ts';
import { enqueue } from './enqueue.ts';
import type { Job } from './job.ts';
import { delivery } from './testkit/delivery.ts';
import { startReceiver, type Receiver } from './testkit/receiver.ts';
import { startWork } from './work.ts';

const jobCount = 200;
/** A worker is killed when so many deliveries have arrived, give or take. */
const kills = [50, 120];
const worker = fileURLToPath(new URL('testkit/worker.ts', import.meta.url));
const keys = Array.from({ length: jobCount }, (_, number) => `delivery/${number}`);

onBothEngines('workers killed at random', (engine, create) => {
  let files: TestDatabase;
  let receiver: Receiver;
  /** The embedded database is open to one process alone. */
  const workers: ScriptProcess[] = [];
  const atOnce = engine === 'PGlite' ? 1 : 2;

  const start = async () => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const child = startScript(worker, {
      args: [JSON.stringify(files.options)],
      environment: { PATH, NODE_COMPILE_CACHE },
    });
    await whenWritten(child, /(working)/);
    workers.push(child);
  };

  before(async () => {
    files = await create();
    receiver = await startReceiver();
    const database = await openDatabase(files.options);
    await installQueues(database, [delivery.name]);
    await database.transaction(async (db) => {
      for (const key of keys) await enqueue(db, delivery, { to: receiver.url }, { tenant: 'test', key });
    });
    await database.close();
  });
  after(async () => {
    for (const child of workers) child.kill('SIGKILL');
    receiver.close();
    await files.remove();
  });

  test('every job is done, each once for the receiver', async (t) => {
    const limits = kills.map((kill) => kill + Math.floor(Math.random() * 20));
    let held = receiver.holdAt(limits.shift()!);
    for (let count = 0; count < atOnce; count += 1) await start();
    for (let killed = 0; killed < kills.length; killed += 1) {
      await held;
      // Every worker has delivered something by then, and none knows it.
      await setTimeout(600);
      const [victim] = workers.splice(Math.floor(Math.random() * workers.length), 1);
      const gone = once(victim!, 'exit');
      victim!.kill('SIGKILL');
      await gone;
      await start();
      held = receiver.holdAt(limits.shift() ?? Infinity);
    }
    await whenWritten(workers[0]!, /(nothing left)/);
    for (const child of workers) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      assert.deepEqual(await gone, [0, null], child.output());
    }
    assert.deepEqual([...receiver.deliveries.keys()].toSorted(), keys.toSorted());
    const repeated = [...receiver.deliveries.values()].filter((count) => count > 1).length;
    assert.ok(repeated > 0, 'a kill interrupted something');
    // Only what was being delivered when a process was killed comes again.
    assert.ok(repeated <= kills.length * delivery.concurrency!, `${repeated} came more than once`);
    t.diagnostic(`${kills.length} kills, ${repeated} deliveries repeated`);
  });
});

test('a database that is restarted under a worker: it waits, and every job is done', async () => {
  const postgres = await startTestPostgres();
  const receiver = await startReceiver();
  const database = await openDatabase({ url: postgres.url });
  await migrate(database);
  await installQueues(database, [delivery.name]);
  const add = (from: number, to: number) =>
    database.transaction(async (db) => {
      for (const key of keys.slice(from, to))
        await enqueue(db, delivery, { to: receiver.url }, { tenant: 'test', key });
    });
  await add(0, 100);
  const work = startWork({
    database,
    services: createServices({ secretKey: testSecretKey }),
    tenant: 'test',
    jobs: [delivery as Job],
    ready: async () => {},
    clock: () => new Date(),
    log: pino({ level: 'silent' }),
    pace: { poll: 0.5, supervise: 1 },
  });
  for (const count of [20, 60]) {
    while (receiver.deliveries.size < count) await setTimeout(5);
    await postgres.restart();
  }
  await add(100, 120);
  for (;;) {
    const { rows } = await database.queries.execute(sql`SELECT id FROM pgboss.job WHERE state <> 'completed'`);
    if (rows.length === 0) break;
    await setTimeout(200);
  }
  assert.equal(receiver.deliveries.size, 120);
  await work.stop(1000);
  await database.close();
  receiver.close();
  await postgres.stop();
});
