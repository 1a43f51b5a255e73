import assert from 'node:assert/strict';
import fs from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, mock, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { startCli } from '../testkit/cli-process.ts';
import { findTemplates } from '../testkit/templates.ts';
import { isUnavailable, migrateTables as migrate, openDatabase, type Database } from './index.ts';
import { SyncedFiles, syncedStart } from './pglite-files.ts';

let parent: string;
before(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'dvk-directory-'));
});
after(() => rm(parent, { recursive: true, force: true }));

let copies = 0;
async function copyDatabase(): Promise<string> {
  const directory = path.join(parent, `copy-${(copies += 1)}`);
  await cp(findTemplates().directory, directory, { recursive: true });
  return directory;
}

describe('a damaged database', () => {
  /** Something done to a directory, and how to undo it. */
  type Damage = (directory: string) => Promise<() => Promise<void>>;

  let aside = 0;
  const moveAside = async (file: string) => {
    const elsewhere = path.join(parent, `aside-${(aside += 1)}`);
    await rename(file, elsewhere);
    return async () => {
      await rm(file, { recursive: true, force: true });
      await rename(elsewhere, file);
    };
  };
  const without =
    (name: string): Damage =>
    (directory) =>
      moveAside(path.join(directory, name));
  const replaced =
    (name: string, contents: Uint8Array = new Uint8Array(0)): Damage =>
    async (directory) => {
      const undo = await moveAside(path.join(directory, name));
      await writeFile(path.join(directory, name), contents);
      return undo;
    };
  const emptied =
    (name: string): Damage =>
    async (directory) => {
      const undo = await moveAside(path.join(directory, name));
      await mkdir(path.join(directory, name));
      return undo;
    };
  /** As a crash leaves it: without the list of how things were. */
  const crashed =
    (damage: Damage): Damage =>
    async (directory) => {
      const undo = [await moveAside(path.join(directory, 'dvk-files.json')), await damage(directory)];
      return async () => {
        for (const each of undo) await each();
      };
    };

  /** The files of the database with their sizes, to see that nothing was done to it. */
  async function sizes(directory: string): Promise<string[]> {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = entries.filter((each) => each.isFile() && !/^(dvk-|postmaster)/.test(each.name));
    const names = files.map((each) => path.join(each.parentPath, each.name)).sort();
    return Promise.all(names.map(async (name) => `${name} ${(await stat(name)).size}`));
  }

  const log = 'pg_wal/000000010000000000000001';
  const noise = new Uint8Array(8192).fill(7);

  test('is refused by its path and with advice, and never written over', async () => {
    const directory = await copyDatabase();
    const database = await openDatabase({ directory });
    const { rows } = await database.queries.execute<{ file: string }>(
      sql`SELECT pg_relation_filepath(name::regclass) AS file FROM unnest(ARRAY['schema_migration', 'citizen_case_pkey']) AS name`,
    );
    await database.close();
    const [table, index] = rows.map(({ file }) => file) as [string, string];

    const cases: [string, Damage, RegExp][] = [
      ['no PG_VERSION', without('PG_VERSION'), /PG_VERSION is missing/],
      ['no pg_control', without('global/pg_control'), /global\/pg_control is missing/],
      ['an empty pg_control', replaced('global/pg_control'), /global\/pg_control is empty/],
      ['no base', without('base'), /the folder base is missing/],
      ['an empty base', emptied('base'), /base\/1\/PG_VERSION is missing/],
      ['a database less', without('base/5'), /base\/5\/PG_VERSION is missing/],
      ['no log', without('pg_wal'), /the folder pg_wal is missing/],
      ['an empty log', emptied('pg_wal'), /pg_wal, is empty/],
      ['no transaction states', without('pg_xact/0000'), /pg_xact\/0000 is missing/],
      ['no empty folder, as some copies', without('pg_notify'), /the folder pg_notify is missing/],
      ['a table cut off', replaced(table), new RegExp(`${table} has 0 bytes instead of \\d+`)],
      ['a table gone', without(table), new RegExp(`${table} is missing`)],
      ['a log cut off', replaced(log, noise), new RegExp(`${log} has 8192 bytes instead of`)],
      ['a table gone after a crash', crashed(without(table)), new RegExp(`${table}, which holds .*, is missing`)],
      ['an index cut off after a crash', crashed(replaced(index)), new RegExp(`${index}, which holds .*, is cut off`)],
      ['another pg_control', replaced('global/pg_control', noise), /PostgreSQL says|gave no reason/],
      ['another log', crashed(replaced(log, new Uint8Array(16 * 1024 * 1024))), /PostgreSQL says|gave no reason/],
    ];
    for (const [name, damage, words] of cases) {
      const undo = await damage(directory);
      const before = await sizes(directory);
      const error = await openDatabase({ directory }).then(
        () => assert.fail(`${name} was opened`),
        (thrown: unknown) => thrown as Error,
      );
      assert.match(error.message, words, name);
      assert.ok(error.message.startsWith(`The database in ${directory} is damaged: `), name);
      assert.match(error.message, /Restore the whole directory from a backup, or move it away/, name);
      assert.doesNotMatch(error.message, /Aborted|RuntimeError|PGlite|ASSERTIONS/, name);
      assert.deepEqual(await sizes(directory), before, name);
      await undo();
    }
    await (await openDatabase({ directory })).close();
  });

  test('of another version is refused', async () => {
    const directory = await copyDatabase();
    await writeFile(path.join(directory, 'PG_VERSION'), '17\n');
    await assert.rejects(openDatabase({ directory }), /was made by PostgreSQL 17; this server reads those of 18/);
  });

  test('a first start that was broken off is no damage: the next one begins again', async () => {
    const data = path.join(parent, 'first');
    const server = startCli(['migrate'], { DVK_DATA: data });
    const marker = path.join(data, 'database/dvk-unfinished');
    while (!fs.existsSync(path.join(data, 'database/base'))) await new Promise(setImmediate);
    server.kill('SIGKILL');
    assert.ok(fs.existsSync(marker), 'in the middle of the making');
    const database = await openDatabase({ directory: path.join(data, 'database') });
    assert.ok((await migrate(database)).length > 0);
    await database.close();
    assert.ok(!fs.existsSync(marker));
    // What it made is this user's alone, to the last file.
    for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
      const name = path.join(entry.parentPath, entry.name);
      assert.equal((await stat(name)).mode & 0o077, 0, name);
    }
  });
});

