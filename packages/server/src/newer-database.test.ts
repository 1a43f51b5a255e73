/**
 * A server beside a database that a newer one has brought up to date, as in each upgrade of several servers: it works on, whatever was added,
 * and changes nothing of it.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { migrateTables, openDatabase, type Database } from './database/index.ts';
import { migrate } from './migrate.ts';
import { addressOf, runCli, startCli } from './testkit/cli-process.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from './testkit/engines.ts';
import { operations, shots } from './testkit/fuzz/shots.ts';
import { makeWorld } from './testkit/fuzz/world.ts';
import { faultsOf } from './testkit/ledger.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { describeSchema } from './testkit/schema.ts';
import { testSecretKey } from './testkit/server.ts';

/** All that a migration may add: to every table columns and an index, and a table of its own. */
const expanding = `
  DO $$
  DECLARE name text;
  BEGIN
    FOR name IN SELECT tablename FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> 'schema_migration'
    LOOP
      EXECUTE format('ALTER TABLE %I ADD COLUMN later text, ADD COLUMN later_count integer NOT NULL DEFAULT 0', name);
      EXECUTE format('CREATE INDEX ON %I (later)', name);
    END LOOP;
  END $$;
  CREATE TABLE later_table (tenant text NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant, id));`;

describe('a server on a database that a newer one has migrated', () => {
  let folder: string;
  const files: TestDatabase[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dvk-newer-'));
    await cp(new URL('../migrations/', import.meta.url), folder, { recursive: true });
    await writeFile(join(folder, '9990-later.sql'), expanding);
  });
  after(async () => {
    for (const each of files) await each.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** What a newer server does at its start. */
  const migrateAsNewer = (database: Database) => migrateTables(database, { folder: pathToFileURL(`${folder}/`) });
  async function newerDatabase(): Promise<TestDatabase> {
    const made = await freshDatabase.PostgreSQL();
    files.push(made);
    const database = await openDatabase(made.options);
    assert.deepEqual(await migrateAsNewer(database), ['9990-later.sql']);
    await database.close();
    // Whoever uses it leaves it to be removed at the end.
    return { ...made, remove: async () => {} };
  }
  function environmentOf({ options }: TestDatabase): Record<string, string> {
    if (!('url' in options)) throw new Error('PostgreSQL has an address');
    const storage = join(folder, 'files');
    return { DATABASE_URL: options.url, DVK_SECRET_KEY: testSecretKey, DVK_STORAGE_DIR: storage, PORT: '0' };
  }

  test('migrates nothing and takes nothing back', async () => {
    const { options } = await newerDatabase();
    const database = await openDatabase(options);
    const describeAll = () =>
      database.withClient(async (client) => {
        await client.query('BEGIN');
        const lines = await describeSchema(client, 'public');
        await client.query('ROLLBACK');
        return lines;
      });
    const before = await describeAll();
    assert.ok(before.some((line) => line === 'plan: column later text'));
    await database.queries.execute(sql`UPDATE pgboss.version SET version = version + 1`);
    const { rows } = await database.queries.execute(sql`SELECT version FROM pgboss.version`);
    assert.deepEqual(await migrate(database), []);
    assert.deepEqual(await describeAll(), before);
    assert.deepEqual((await database.queries.execute(sql`SELECT version FROM pgboss.version`)).rows, rows);
    await database.close();
  });

  test('does every operation of the contract', async () => {
    const world = await makeWorld(newerDatabase);
    const all = [...operations.keys()];
    const areaOf = (operation: string) => operation.split('.')[0]!;
    const notReached = () => all.filter((operation) => !world.tally.get(operation)?.has('done'));
    for (let round = 1; round <= 30 && notReached().length > 0; round += 1) {
      const areas = new Set(notReached().map(areaOf));
      await world.prepare(areas, round);
      // With the others of their areas: a draft is read by who has written it.
      const volleys = fc.array(shots(all.filter((operation) => areas.has(areaOf(operation)))), {
        minLength: 8,
        maxLength: 8,
      });
      const fire = fc.asyncProperty(volleys, async (each) => {
        await Promise.all(each.map((shot) => world.fire(shot)));
      });
      await fc.assert(fire, { seed: round, numRuns: 20 });
    }
    assert.deepEqual(notReached(), []);
    assert.deepEqual(world.failures, []);
    assert.deepEqual(await faultsOf(world.server), []);
    await world.end();
  });

  test('starts beside it, and ends where a migration says that it cannot work', async () => {
    const made = await newerDatabase();
    const environment = environmentOf(made);
    const server = startCli(['serve'], environment);
    const url = await addressOf(server);
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'beside-a-newer-one' };
    const body = JSON.stringify(sampleSubmission());
    assert.equal((await fetch(`${url}/v1/cases`, { method: 'POST', headers, body })).status, 201);
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    assert.deepEqual(await gone, [0, null]);

    const less = `-- Contracts since 9990: nothing uses plan.motto.\nALTER TABLE plan DROP COLUMN motto;`;
    await writeFile(join(folder, '9991-less.sql'), less);
    const database = await openDatabase(made.options);
    assert.deepEqual(await migrateAsNewer(database), ['9991-less.sql']);
    await database.close();
    await rm(join(folder, '9991-less.sql'));
    const refused = await runCli(['serve'], environment);
    assert.equal(refused.code, 1);
    assert.match(refused.output, /9991-less\.sql, with which this version \(.+\) cannot work: start a newer server/);
  });

  test('two that are newer than the database start at once: one migrates it, the other waits', async () => {
    const made = await emptyDatabase.PostgreSQL();
    files.push(made);
    const servers = [1, 2].map(() => startCli(['serve'], environmentOf(made)));
    const urls = await Promise.all(servers.map(addressOf));
    for (const url of urls) assert.equal((await fetch(`${url}/readyz`)).status, 200);
    const database = await openDatabase(made.options);
    const { rows } = await database.queries.execute<{ moments: number; by: string }>(
      sql`SELECT count(DISTINCT applied_at)::int AS moments, min(applied_by) AS by FROM schema_migration`,
    );
    assert.equal(rows[0]!.moments, 1, 'all in one transaction');
    assert.ok(rows[0]!.by);
    await database.close();
    for (const server of servers) {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      assert.deepEqual(await gone, [0, null]);
    }
  });
});
