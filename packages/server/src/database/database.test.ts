import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { errorCode, migrateTables as migrate, newId, openDatabase, type Database } from './index.ts';

onBothEngines('the database', (engine, create) => {
  let files: TestDatabase;
  let database: Database;
  before(async () => {
    files = await create();
    database = await openDatabase(files.options);
    await database.queries.execute(sql`CREATE TABLE note (id integer PRIMARY KEY, words text)`);
  });
  after(async () => {
    await database.close();
    await files.remove();
  });
  const notes = async () => (await database.queries.execute(sql`SELECT id FROM note ORDER BY id`)).rows;

  test('migrating again does nothing', async () => {
    assert.deepEqual(await migrate(database), []);
  });

  test('several servers may migrate at once', async () => {
    assert.deepEqual(await Promise.all([migrate(database), migrate(database), migrate(database)]), [[], [], []]);
  });

  test('a migration that was changed after it ran stops the start', async () => {
    const mark = (with_: string, without: string) =>
      database.queries.execute(
        sql`UPDATE schema_migration SET checksum = replace(checksum, ${without}, '') || ${with_} WHERE name LIKE '0001%'`,
      );
    await mark('x', '');
    await assert.rejects(migrate(database), /was changed/);
    await mark('', 'x');
    assert.deepEqual(await migrate(database), []);
  });

  test('a newer database stops the start alone where it lacks what this version uses', async () => {
    const add = (name: string, needs: string | null) =>
      database.queries.execute(
        sql`INSERT INTO schema_migration (name, checksum, needs) VALUES (${name}, 'x', ${needs})`,
      );
    await add('9997-later.sql', null);
    await add('9998-less.sql', '0032');
    assert.deepEqual(await migrate(database), [], 'what it adds, or takes away of what this one does not use');
    await add('9999-less.sql', '9997');
    await assert.rejects(migrate(database), /9999-less\.sql, with which this version \(.+\) cannot work/);
  });

  test('a transaction is all or nothing, and its connection is good afterwards', async () => {
    const failing = database.transaction(async (db) => {
      await db.execute(sql`INSERT INTO note VALUES (1, 'a')`);
      await db.execute(sql`INSERT INTO note VALUES (1, 'b')`);
    });
    await assert.rejects(failing, (error) => errorCode(error) === '23505');
    assert.deepEqual(await notes(), []);
    await database.transaction((db) => db.execute(sql`INSERT INTO note VALUES (1, 'a')`));
    assert.deepEqual(await notes(), [{ id: 1 }]);
  });

  test('a transaction in which a failure was caught is not taken for committed', async () => {
    const swallowing = database.transaction(async (db) => {
      await db.execute(sql`INSERT INTO note VALUES (3, 'a')`);
      await db.execute(sql`INSERT INTO note VALUES (3, 'b')`).catch(() => {});
    });
    await assert.rejects(swallowing, /was not committed, but ended by ROLLBACK/);
    assert.deepEqual(await notes(), [{ id: 1 }]);
  });

  test('many statements at once all get their own result', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map(
        async (number) => (await database.queries.execute<{ n: number }>(sql`SELECT ${number}::int AS n`)).rows[0]!.n,
      ),
    );
    assert.deepEqual(answers, numbers);
  });

  test('large values and all of Unicode come back as they went', async () => {
    const words = 'Đường sá 🛣️ \u{10FFFF} '.repeat(100_000);
    await database.queries.execute(sql`INSERT INTO note VALUES (2, ${words})`);
    const { rows } = await database.queries.execute<{ words: string }>(sql`SELECT words FROM note WHERE id = 2`);
    assert.equal(rows[0]!.words, words);
  });

  test('maintenance learns how many rows there are', async () => {
    await database.maintain();
    const { rows } = await database.queries.execute<{ known: number }>(
      sql`SELECT reltuples::int AS known FROM pg_class WHERE relname = 'note'`,
    );
    // A server does this by itself, in its own time.
    if (engine === 'PGlite') assert.equal(rows[0]!.known, 2);
  });

  test('what was committed is there after closing and opening again', async () => {
    await database.close();
    database = await openDatabase(files.options);
    assert.equal((await notes()).length, 2);
  });

  // PGlite has one connection: nothing there ever waits for another.
  if (engine === 'PGlite') return;
  test('two that wait for each other are sorted out', async () => {
    await database.queries.execute(sql`INSERT INTO note VALUES (10, ''), (11, '')`);
    let met = 0;
    let meet = () => {};
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const cross = (first: number, second: number) =>
      database.transaction(async (db) => {
        await db.execute(sql`UPDATE note SET words = words || 'x' WHERE id = ${first}`);
        met += 1;
        if (met >= 2) meet();
        await both;
        await db.execute(sql`UPDATE note SET words = words || 'x' WHERE id = ${second}`);
      });
    await Promise.all([cross(10, 11), cross(11, 10)]);
    const { rows } = await database.queries.execute(sql`SELECT words FROM note WHERE id >= 10`);
    assert.deepEqual(rows, [{ words: 'xx' }, { words: 'xx' }]);
  });
});

describe('ids', () => {
  test('are UUIDs of version 7, strictly increasing', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual(ids.toSorted(), ids);
    assert.equal(new Set(ids).size, ids.length);
  });
});

test('an address divided in the middle of its password is refused, and no part of the password repeated', async () => {
  for (const password of ['12/secret', '12?secret', '12#secret', 'a/secret'])
    await assert.rejects(openDatabase({ url: `postgres://dvk:${password}@db.internal/dvk` }), (error: Error) => {
      assert.match(error.message, /address of the database/);
      return !error.message.includes('secret');
    });
});
