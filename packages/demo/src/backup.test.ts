import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { directoryStorage, openDatabase } from '@dvk/server';
import { checkBackup, restoreBackup } from '../../server/src/backup/restore.ts';
import { backupDecrypter, backupEncrypter } from '../../server/src/backup/settings.ts';
import { countTable, nameOf, plainTexts, storedTables } from '../../server/src/backup/tables.ts';
import { writeBackup } from '../../server/src/backup/write-backup.ts';
import type { Database } from '../../server/src/database/index.ts';
import { migrate } from '../../server/src/migrate.ts';
import { takeAnchor } from '../../server/src/events/index.ts';
import { Keyring } from '../../server/src/secrets/keyring.ts';
import { BilingualFault } from '../../server/src/startup/bilingual-fault.ts';
import { makeBackupKeys } from '../../server/src/testkit/backup-keys.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../server/src/testkit/engines.ts';
import { faultsOf } from '../../server/src/testkit/ledger.ts';
import { testSecretKey, testTenant } from '../../server/src/testkit/server.ts';
import { seedDemo } from './index.ts';

const now = '2026-11-24T03:00:00.000Z';

/** Every table, what it holds and hashes to. */
function countAll(database: Database) {
  return database.transaction(async (db) => {
    await plainTexts(db);
    const counted = [];
    for (const table of await storedTables(db)) counted.push([nameOf(table), await countTable(db, table)] as const);
    return Object.fromEntries(counted);
  });
}

for (const from of ['PGlite', 'PostgreSQL'] as const) {
  describe(`a backup of ${from}`, () => {
    let folder: string;
    let keys: Record<string, string>;
    let source: TestDatabase;
    let database: Database;
    let backup: string;
    const inFolder = (name: string) => path.join(folder, name);
    const decrypter = (settings = keys) => backupDecrypter(settings);
    const encrypter = () => backupEncrypter(keys);

    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'dvk-backup-'));
      keys = await makeBackupKeys(inFolder('key'));
      source = await freshDatabase[from]();
      database = await openDatabase(source.options);
      const storage = directoryStorage(inFolder('files'));
      await seedDemo({
        database,
        tenant: testTenant,
        secretKey: testSecretKey,
        storage,
        now: new Date(now),
        seed: 7,
        scale: 0.02,
      });
      backup = inFolder('one.age');
      await writeBackup({ database, storage, encrypter: await encrypter(), file: backup });
    });
    after(async () => {
      await database.close();
      await source.remove();
      await rm(folder, { recursive: true, force: true });
    });

    for (const to of ['PGlite', 'PostgreSQL'] as const) {
      test(`fills a new ${to} with the same, and its ledger holds`, async () => {
        const target = await emptyDatabase[to]();
        const restored = await openDatabase(target.options);
        try {
          const storage = directoryStorage(inFolder(`files-${to}`));
          const { manifest } = await restoreBackup({
            database: restored,
            storage,
            file: backup,
            decrypter: await decrypter(),
          });
          const told = await countAll(database);
          assert.ok(Object.values(told).filter(({ rows }) => rows > 0).length > 10, 'the source holds something');
          assert.deepEqual(await countAll(restored), told);
          assert.deepEqual(manifest.tables, told);

          const anchor = await takeAnchor(database.queries, new Keyring(testSecretKey), testTenant, new Date(now));
          assert.deepEqual(await faultsOf({ database: restored }, { anchor }), []);
          assert.deepEqual(
            (await readdir(inFolder(`files-${to}`), { recursive: true })).toSorted(),
            (await readdir(inFolder('files'), { recursive: true })).toSorted(),
          );

          // What restoring had to put aside is there again: events are append-only, references are checked at once.
          await assert.rejects(restored.queries.execute('DELETE FROM event'));
          const { rows } = await restored.queries.execute(`
            SELECT conname FROM pg_constraint WHERE contype = 'f' AND condeferrable AND connamespace = 'public'::regnamespace
            UNION ALL SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O'`);
          assert.deepEqual(rows, []);
          assert.deepEqual(await migrate(restored), []);
          await assert.rejects(
            restoreBackup({ database: restored, storage, file: backup, decrypter: await decrypter() }),
            /holds data/,
          );
        } finally {
          await restored.close();
          await target.remove();
        }
      });
    }

    test('is found out when it is cut, changed, opened by another key or none of ours', async () => {
      const whole = await readFile(backup);
      assert.ok(!whole.includes('Nguyễn'), 'nothing can be read in it');
      const changed = Buffer.from(whole);
      changed[Math.floor(whole.length / 2)]! ^= 1;
      const wrong: [string, Buffer, RegExp, Record<string, string>?][] = [
        ['cut', whole.subarray(0, whole.length / 2), /not whole/],
        ['without its last byte', whole.subarray(0, -1), /not whole/],
        ['changed', changed, /not whole/],
        ['empty', Buffer.alloc(0), /no backup/],
        ['a text', Buffer.from('Mô hình'), /no backup/],
        ['of another key', whole, /does not open the backup/, await makeBackupKeys(inFolder('other-key'))],
      ];
      const target = await emptyDatabase['PGlite']();
      const restored = await openDatabase(target.options);
      try {
        for (const [what, bytes, message, key] of wrong) {
          const file = inFolder('wrong.age');
          await writeFile(file, bytes);
          const expected = (error: unknown) => {
            assert.ok(error instanceof BilingualFault, `${what}: ${String(error)}`);
            assert.match(error.text.en, message, what);
            return true;
          };
          await assert.rejects(checkBackup({ file, decrypter: await decrypter(key) }), expected);
          const storage = directoryStorage(inFolder('files-wrong'));
          await assert.rejects(
            restoreBackup({ database: restored, storage, file, decrypter: await decrypter(key) }),
            expected,
          );
        }
        // After all that it can still be filled.
        const storage = directoryStorage(inFolder('files-wrong'));
        await restoreBackup({ database: restored, storage, file: backup, decrypter: await decrypter() });
        assert.deepEqual(await faultsOf({ database: restored }), []);
      } finally {
        await restored.close();
        await target.remove();
      }
    });

    test('is never written over another, nor half', async () => {
      const storage = directoryStorage(inFolder('files'));
      await assert.rejects(
        writeBackup({ database, storage, encrypter: await encrypter(), file: backup }),
        /another name/,
      );
      const failing = { ...storage, read: async () => Promise.reject(new Error('The disk is gone')) };
      const file = inFolder('half.age');
      await assert.rejects(
        writeBackup({ database, storage: failing, encrypter: await encrypter(), file }),
        /The disk is gone/,
      );
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.startsWith('half')),
        [],
      );
    });

    test('tells of files that are lost, and keeps the rest', async () => {
      const storage = directoryStorage(inFolder('files'));
      let reads = 0;
      const losing = {
        ...storage,
        read: async (name: string) => ((reads += 1) === 1 ? undefined : storage.read(name)),
      };
      const file = inFolder('lossy.age');
      const manifest = await writeBackup({ database, storage: losing, encrypter: await encrypter(), file });
      assert.equal(manifest.lost.length, 1);
      assert.equal(manifest.files, reads - 1);
      assert.deepEqual((await checkBackup({ file, decrypter: await decrypter() })).manifest, manifest);
    });
  });
}
