/** Data of tenants can be kept apart on several disks or servers: nothing that the database checks reaches from one tenant to another. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { freshDatabase, type TestDatabase } from '../testkit/engines.ts';
import { openDatabase, type Database } from './index.ts';

/** Tables that are of no tenant: one row, or one for each migration. */
const ofNoTenant = ['schema_migration', 'secret_key_check'];

describe('the tables, divided by tenant', () => {
  let files: TestDatabase;
  let database: Database;
  let tables: string[];
  before(async () => {
    files = await freshDatabase.PostgreSQL();
    database = await openDatabase(files.options);
    const { rows } = await database.queries.execute<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    tables = rows.map(({ name }) => name);
  });
  after(async () => {
    await database.close();
    await files.remove();
  });

  /** What PostgreSQL says to a table like this one that is divided by tenant; `undefined` where it makes it. */
  const divided = (name: string) =>
    database.withClient(async (client) => {
      await client.query('BEGIN');
      const refusal = await client
        .query(`CREATE TABLE divided (LIKE ${name} INCLUDING ALL) PARTITION BY HASH (tenant)`)
        .then(() => undefined)
        .catch((error: Error) => error.message);
      await client.query('ROLLBACK');
      return refusal;
    });

  test('can be, each with its keys and indexes, but those of no tenant', async () => {
    assert.ok(tables.length > 30);
    const refused: string[] = [];
    for (const name of tables) if ((await divided(name)) !== undefined) refused.push(name);
    assert.deepEqual(refused, ofNoTenant);
  });

  test('a key without the tenant would be found', async () => {
    await database.queries.execute('CREATE UNIQUE INDEX plan_title ON plan (title)');
    assert.match(
      (await divided('plan'))!,
      /unique constraint on partitioned table must include all partitioning columns/,
    );
    await database.queries.execute('DROP INDEX plan_title');
  });

  test('refer to rows of the same tenant alone', async () => {
    const { rows } = await database.queries.execute<{ reference: string }>(`
      SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) AS reference FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
    assert.ok(rows.length > 5);
    const strange = rows.filter(({ reference }) => !/\(tenant, .*REFERENCES \w+\(tenant, /.test(reference));
    assert.deepEqual(strange, []);
  });
});