test('what a killed PostgreSQL left of its own lock keeps nobody out', async () => {
  const directory = await copyDatabase();
  for (const left of ['', 'cut o', `${process.ppid}\n${directory}\n1700000000\n5432\n\n*\n`]) {
    await writeFile(path.join(directory, 'postmaster.pid'), left);
    await (await openDatabase({ directory })).close();
  }
});

describe('a directory that this user cannot have alone', () => {
  test('of another user is refused, and nothing is made in it', async () => {
    let directory = '/usr';
    if (process.geteuid?.() === 0) {
      directory = await copyDatabase();
      await chown(directory, 12345, 12345);
    }
    const before = await readdir(directory);
    await assert.rejects(openDatabase({ directory }), /belongs to user \d+, and this process runs as .*chown -R \d+ '/);
    assert.deepEqual(await readdir(directory), before);
  });

  test('in a folder where anybody may put another in its place is refused', async () => {
    const folder = path.join(parent, 'open');
    const directory = path.join(folder, 'database');
    await mkdir(folder);
    await chmod(folder, 0o777);
    await assert.rejects(openDatabase({ directory }), (error: Error) =>
      error.message.includes(`chmod o-w '${folder}'`),
    );
    // By a way round as well.
    await symlink(directory, path.join(parent, 'link'));
    await assert.rejects(openDatabase({ directory: path.join(parent, 'link') }), /chmod o-w '/);
    await chmod(folder, 0o1777);
    await (await openDatabase({ directory })).close();
  });

  test('that is a file, or lies in one, is refused in a sentence', async () => {
    const file = path.join(parent, 'file');
    await writeFile(file, '');
    for (const directory of [file, path.join(file, 'database')]) {
      await assert.rejects(
        openDatabase({ directory }),
        /^StartRefusal: This server cannot work in .*DVK_DATA names it$/,
      );
    }
  });
});

describe('a directory that others may enter', () => {
  test('is refused, with the command that closes it', async () => {
    const directory = await copyDatabase();
    for (const mode of [0o755, 0o750, 0o701]) {
      await chmod(directory, mode);
      await assert.rejects(openDatabase({ directory }), (error: Error) =>
        error.message.includes(`chmod -R go-rwx '${directory}'`),
      );
    }
    await chmod(directory, 0o700);
    await (await openDatabase({ directory })).close();
  });
});

describe('the embedded database', () => {
  test('has every commit on the disk before it is acknowledged', async () => {
    const directory = await copyDatabase();
    const database = await PGlite.create({ fs: new SyncedFiles(directory), startParams: syncedStart });
    assert.deepEqual((await database.query('SHOW fsync')).rows, [{ fsync: 'on' }]);
    await database.exec('CREATE TABLE note (id integer)');
    const synced = mock.method(fs, 'fsyncSync');
    for (let id = 0; id < 10; id += 1) {
      await database.query('INSERT INTO note VALUES ($1)', [id]);
      assert.equal(synced.mock.callCount(), id + 1);
    }
    synced.mock.restore();
    await database.close();
  });

  test('that hangs is given up, and the next statement finds it running again', async () => {
    const directory = await copyDatabase();
    const database: Database = await openDatabase({
      directory,
      timeLimits: { roundTrip: 400, transaction: 600, connection: 30_000 },
    });
    const endless = sql`SELECT count(*) FROM generate_series(1, 1000000000000)`;
    await database.transaction((db) => db.execute(sql`CREATE TABLE note (id integer)`));
    await assert.rejects(database.queries.execute(endless), isUnavailable);
    await database.transaction((db) => db.execute(sql`INSERT INTO note VALUES (1)`));
    await assert.rejects(
      database.transaction(async (db) => {
        await db.execute(sql`INSERT INTO note VALUES (2)`);
        await db.execute(endless);
      }),
      isUnavailable,
    );
    assert.deepEqual((await database.queries.execute(sql`SELECT id FROM note`)).rows, [{ id: 1 }]);
    await database.close();
  });

  test('that hangs is closed all the same', async () => {
    const database = await openDatabase({ directory: await copyDatabase(), timeLimits: { close: 300 } });
    const hanging = assert.rejects(
      database.queries.execute(sql`SELECT count(*) FROM generate_series(1, 1000000000000)`),
      isUnavailable,
    );
    await database.close();
    await hanging;
  });
});
