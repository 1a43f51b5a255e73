/** The first run on a new machine: what it asks for and refuses, what it makes, and that it may be run again at any time. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openDatabase } from '../../database/index.ts';
import { verifySecretKey } from '../../secret-key/index.ts';
import { startProvider, type TestProvider } from '../../sign-in/testkit/provider.ts';
import { addressOf, runCli, startCli } from '../../testkit/cli-process.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../testkit/engines.ts';
import { startMailServer, type MailServer } from '../../testkit/mail-server.ts';
import { whenWritten } from '../../testkit/script-process.ts';
import { databaseUrl, findTemplates } from '../../testkit/templates.ts';

const secret = 'một-mật-khẩu-của-máy-chủ-này';

describe('init', () => {
  let parent: string;
  let provider: TestProvider;
  let mail: MailServer;
  let count = 0;
  /** What is given, as options by their names; the secret comes in the environment. */
  let given: Record<string, string>;
  const inEnvironment = { DVK_CLIENT_SECRET: secret, LANG: 'C' };

  before(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'dvk-init-'));
    mail = await startMailServer();
    provider = await startProvider({ clients: [] });
    given = {
      province: 'Tây Ninh',
      office: "Bộ phận thường trực 'mẫu' tỉnh",
      database: 'embedded',
      'public-url': 'https://dvk.tinh.example',
      issuer: provider.address,
      'client-id': 'dvk',
      mail: mail.url.href,
      'mail-from': 'Bộ phận thường trực <dvk@tinh.example>',
      'admin-name': 'Nguyễn Văn A',
      admin: 'A@example.vn',
    };
  });
  after(async () => {
    provider.close();
    await mail.stop();
    await rm(parent, { recursive: true, force: true });
  });

  const newFolder = async () => {
    const folder = path.join(parent, String((count += 1)));
    await mkdir(folder);
    return folder;
  };
  const argumentsOf = (folder: string, changes: Record<string, string | undefined> = {}, options = given) => [
    'init',
    '--config',
    path.join(folder, 'dvk.env'),
    ...Object.entries({ ...options, ...changes }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    ),
  ];
  const runInit = (folder: string, changes?: Record<string, string | undefined>, environment = {}) =>
    runCli(argumentsOf(folder, changes), { ...inEnvironment, ...environment });
  /** A run that nothing is given to. */
  const runAgain = (folder: string) => runCli(argumentsOf(folder, {}, {}), { LANG: 'C' });

  /** Every file of the folder but those of the database, with what it holds. */
  async function contentsOf(folder: string): Promise<Record<string, string>> {
    const names = await readdir(folder, { recursive: true });
    const files = names.filter((name) => /^(?:dvk\.env|keys\/)/.test(name)).toSorted();
    return Object.fromEntries(
      await Promise.all(files.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)),
    );
  }

  async function eventsOf(folder: string): Promise<string> {
    const { output } = await runCli(['audit', 'verify', '--config', path.join(folder, 'dvk.env')], { LANG: 'C' });
    return output;
  }

  test('asks for nothing where nobody can answer: names every option that is missing, in both languages', async () => {
    const folder = await newFolder();
    const english = await runAgain(folder);
    assert.equal(english.code, 1);
    assert.match(
      english.output,
      /^Still needed: --province \(DVK_PROVINCE\), --office \(DVK_OFFICE_NAME\), --database/,
    );
    assert.match(english.output, /--issuer .* --mail .* --admin \(DVK_ADMIN\)\. Nobody can be asked here/);
    const vietnamese = await runInit(folder, { 'mail-from': undefined, admin: undefined, lang: 'vi' });
    assert.match(
      vietnamese.output,
      /^Còn thiếu: --mail-from \(DVK_MAIL_FROM\), --admin \(DVK_ADMIN\)\. Ở đây không hỏi/,
    );
    assert.deepEqual(await readdir(folder), []);
  });

  test('refuses what cannot be meant, and writes nothing', async () => {
    const folder = await newFolder();
    const wrong: [Record<string, string>, RegExp][] = [
      [{ province: 'Narnia' }, /^--province \(DVK_PROVINCE\): "Narnia" is no province; .*80 Tây Ninh/],
      [{ storage: 's3' }, /^Still needed: --s3-endpoint .*DVK_S3_SECRET_ACCESS_KEY/],
      // What the doctor finds, before anything is written.
      [{ issuer: 'http://127.0.0.1:1' }, /^✗ Sign-in: .* cannot be asked[^]*No settings were written/],
      [{ mail: 'smtp://127.0.0.1:1' }, /^✗ Mail: .* cannot be used[^]*No settings were written/],
      [{ database: 'postgres://nobody@127.0.0.1:1/dvk' }, /^The database cannot be reached: .*ECONNREFUSED/],
    ];
    for (const [changes, message] of wrong) {
      const { code, output } = await runInit(folder, changes);
      assert.equal(code, 1, output);
      assert.match(output, message);
      assert.doesNotMatch(output, /mat-khau/);
    }
    const twice = await runInit(folder, {}, { DVK_SECRET_KEY: 'short' });
    assert.match(twice.output, /at least 32 characters/);
    assert.deepEqual(await readdir(folder), []);
    const elsewhere = await runCli(['serve', '--province', '01'], { LANG: 'C' });
    assert.deepEqual([elsewhere.code, /--province goes with init alone/.test(elsewhere.output)], [2, true]);
  });

  test('makes keys, settings, database and administrator; a server starts with them; a second run changes nothing', async () => {
    const folder = await newFolder();
    const first = await runInit(folder);
    assert.equal(first.code, 0, first.output);
    const made = await contentsOf(folder);
    assert.deepEqual(Object.keys(made), ['dvk.env', 'keys/backup-passphrase', 'keys/client-secret', 'keys/secret-key']);
    for (const name of Object.keys(made)) assert.equal((await stat(path.join(folder, name))).mode & 0o077, 0, name);
    assert.equal((await stat(path.join(folder, 'keys'))).mode & 0o077, 0);
    for (const name of ['keys/backup-passphrase', 'keys/client-secret', 'keys/secret-key'])
      assert.ok(!first.output.includes(made[name]!), `${name} is not shown`);
    assert.ok(!made['dvk.env']!.includes(secret));
    assert.match(made['dvk.env']!, /^# Code of the province, two digits.*\nDVK_PROVINCE=80$/m);
    assert.match(made['dvk.env']!, /^DVK_TENANT=tay-ninh$/m);
    assert.match(made['dvk.env']!, /^#DVK_ORIGINS=$/m);
    assert.match(first.output, /^✓ Sign-in: .* answers, with 1 keys$/m);
    assert.match(first.output, /^✓ Mail: /m);
    assert.doesNotMatch(first.output, /^✗/m);
    assert.match(first.output, /https:\/\/dvk\.tinh\.example\/auth\/signed-in/);
    assert.match(first.output, new RegExp(`\\n {3}dvk-server serve --config ${folder}/dvk\\.env\\n`));
    const events = await eventsOf(folder);
    // The person, the role, and that roles come from the list.
    assert.match(events, /^3 events and 3 records checked: all hold/);

    const second = await runAgain(folder);
    assert.equal(second.code, 0, second.output);
    assert.doesNotMatch(second.output, /^\+/m);
    assert.match(second.output, /^= .*dvk\.env \(was there, kept\)$/m);
    assert.match(second.output, /^= administrator: Nguyễn Văn A \(was there\)$/m);
    assert.deepEqual(await contentsOf(folder), made);
    assert.equal(await eventsOf(folder), events);

    // Where it runs in the folder it finds the settings by itself.
    const server = startCli(['serve'], { PORT: '0' }, ['sh', '-c', 'cd "$0" && exec "$@"', folder]);
    const address = await addressOf(server);
    const settings = (await (await fetch(`${address}/v1/settings`)).json()) as { office: { name: string } };
    assert.equal(settings.office.name, given['office']);
    const beside = await runAgain(folder);
    assert.equal(beside.code, 1, 'the doctor says that the database is in use');
    assert.match(beside.output, /^= the database: a running server has it open$/m);
    server.kill('SIGTERM');
    await once(server, 'close');
    assert.equal(server.exitCode, 0, server.output());

    const other = await runInit(folder, { province: '01' });
    assert.equal(other.code, 1);
    assert.match(
      other.output,
      /dvk\.env is there and says otherwise: --province \(DVK_PROVINCE\)\. This command changes/,
    );
    assert.deepEqual(await contentsOf(folder), made);
  });

  test('killed while the embedded database is made, it is run again', async () => {
    const folder = await newFolder();
    const child = startCli(argumentsOf(folder), inEnvironment);
    await whenWritten(child, /^(\+.*dvk\.env)/m);
    child.kill('SIGKILL');
    await once(child, 'close');
    const again = await runCli(argumentsOf(folder, {}, { admin: 'a@example.vn', 'admin-name': 'Nguyễn Văn A' }), {
      LANG: 'C',
    });
    assert.equal(again.code, 0, again.output);
    assert.match(again.output, /^\+ first administrator: Nguyễn Văn A$/m);
  });

  test('goes on with a database that was tried before, and its key', async () => {
    const folder = await newFolder();
    await mkdir(path.join(folder, '.data'), { mode: 0o700 });
    await cp(findTemplates().directory, path.join(folder, '.data', 'database'), { recursive: true });
    assert.equal((await runCli(['migrate'], { DVK_DATA: path.join(folder, '.data') })).code, 0);
    const { code, output } = await runInit(folder);
    assert.equal(code, 0, output);
    assert.ok(!existsSync(path.join(folder, 'data')));
    assert.ok(!existsSync(path.join(folder, 'keys', 'secret-key')));
    assert.match(output, /^= .*\.data\.secret-key \(was there, kept\)$/m);
  });

  test('keeps the secrets that it was given once: another one is refused, not written over', async () => {
    const folder = await newFolder();
    await mkdir(path.join(folder, 'keys'), { mode: 0o700 });
    await writeFile(path.join(folder, 'keys', 'client-secret'), 'another', { mode: 0o600 });
    const { code, output } = await runInit(folder);
    assert.equal(code, 1);
    assert.match(output, /client-secret is there and holds another secret than the one given/);
    assert.equal(await readFile(path.join(folder, 'keys', 'client-secret'), 'utf8'), 'another');
    assert.ok(!existsSync(path.join(folder, 'dvk.env')));
  });

  describe('on PostgreSQL', () => {
    let postgres: TestDatabase;
    before(async () => {
      postgres = await emptyDatabase.PostgreSQL();
    });
    after(() => postgres.remove());
    const urlOf = ({ options }: TestDatabase) => ('url' in options ? options.url : assert.fail());

    test('makes the database on the server, if its user may', async () => {
      const url = databaseUrl(urlOf(postgres), 'dvk_của_init');
      const [folder, admin] = [await newFolder(), await openDatabase(postgres.options)];
      const onServer = (statement: string) => admin.withClient((client) => client.query(statement));
      try {
        await onServer("CREATE ROLE dvk_plain LOGIN PASSWORD 'mat-khau'");
        const plain = new URL(url);
        [plain.username, plain.password] = ['dvk_plain', 'mat-khau'];
        const refused = await runInit(folder, { database: plain.href });
        assert.equal(refused.code, 1);
        assert.match(
          refused.output,
          /^The PostgreSQL server has no database "dvk_của_init", .* \(42501\)\. Ask .*: CREATE DATABASE "dvk_của_init" .* OWNER "dvk_plain";/,
        );
        const { code, output } = await runInit(folder, { database: url });
        assert.equal(code, 0, output);
        assert.doesNotMatch(output, /postgres:postgres@/, 'no password is shown');
        assert.match(await eventsOf(folder), /^3 events and 3 records checked: all hold/);
        const again = await runAgain(folder);
        assert.deepEqual([again.code, /^\+/m.test(again.output)], [0, false], again.output);
      } finally {
        await onServer('DROP ROLE IF EXISTS dvk_plain');
        await onServer('DROP DATABASE IF EXISTS "dvk_của_init" WITH (FORCE)');
        await admin.close();
      }
    });

    test('killed at any step, it is run again and completes what is missing; no key is ever written over', async () => {
      for (const step of ['secret-key', 'backup-passphrase', 'client-secret', 'dvk.env', 'PostgreSQL: ']) {
        const database = await freshDatabase.PostgreSQL();
        const [folder, at] = [await newFolder(), { database: urlOf(database) }];
        const child = startCli(argumentsOf(folder, at), inEnvironment);
        await whenWritten(child, new RegExp(`^([+=].*${step})`, 'm'));
        child.kill('SIGKILL');
        await once(child, 'close');
        const before = await contentsOf(folder);
        const again = await runInit(folder, at);
        assert.equal(again.code, 0, again.output);
        const now = await contentsOf(folder);
        assert.ok(now['dvk.env'] && now['keys/secret-key']);
        for (const [name, content] of Object.entries(before)) {
          if (name.endsWith('.part')) continue;
          assert.equal(now[name], content, `${name} after ${step}`);
          if (!before['dvk.env']) assert.match(again.output, new RegExp(`^= .*${name}`, 'm'));
        }
        assert.match(await eventsOf(folder), /^3 events and 3 records checked: all hold/);
        await database.remove();
      }
    });

    test('leaves a database alone that has a key already', async () => {
      const used = await freshDatabase.PostgreSQL();
      const database = await openDatabase(used.options);
      await verifySecretKey(database, 'a-key-of-an-earlier-installation-here');
      await database.close();
      const folder = await newFolder();
      const { code, output } = await runInit(folder, { database: urlOf(used) });
      assert.equal(code, 1);
      assert.match(output, /^✗ Secret key: The secret key of this database is missing: .*No settings were written/s);
      assert.deepEqual(await readdir(folder), []);
      await used.remove();
    });
  });
});
