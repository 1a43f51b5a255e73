/** The way of an administrator: a server is backed up, its machine is lost, another one begins with the backup. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { addressOf, runCli, startCli } from '../testkit/cli-process.ts';
import { emptyDatabase, type TestDatabase } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { findTemplates } from '../testkit/templates.ts';

describe('backup and restore', () => {
  let folder: string;
  let postgres: TestDatabase;
  let sent: { code: string; secret: string };
  const inFolder = (...names: string[]) => path.join(folder, ...names);
  const passphrase = { DVK_BACKUP_PASSPHRASE: 'một mật khẩu dài' };
  const settings = () => ({ DVK_DATA: inFolder('data'), PORT: '0', LANG: 'C', ...passphrase });

  async function served<T>(environment: Record<string, string>, work: (address: string) => Promise<T>): Promise<T> {
    const server = startCli(['serve'], environment);
    const result = await work(await addressOf(server));
    server.kill('SIGTERM');
    await once(server, 'close');
    return result;
  }

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dvk-backup-'));
    postgres = await emptyDatabase.PostgreSQL();
    await mkdir(inFolder('data'), { mode: 0o700 });
    await cp(findTemplates().directory, inFolder('data', 'database'), { recursive: true });
    sent = await served(settings(), async (address) => {
      const response = await fetch(`${address}/v1/cases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
        body: JSON.stringify(sampleSubmission()),
      });
      assert.equal(response.status, 201);
      return (await response.json()) as { code: string; secret: string };
    });
  });
  after(async () => {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('ask for what they need, in one sentence', async () => {
    const wrong: [string[], Record<string, string>, number, RegExp][] = [
      [['backup'], {}, 2, /^backup needs --to and the name of a file/],
      [['restore', '--to', 'x'], {}, 2, /^--to goes with backup alone/],
      [['backup', '--to', inFolder('x')], { DVK_BACKUP_PASSPHRASE: '' }, 1, /^Backups are always encrypted\./],
      [['backup', '--to', inFolder('x')], { DVK_BACKUP_PASSPHRASE: 'short' }, 1, /at least 12 characters/],
      [['backup', '--to', inFolder('x')], { DVK_BACKUP_RECIPIENTS: 'abc' }, 1, /must be public keys of age/],
      [['backup', '--to', inFolder('x')], { DVK_DATA: inFolder('mistyped') }, 1, /^There is no database in .*mistyped/],
      [['restore', '--from', inFolder('none')], {}, 1, /none cannot be read \(ENOENT\)/],
      [['restore', '--from', inFolder('none'), '--lang', 'vi'], { LANG: 'vi' }, 1, /^Không đọc được tệp/],
    ];
    for (const [args, environment, code, message] of wrong) {
      const found = await runCli(args, { ...settings(), ...environment });
      assert.equal(found.code, code, found.output);
      assert.match(found.output, message);
    }
    assert.ok(!existsSync(inFolder('mistyped')), 'no empty database is made where none was');
  });

  test('bring a lost server back: the embedded one in a new folder, and on PostgreSQL', async () => {
    const file = inFolder('server.age');
    const made = await runCli(['backup', '--to', file], settings());
    assert.match(made.output, /^\d+ rows and 0 files written to /m);
    const again = await runCli(['backup', '--to', file], settings());
    assert.match(again.output, /^There is a file .* already/);
    const checked = await runCli(['restore', '--check', '--from', file], passphrase);
    assert.match(checked.output, /^The backup of 20\d\d-.* is whole: \d+ rows, 0 files\n$/m);

    if (!('url' in postgres.options)) throw new Error('PostgreSQL has an address');
    const secretKey = { DVK_SECRET_KEY_FILE: inFolder('data.secret-key') };
    for (const target of [
      { ...settings(), DVK_DATA: inFolder('new-data') },
      { ...settings(), ...secretKey, DVK_DATA: inFolder('files-only'), DATABASE_URL: postgres.options.url },
    ]) {
      const restored = await runCli(['restore', '--from', file], target);
      assert.equal(restored.code, 0, restored.output);
      assert.match(restored.output, /^The backup of 20\d\d-.* is restored, each table compared with it/m);
      // Without its key the embedded one says what to bring.
      const lacks = /The secret key of this database is missing: .*Put the key that it was made with back there/;
      assert.equal(lacks.test(restored.output), !('DATABASE_URL' in target));
      const environment = { ...target, ...secretKey };
      assert.match(
        (await runCli(['audit', 'verify'], environment)).output,
        /^\d events and 1 records checked: all hold/m,
      );
      await served(environment, async (address) => {
        const seen = await fetch(`${address}/v1/tracking/${sent.code}`, { headers: { 'case-secret': sent.secret } });
        assert.equal(seen.status, 200);
      });
      const twice = await runCli(['restore', '--from', file], environment);
      assert.deepEqual([twice.code, /holds data/.test(twice.output)], [1, true]);
    }
  });
});
