import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openDatabase } from './database/index.ts';
import { helpIn } from './help/help.ts';
import { addressOf, runCli, startCli } from './testkit/cli-process.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { findTemplates } from './testkit/templates.ts';

describe('the command line', () => {
  let parent: string;
  let directory: string;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'dvk-cli-'));
    directory = join(parent, 'data');
    // A database made before: making one takes seconds, and is tested with the database itself.
    await mkdir(directory, { mode: 0o700 });
    await cp(findTemplates().directory, join(directory, 'database'), { recursive: true });
  });
  after(() => rm(parent, { recursive: true, force: true }));

  test('explains itself, in English and in Vietnamese', async () => {
    const { code, output } = await runCli(['--help']);
    assert.equal(code, 0);
    assert.equal(output, `${helpIn('en')}\n`);
    assert.equal((await runCli(['-h'], { LANG: 'vi_VN.UTF-8' })).output, `${helpIn('vi')}\n`);
    assert.equal((await runCli(['-h', '--lang', 'en'], { LANG: 'vi_VN.UTF-8' })).output, output);
    assert.equal((await runCli([])).code, 2);
    assert.equal((await runCli(['dance'])).code, 2);
  });

  test('refuses what it does not know, in one sentence and with code 2', async () => {
    const wrong: [string[], RegExp][] = [
      [['serve', '--nope'], /^Unknown option '--nope'/],
      [['audit', 'verify', '--anchor'], /^Option '--anchor <value>' argument missing/],
      [['audit', 'verify', '--anchor', 'a', '--anchor', 'b'], /^--anchor is given twice/],
      [['migrate', '--anchor', 'a'], /^--anchor goes with audit verify alone/],
      [['-h', '--lang', 'fr'], /^--lang is "fr"; it must be vi or en/],
    ];
    for (const [args, message] of wrong) {
      const { code, output } = await runCli(args, { DVK_DATA: directory, LANG: 'C' });
      assert.equal(code, 2, output);
      assert.match(output, message);
      assert.match(output, /\n"dvk-server --help" tells what there is\n$/);
    }
  });

  test('says that a database has to be updated first', async () => {
    const absent = await runCli(['audit', 'verify'], { DVK_DATA: join(parent, 'new') });
    assert.match(absent.output, /^There is no database in .*new\/database: DVK_DATA names the folder/);
    await (await openDatabase({ directory: join(parent, 'new', 'database') })).close();
    const { code, output } = await runCli(['audit', 'verify'], { DVK_DATA: join(parent, 'new') });
    assert.deepEqual([code, output], [1, 'The database is not of this version: update it with "dvk-server migrate"\n']);
  });

  test('explains a token that it is given, and ends with code 1 for one that is not taken', async () => {
    const settings = { DVK_ISSUER: 'https://sso.example', DVK_AUDIENCE: 'dvk', LANG: 'C' };
    assert.deepEqual(await runCli(['auth', 'explain'], settings), {
      code: 1,
      output: 'Cannot be read: it is no JWT.\n',
    });
    const vietnamese = await runCli(['auth', 'explain', '--lang', 'vi'], { LANG: 'C' });
    assert.match(vietnamese.output, /^Máy chủ chưa nhận token của ai/);
    assert.equal((await runCli(['auth'], settings)).code, 2);
  });

  test('prints the OpenAPI document', async () => {
    const { output } = await runCli(['openapi']);
    assert.equal((JSON.parse(output) as { openapi: string }).openapi, '3.1.0');
    assert.equal(output, await readFile(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));
  });

  test('says what is wrong with its settings, without a stack', async () => {
    const issuer = { DVK_ISSUER: 'https://sso.example', DVK_AUDIENCE: 'dvk', DVK_JWKS_URL: 'https://sso.example/jwks' };
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: 'x' }, /^PORT is "x"; it must be a whole number\n$/],
      [{ PORT: '65536' }, /^PORT is "65536"; it must be a whole number up to 65535\n$/],
      [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /^DATABASE_URL needs DVK_SECRET_KEY/],
      [{ DVK_ISSUER: 'https://sso.example' }, /^DVK_ISSUER needs DVK_AUDIENCE/],
      [{ DVK_TENANT: '../tỉnh' }, /^DVK_TENANT is/],
      [{ DVK_PROVINCE: 'Hà Nội' }, /^DVK_PROVINCE is .* two digits/],
      [{ DVK_SECRET_KEY: 'short' }, /at least 32 characters/],
      [{ ...issuer, DVK_JWKS_URL: 'sso.example/jwks' }, /^DVK_JWKS_URL is "sso.example\/jwks"; it must be an address/],
      [{ ...issuer, DVK_ROLE_NAMES: 'x=admin' }, /^DVK_ROLE_NAMES has "x=admin"; .* citizen, unit-officer, /],
      [{ ...issuer, DVK_ROLE_NAMES: 'thu-ky' }, /^DVK_ROLE_NAMES has "thu-ky"/],
      [{ DVK_ORIGINS: 'portal.example' }, /^DVK_ORIGINS has "portal.example"; it must be like https:\/\//],
      [{ DVK_ORIGINS: 'https://portal.example/page' }, /^DVK_ORIGINS has/],
    ];
    for (const [environment, message] of cases) {
      const { code, output } = await runCli(['serve'], {
        DVK_DATA: directory,
        PORT: '0',
        DVK_LOG_LEVEL: 'error',
        ...environment,
      });
      assert.equal(code, 1, output);
      assert.match(output, message);
    }
  });

  test('serves in a process whose C library keeps little of what images have used', async (t) => {
    if (process.platform !== 'linux') return t.skip('Linux alone has the variable');
    for (const [given, found] of [
      [{}, '2'],
      [{ MALLOC_ARENA_MAX: '4' }, '4'],
    ] as const) {
      const child = startCli(['serve'], { DVK_DATA: directory, PORT: '0', ...given });
      await addressOf(child);
      const environment = (await readFile(`/proc/${child.pid}/environ`, 'utf8')).split('\0');
      child.kill('SIGTERM');
      await once(child, 'close');
      assert.deepEqual([environment.includes(`MALLOC_ARENA_MAX=${found}`), child.exitCode], [true, 0]);
    }
  });

  test('serves until it is stopped; what was written is there after the next start', async () => {
    const environment = {
      DVK_DATA: directory,
      PORT: '0',
      DVK_ORIGINS: 'https://a.example, https://b.example/',
      DVK_METRICS_TOKEN: 'm-token',
      DVK_STORAGE: '',
    };
    const first = startCli(['serve'], environment);
    const sent = await fetch(`${await addressOf(first)}/v1/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
      body: JSON.stringify(sampleSubmission()),
    });
    assert.equal(sent.status, 201);
    const { code: caseCode, secret } = (await sent.json()) as { code: string; secret: string };
    for (const origin of ['https://a.example', 'https://b.example']) {
      const { headers } = await fetch(`${await addressOf(first)}/v1/units`, { headers: { origin } });
      assert.equal(headers.get('access-control-allow-origin'), origin);
    }
    const metrics = `${await addressOf(first)}/metrics`;
    assert.equal((await fetch(metrics)).status, 401);
    assert.equal((await fetch(metrics, { headers: { authorization: 'Bearer m-token' } })).status, 200);
    assert.equal((await stat(`${directory}.secret-key`)).mode & 0o077, 0);

    const second = await runCli(['migrate'], environment);
    assert.equal(second.code, 1);
    assert.match(second.output, /in use by process \d+/);

    first.kill('SIGTERM');
    const [code] = (await once(first, 'close')) as [number];
    assert.equal(code, 0, first.output());
    assert.match(first.output(), /"msg":"stopped"/);
    assert.ok(!first.output().includes(caseCode), 'no code in the log');

    const third = startCli(['serve'], environment);
    const seen = await fetch(`${await addressOf(third)}/v1/tracking/${caseCode}`, {
      headers: { 'case-secret': secret },
    });
    assert.equal(seen.status, 200);
    third.kill('SIGINT');
    assert.equal((await once(third, 'close'))[0], 0);
    assert.match((await runCli(['audit', 'verify'], environment)).output, /^\d events and 1 records checked: all hold/);
    const anchor = join(directory, 'anchor.json');
    await writeFile(anchor, (await runCli(['audit', 'anchor'], environment)).output);
    const missing = await runCli(['audit', 'verify', '--anchor', join(directory, 'none.json')], environment);
    assert.equal(missing.code, 1);
    assert.match(missing.output, /^The anchor ".*none\.json" cannot be read \(ENOENT\): give the path/);
    const held = await runCli(['audit', 'verify', '--anchor', anchor], environment);
    assert.match(held.output, /^\d events and 1 records checked, held against the anchor of 20\d\d-.*: all hold/);
    await writeFile(anchor, (await readFile(anchor, 'utf8')).replace(/"events":\d/, '"events":9'));
    const ahead = await runCli(['audit', 'verify', '--anchor', anchor], environment);
    assert.equal(ahead.code, 1);
    assert.match(ahead.output, /the anchor knows more events than there are/);

    const strange = await runCli(['serve'], { ...environment, DVK_SECRET_KEY: 'x'.repeat(32) });
    assert.equal(strange.code, 1);
    assert.match(strange.output, /^This database was made with another secret key: .*Set DVK_SECRET_KEY.*\n$/);
    await rm(`${directory}.secret-key`);
    const without = await runCli(['serve'], environment);
    assert.equal(without.code, 1);
    assert.match(without.output, /^The secret key of this database is missing: .*Put the key .* back there.*\n$/);
  });
});
