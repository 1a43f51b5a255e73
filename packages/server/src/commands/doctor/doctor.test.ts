import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { dateInVietnam } from '@dvk/sdk/text';
import pg from 'pg';
import { openDatabase } from '../../database/index.ts';
import { enqueue } from '../../queue/enqueue.ts';
import { verifySecretKey } from '../../secret-key/index.ts';
import { serverJobs } from '../../server-jobs.ts';
import { runCli } from '../../testkit/cli-process.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../testkit/engines.ts';
import { startMailServer } from '../../testkit/mail-server.ts';
import { findTemplates } from '../../testkit/templates.ts';
import { compareClocks } from './database.ts';
import { examine } from './examine.ts';

describe('the doctor', () => {
  let folder: string;
  let postgres: TestDatabase;
  const inFolder = (...names: string[]) => path.join(folder, ...names);
  const key = { DVK_SECRET_KEY: 'a-key-for-this-test-and-nothing-else' };
  const onPostgres = () => {
    if (!('url' in postgres.options)) throw new Error('PostgreSQL has an address');
    return { DATABASE_URL: postgres.options.url, DVK_DATA: inFolder('data'), ...key };
  };

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dvk-doctor-'));
    postgres = await freshDatabase.PostgreSQL();
    await mkdir(inFolder('data', 'files'), { recursive: true, mode: 0o700 });
    const database = await openDatabase(postgres.options);
    await verifySecretKey(database, key.DVK_SECRET_KEY);
    await database.close();
  });
  after(async () => {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** What is not good, as `part: state text`. */
  async function complaints(environment: Record<string, string>): Promise<string[]> {
    const found: string[] = [];
    for await (const { name, findings } of examine(environment))
      for (const { state, text } of findings) if (state !== 'good') found.push(`${name.en}: ${state} ${text.en}`);
    return found;
  }

  /** An issuer that says what it is told to. */
  async function issuer(
    t: TestContext,
    keys: unknown,
    headers: Record<string, string> = {},
  ): Promise<Record<string, string>> {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(keys));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { DVK_ISSUER: address, DVK_JWKS_URL: `${address}/keys`, DVK_AUDIENCE: 'dvk' };
  }

  /** A mail server that lets in who has the password. */
  async function mailServer(t: TestContext): Promise<Record<string, string>> {
    const server = await startMailServer({
      onAuth: ({ username, password }, _session, done) =>
        username === 'dvk' && password === 'right' ? done(null, { user: username }) : done(new Error('no')),
    });
    t.after(() => server.stop());
    return {
      DVK_MAIL_SERVER: server.url.href,
      DVK_MAIL_FROM: 'dvk@tinh.example',
      DVK_MAIL_USER: 'dvk',
      DVK_MAIL_PASSWORD: 'right',
      DVK_PUBLIC_URL: 'https://dvk.tinh.example',
    };
  }

  test('finds nothing wrong where nothing is', async (t) => {
    const proofs = inFolder('proofs');
    await mkdir(proofs);
    await writeFile(path.join(proofs, `default-${dateInVietnam(new Date())}.json`), '{}');
    const signIn = await issuer(t, { keys: [{ kty: 'RSA' }] });
    const settings = { ...onPostgres(), ...signIn, ...(await mailServer(t)), DVK_ANCHOR_DIR: proofs };
    // The days off of next year are announced late: what the calendar lacks depends on the day.
    assert.deepEqual(
      (await complaints(settings)).filter((line) => !line.startsWith('Working calendar: look')),
      [],
    );
  });

  test('finds each thing that can be wrong, and what to do', async (t) => {
    const mail = await mailServer(t);
    const wrong: [Record<string, string>, RegExp][] = [
      [
        { ...onPostgres(), DATABASE_URL: 'postgres://127.0.0.1:1/x' },
        /^Database: bad It cannot be reached: .*ECONNREFUSED/,
      ],
      [
        { ...onPostgres(), DVK_SECRET_KEY: 'another-key-of-at-least-32-letters' },
        /^Secret key: bad .*another secret key/,
      ],
      [{ ...onPostgres(), HOST: '0.0.0.0' }, /^Reach: look .*proxy with HTTPS/],
      [{ ...onPostgres(), DVK_ORIGINS: '*' }, /^Reach: look Pages from anywhere/],
      [onPostgres(), /^Proofs: look No proof is kept each night/],
      [{ ...onPostgres(), DVK_ANCHOR_DIR: inFolder('none') }, /^Proofs: look There is no proof of today or yesterday/],
      [{ ...onPostgres(), DVK_TRUSTED_PROXIES: 'x' }, /^Reach: bad .*DVK_TRUSTED_PROXIES is "x"/],
      [{ ...onPostgres(), DVK_ORIGINS: 'portal.example' }, /^Settings: bad .*DVK_ORIGINS has "portal.example"/],
      [{ ...onPostgres(), DVK_TENANT: 'a/b' }, /^Settings: bad .*DVK_TENANT is "a\/b"/],
      [onPostgres(), /^Sign-in: look Nobody can sign in/],
      [{ ...onPostgres(), DVK_ISSUER: 'https://sso.example' }, /^Sign-in: bad .*DVK_ISSUER needs DVK_AUDIENCE/],
      [{ ...onPostgres(), ...(await issuer(t, {})) }, /^Sign-in: bad .* gives no keys at /],
      // One that only signs people in through this server, and gives no tokens.
      [
        {
          ...onPostgres(),
          ...(await issuer(t, {})),
          DVK_AUDIENCE: '',
          DVK_CLIENT_ID: 'dvk',
          DVK_PUBLIC_URL: 'https://dvk.tinh.example',
        },
        /^Sign-in: bad .* gives no keys at /,
      ],
      [
        { ...onPostgres(), ...(await issuer(t, { keys: [{}] }, { date: 'Thu, 01 Jan 2026 00:00:00 GMT' })) },
        /^Sign-in: bad The clock of this machine is \d+ seconds/,
      ],
      [
        { ...onPostgres(), DVK_ISSUER: 'http://127.0.0.1:1', DVK_JWKS_URL: 'http://127.0.0.1:1/k', DVK_AUDIENCE: 'x' },
        /^Sign-in: bad .* cannot be asked .*: nobody can sign in/,
      ],
      [onPostgres(), /^Mail: look There is no mail server/],
      [{ ...onPostgres(), ...mail, DVK_MAIL_PASSWORD: 'wrong' }, /^Mail: bad .* refuses the sign-in \(EAUTH 535\)/],
      [{ ...onPostgres(), ...mail, DVK_MAIL_SERVER: 'smtp://127.0.0.1:1' }, /^Mail: bad .* cannot be used \(E/],
      [
        { ...onPostgres(), ...mail, DVK_MAIL_SERVER: 'smtp://a:b@c' },
        /^Mail: bad .*must not hold a name and a password/,
      ],
      [{ ...onPostgres(), ...mail, DVK_MAIL_SERVER: 'mail' }, /^Mail: bad .*DVK_MAIL_SERVER is "mail"/],
      [{ ...onPostgres(), ...mail, DVK_MAIL_FROM: '' }, /^Mail: bad .*DVK_MAIL_FROM is not set/],
      [{ ...onPostgres(), ...mail, DVK_PUBLIC_URL: '' }, /^Mail: bad .*DVK_PUBLIC_URL is not set; mail/],
      [{ ...onPostgres(), ...mail, DVK_MAIL_PORTAL: 'x' }, /^Mail: bad .*DVK_MAIL_PORTAL is "x"/],
      [{ ...onPostgres(), ...mail, DVK_MAIL_DKIM_SELECTOR: 'x' }, /^Mail: bad .*go together/],
      [{ ...onPostgres(), DVK_STORAGE: 's3' }, /^Files: bad .*DVK_STORAGE=s3 needs DVK_S3_ENDPOINT/],
    ];
    for (const [environment, expected] of wrong) {
      const found = await complaints(environment);
      assert.ok(
        found.some((line) => expected.test(line)),
        `${String(expected)} is not among\n${found.join('\n')}`,
      );
    }
  });

  test('finds jobs that nobody does, and jobs that failed', async () => {
    const database = await openDatabase(postgres.options);
    const job = serverJobs.find(({ name }) => name === 'database.maintain')!;
    await enqueue(
      database.queries,
      job,
      {},
      {
        tenant: null,
        key: 'old',
        now: new Date(Date.now() - 3_600_000),
      },
    );
    await enqueue(database.queries, job, {}, { tenant: null, key: 'failed' });
    await database.queries.execute(`UPDATE pgboss.job SET state = 'failed' WHERE data->>'key' = 'failed'`);
    await database.close();
    const found = (await complaints(onPostgres())).filter((line) => line.startsWith('Background'));
    assert.match(found[0]!, /^Background jobs: bad 1 background jobs have waited for more than 15 minutes/);
    assert.match(found[1]!, /^Background jobs: look 1 background jobs have failed/);
  });

  test('finds that a new database has no tables yet, and nothing wrong with that', async () => {
    const empty = await emptyDatabase.PostgreSQL();
    if (!('url' in empty.options)) throw new Error('PostgreSQL has an address');
    const found = await complaints({ ...onPostgres(), DATABASE_URL: empty.options.url });
    assert.match(found.at(-1)!, /^Version of the data: look \d+ steps of the update are still to be done/);
    await empty.remove();
  });

  test('binds no key to a database that has none yet: the one given may be a mistake', async () => {
    const unused = await freshDatabase.PostgreSQL();
    if (!('url' in unused.options)) throw new Error('PostgreSQL has an address');
    const settings = { ...onPostgres(), DATABASE_URL: unused.options.url };
    const found = await complaints({ ...settings, DVK_SECRET_KEY: 'mistyped-key-of-at-least-32-letters' });
    assert.ok(found.some((line) => line.startsWith('Secret key: look No server has run on this database yet')));
    const database = await openDatabase(unused.options);
    await verifySecretKey(database, key.DVK_SECRET_KEY);
    await database.close();
    await unused.remove();
  });

  test('says when a newer version has worked on the database, and whether this one still can', async () => {
    const newer = await freshDatabase.PostgreSQL();
    if (!('url' in newer.options)) throw new Error('PostgreSQL has an address');
    const settings = { ...onPostgres(), DATABASE_URL: newer.options.url };
    const database = await openDatabase(newer.options);
    await verifySecretKey(database, key.DVK_SECRET_KEY);
    const versions = async () =>
      (await complaints(settings)).filter((line) => /^(Version|Secret key|Background)/.test(line));
    assert.deepEqual(await versions(), []);

    await database.queries.execute(
      `INSERT INTO schema_migration (name, checksum, applied_by) VALUES ('9998-later.sql', 'x', '9.8.0')`,
    );
    const [found, ...others] = await versions();
    assert.match(found!, /^Version of the data: look .* \(9\.8\.0: 9998-later\.sql\); .* can go on beside it/);
    assert.deepEqual(others, [], 'and looks at all the rest');

    const other = new pg.Client({ connectionString: newer.options.url, application_name: 'dvk-server/9.8.0' });
    await other.connect();
    assert.match((await versions())[1]!, /^Version of the data: look A server of version 9\.8\.0 works on it too/);
    await other.end();

    await database.queries.execute(
      `INSERT INTO schema_migration (name, checksum, needs) VALUES ('9999-less.sql', 'x', '9998')`,
    );
    assert.match((await versions())[0]!, /^Version of the data: bad .* \(9999-less\.sql\), .* cannot work/);
    await database.close();
    await newer.remove();
  });

  test('tells clocks apart', () => {
    const now = new Date('2026-11-30T00:00:00Z');
    const at = (seconds: number) =>
      compareClocks({ vi: 'x', en: 'x' }, new Date(now.getTime() + seconds * 1000), now).state;
    assert.deepEqual([at(0), at(-5), at(6), at(-61)], ['good', 'good', 'look', 'bad']);
  });

  test('as a command says it in the language of the machine, and ends with 1 when something is bad', async () => {
    const settings = { DVK_DATA: inFolder('embedded'), LANG: 'vi_VN.UTF-8' };
    const fresh = await runCli(['doctor'], settings);
    assert.equal(fresh.code, 0, fresh.output);
    assert.match(fresh.output, /^! Cơ sở dữ liệu: Chưa có cơ sở dữ liệu nhúng/m);
    assert.match(fresh.output, /^! Kho tệp: Chưa có thư mục /m);
    // What it made would belong to whoever asked, perhaps not the user of the server.
    assert.ok(!existsSync(inFolder('embedded')));
    assert.match(fresh.output, /\nMáy chủ chạy được; những dòng có dấu ! cần xem lại\.\n$/);

    await mkdir(inFolder('copied'), { mode: 0o700 });
    await cp(findTemplates().directory, inFolder('copied', 'database'), { recursive: true });
    const copied = { ...settings, DVK_DATA: inFolder('copied') };
    assert.equal((await runCli(['migrate'], copied)).code, 0);
    await writeFile(inFolder('copied.secret-key'), 'short', { mode: 0o600 });
    const sick = await runCli(['doctor'], copied);
    assert.equal(sick.code, 1, sick.output);
    assert.match(sick.output, /^✗ Khóa bí mật: .*gives no secret key/m);
    assert.match(sick.output, /\nCó phần không chạy được/);
  });
});
