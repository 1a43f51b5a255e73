/** What may be odd about a database or a file system that a backup is made of, or restored to. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { errorCode, openDatabase, type Database } from '../database/index.ts';
import { migrate } from '../migrate.ts';
import { BilingualFault } from '../startup/bilingual-fault.ts';
import { memoryStorage } from '../storage/index.ts';
import { makeBackupKeys } from '../testkit/backup-keys.ts';
import { runCli } from '../testkit/cli-process.ts';
import { emptyDatabase } from '../testkit/engines.ts';
import { ownDisk } from '../testkit/namespaces.ts';
import { databaseUrl, findTemplates } from '../testkit/templates.ts';
import { hashAttribute } from './format.ts';
import { checkBackup, restoreBackup } from './restore.ts';
import { backupDecrypter, backupEncrypter } from './settings.ts';
import { writeBackup } from './write-backup.ts';

const unlessLinux = { skip: process.platform !== 'linux' && 'a small disk needs a Linux namespace' };

describe('a backup', () => {
  let folder: string;
  let keys: Record<string, string>;
  const inFolder = (name: string) => path.join(folder, name);
  const storage = memoryStorage();

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dvk-backup-'));
    keys = await makeBackupKeys(inFolder('key'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** A new database on PostgreSQL after these statements; `NAME` in them is its name. */
  async function postgres(t: TestContext, ...statements: string[]): Promise<() => Promise<Database>> {
    const made = await emptyDatabase.PostgreSQL();
    t.after(() => made.remove());
    const open = async () => {
      const database = await openDatabase(made.options);
      t.after(() => database.close());
      return database;
    };
    const first = await open();
    if (!('url' in made.options)) throw new Error('PostgreSQL has an address');
    const name = new URL(made.options.url).pathname.slice(1);
    for (const statement of statements) await first.queries.execute(statement.replaceAll('NAME', name));
    return open;
  }

  const aRow = `INSERT INTO serial_number (tenant, scope, last) VALUES ('test', 'case-2026', 7)`;
  const write = async (database: Database, name: string, from = storage) =>
    writeBackup({ database, storage: from, encrypter: await backupEncrypter(keys), file: inFolder(name) });
  const check = async (name: string) => checkBackup({ file: inFolder(name), decrypter: await backupDecrypter(keys) });
  const restore = async (database: Database, name: string) =>
    restoreBackup({ database, storage, file: inFolder(name), decrypter: await backupDecrypter(keys) });

  test('finds the tables in whatever schema the role works, and puts them where the other one does', async (t) => {
    const elsewhere = [`CREATE SCHEMA "Dân vận"`, `ALTER DATABASE NAME SET search_path = "Dân vận", public`];
    const open = await postgres(t, ...elsewhere);
    const before = await open();
    await migrate(before);
    await before.queries.execute(aRow);
    // A schema that comes first from now on does not hide them.
    await before.queries.execute('CREATE SCHEMA later');
    const { rows: named } = await before.queries.execute<{ name: string }>('SELECT current_database() AS name');
    await before.queries.execute(`ALTER DATABASE ${named[0]!.name} SET search_path = later, "Dân vận", public`);
    const from = await open();
    const { tables } = await write(from, 'elsewhere.age');
    assert.equal(tables['public.serial_number']?.rows, 1);

    for (const statements of [[], elsewhere]) {
      const into = await (await postgres(t, ...statements))();
      await restore(into, 'elsewhere.age');
      const { rows } = await into.queries.execute(`SELECT last FROM serial_number`);
      assert.deepEqual(rows, [{ last: 7 }]);
      await assert.rejects(restore(into, 'elsewhere.age'), /holds data/);
      await assert.rejects(into.queries.execute('TRUNCATE event'), 'triggers are on again');
    }
  });

  test('says which file cannot be written and why, and leaves nothing of it', async (t) => {
    const database = await (await postgres(t))();
    await migrate(database);
    const refused = (code: string) => (error: unknown) => {
      assert.ok(error instanceof BilingualFault, String(error));
      assert.match(error.text.en, new RegExp(`^The file .* cannot be written \\(${code}\\)\\. Check`));
      return true;
    };
    await assert.rejects(write(database, 'none/one.age'), refused('ENOENT'));
    await assert.rejects(write(database, 'key/one.age'), refused('ENOTDIR'));
    // What a killed backup left, or anybody put there, is not written to.
    await symlink(inFolder('key'), inFolder('two.age.part'));
    const both = await Promise.allSettled([write(database, 'two.age'), write(database, 'two.age')]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await check('two.age');
    const left = await readdir(folder);
    assert.deepEqual(
      left.filter((name) => name.startsWith('two')),
      ['two.age', 'two.age.part'],
    );
  });

  test('says that the disk is full', unlessLinux, async (t) => {
    const database = await (await postgres(t))();
    await migrate(database);
    await database.queries.execute(
      `INSERT INTO serial_number SELECT 'test', md5(each::text), each FROM generate_series(1, 100000) AS each`,
    );
    const { rows } = await database.queries.execute<{ name: string }>('SELECT current_database() AS name');
    const disk = inFolder('disk');
    await mkdir(disk);
    const within = ownDisk(disk, 1);
    assert.ok(within, 'A small disk cannot be mounted: run as root, or let users have namespaces');
    const environment = {
      DATABASE_URL: databaseUrl(findTemplates().url, rows[0]!.name),
      DVK_DATA: inFolder('data'),
      DVK_BACKUP_PASSPHRASE: 'một mật khẩu dài',
      LANG: 'C',
    };
    const found = await runCli(['backup', '--to', path.join(disk, 'one.age')], environment, within);
    assert.equal(found.code, 1);
    assert.match(found.output, /The file .*one\.age cannot be written \(ENOSPC\)/);
  });

  test('fills a database alone, when two are restored into it at once', async (t) => {
    for (const each of [1, 2]) {
      const source = await (await postgres(t))();
      await migrate(source);
      await source.queries.execute(`INSERT INTO serial_number VALUES ('test', 'case-${each}', ${each})`);
      await write(source, `${each}.age`);
    }
    const open = await postgres(t);
    const [into, other] = [await open(), await open()];
    // Both find it empty and migrated.
    await migrate(into);
    const both = await Promise.allSettled([restore(into, '1.age'), restore(other, '2.age')]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    assert.match(String(refused?.reason), /holds data/);
    const { rows } = await into.queries.execute('SELECT last FROM serial_number');
    assert.equal(rows.length, 1);
  });

  test('is opened by its passphrase however the letters of it were typed', async (t) => {
    const database = await (await postgres(t))();
    await migrate(database);
    const [typed, elsewhere] = ['NFD', 'NFC'].map((form) => ({
      DVK_BACKUP_PASSPHRASE: 'một mật khẩu dài'.normalize(form),
    }));
    const file = inFolder('typed.age');
    await writeBackup({ database, storage, encrypter: await backupEncrypter(typed!), file });
    for (const keys of [typed!, elsewhere!]) await checkBackup({ file, decrypter: await backupDecrypter(keys) });
  });

  test('made by hand is refused where ours could not have made it', async () => {
    const head = { format: 1, madeAt: '2026-11-30T00:00:00Z', migrations: [], tables: [], queues: [] };
    const manifest = { tables: {}, files: 1, lost: [] };
    const hash = createHash('sha256').update('x').digest('hex');
    const archived = async (...entries: [name: string, text: string][]) => {
      const archive = pack();
      for (const [name, text] of entries) archive.entry({ name, pax: { [hashAttribute]: hash } }, text);
      archive.finalize();
      const bytes = await buffer(archive as AsyncIterable<Buffer>);
      await writeFile(inFolder('made.age'), await (await backupEncrypter(keys)).encrypt(gzipSync(bytes)));
      return check('made.age');
    };
    const [first, last] = [JSON.stringify(head), JSON.stringify(manifest)];
    await archived(['backup.json', first], ['files/test/00/a', 'x'], ['manifest.json', last]);
    const wrong: [[string, string][], RegExp][] = [
      [
        [
          ['manifest.json', last],
          ['backup.json', first],
        ],
        /no backup/,
      ],
      [
        [
          ['backup.json', first],
          ['files/../../a', 'x'],
          ['manifest.json', last],
        ],
        /no backup/,
      ],
      [
        [
          ['backup.json', first],
          ['files//a', 'x'],
          ['manifest.json', last],
        ],
        /no backup/,
      ],
      [
        [
          ['backup.json', first],
          ['tables/public.pg_authid/000001', '[]\n'],
          ['manifest.json', last],
        ],
        /no backup/,
      ],
      [
        [
          ['backup.json', first],
          ['manifest.json', last],
          ['files/test/00/a', 'x'],
        ],
        /not whole/,
      ],
      [
        [
          ['backup.json', first],
          ['files/test/00/a', 'x'],
          ['manifest.json', last],
          ['manifest.json', last],
        ],
        /not whole/,
      ],
      [
        [
          ['backup.json', '{'],
          ['manifest.json', last],
        ],
        /no backup/,
      ],
    ];
    for (const [entries, message] of wrong) await assert.rejects(archived(...entries), message);

    // A part larger than any of ours is not even read: little of a file can be much when it is unpacked.
    const archive = pack();
    const pieces: Buffer[] = [];
    archive.on('data', (piece) => pieces.push(piece as Buffer));
    archive.entry({ name: 'backup.json' }, first);
    archive.entry({ name: 'files/test/00/a', size: 300 * 1024 * 1024, pax: { [hashAttribute]: hash } });
    await setImmediate();
    const begun = Buffer.concat(pieces);
    await writeFile(inFolder('large.age'), await (await backupEncrypter(keys)).encrypt(gzipSync(begun)));
    await assert.rejects(check('large.age'), /no backup/);
  });

  test('is not begun again within one archive when PostgreSQL breaks it off for a deadlock', async (t) => {
    const open = await postgres(t, `ALTER DATABASE NAME SET deadlock_timeout = '2s'`);
    const database = await open();
    await migrate(database);
    await database.queries.execute(aRow);
    const other = await open();
    await other.transaction(async (db) => {
      await db.execute(`SET LOCAL deadlock_timeout = '1h'`);
      await db.execute('LOCK TABLE unit IN ACCESS EXCLUSIVE MODE');
      const written = write(database, 'deadlock.age');
      const outcome = written.then(
        () => undefined,
        (error: unknown) => errorCode(error),
      );
      for (;;) {
        const { rows } = await db.execute('SELECT 1 FROM pg_locks WHERE NOT granted');
        if (rows.length > 0) break;
        await setTimeout(20);
      }
      await db.execute('LOCK TABLE assessment IN ACCESS EXCLUSIVE MODE');
      // It gave way, because this one would wait for an hour.
      assert.equal(await Promise.race([outcome, setTimeout(10_000, 'still at it')]), '40P01');
    });
    assert.ok(!(await readdir(folder)).some((name) => name.startsWith('deadlock')));
    await write(database, 'deadlock.age');
    await check('deadlock.age');
  });
});
