/**
 * From an empty folder to a province at work and back from a backup, with nothing of the demonstration: real processes of the
 * command line, PostgreSQL, an OpenID provider, a mail server, and a real browser on the pages that come with the widgets.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { spreadsheetType, writeWorkbook } from '@dvk/sdk/office';
import { openDatabase } from '@dvk/server';
import type { Browser, Page } from 'playwright-core';
import { startProvider, type TestProvider } from '../../packages/server/src/sign-in/testkit/provider.ts';
import { addressOf, runCli, startCli, type CliProcess } from '../../packages/server/src/testkit/cli-process.ts';
import { freePort } from '../../packages/server/src/testkit/free-port.ts';
import { startMailServer, type MailServer } from '../../packages/server/src/testkit/mail-server.ts';
import { startTestPostgres, type TestPostgres } from '../../packages/server/src/testkit/postgres.ts';
import { whenWritten } from '../../packages/server/src/testkit/script-process.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { cdnFolder } from './src/build-cdn.ts';
import { invite, signInAtProvider } from './testkit/people.ts';
import { publishRubric, readRubric, rubricTitle } from './testkit/rubrics.ts';
import { dayOf, moveWorkingDay, openYear, saveSettings } from './testkit/settings.ts';
import { importUnits, mergeUnits, unitNamed, unitTable } from './testkit/units.ts';
import { checkAndSend, fillReport, openVisitor } from './testkit/visitor.ts';

/** A working day of next year, and the Saturday on which it is made up for. */
const nextYear = '2027';
const [off, makeUp] = ['2027-03-16', '2027-03-20'];

describe('a new machine', () => {
  let folder: string;
  let postgres: TestPostgres;
  let provider: TestProvider;
  let mail: MailServer;
  let browser: Browser;
  let address: string;
  let running: CliProcess[] = [];
  let administrator: Page;
  let sent: { code: string; secret: string };
  const faults: string[] = [];
  const inFolder = (...names: string[]) => path.join(folder, ...names);
  /** A command in the folder, which finds its settings there. */
  const within = () => ['sh', '-c', 'cd "$0" && exec "$@"', folder];
  const run = (...args: string[]) => runCli(args, {}, within());

  async function start(): Promise<void> {
    const server = startCli(['serve'], { DVK_WORK: 'apart' }, within());
    const worker = startCli(['work'], { DVK_WORK: 'apart' }, within());
    running = [server, worker];
    await Promise.all([addressOf(server), whenWritten(worker, /(ready for jobs)/)]);
  }
  async function stop(): Promise<void> {
    for (const each of running.splice(0)) {
      each.kill('SIGTERM');
      await once(each, 'close');
      assert.equal(each.exitCode, 0, each.output());
    }
  }
  /** Runs one statement on the server of the database. */
  async function inDatabase(statement: string, database: string): Promise<void> {
    const open = await openDatabase({ url: new URL(`/${database}`, postgres.url).href, connections: 1 });
    await open.withClient((client) => client.query(statement));
    await open.close();
  }
  const page = (name: string) => administrator.goto(`${address}/trang/${name}.html`);

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dvk-machine-'));
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    [postgres, mail, browser] = await Promise.all([startTestPostgres(), startMailServer(), launchBrowser()]);
    provider = await startProvider({
      clients: [
        {
          client_id: 'dvk',
          client_secret: 'mat-khau-cua-may-chu-nay-o-do',
          id_token_signed_response_alg: 'ES256',
          redirect_uris: [`${address}/auth/signed-in`],
          post_logout_redirect_uris: [`${address}/auth/signed-out`],
        },
      ],
    });
    // The widgets as they are installed beside the server.
    const environment = {
      DVK_CLIENT_SECRET: 'mat-khau-cua-may-chu-nay-o-do',
      DVK_PAGES: await cdnFolder(),
      PORT: String(port),
      LANG: 'C',
    };
    const answers = {
      province: 'Tây Ninh',
      office: 'Bộ phận thường trực (mẫu)',
      database: new URL('/dvk', postgres.url).href,
      'public-url': address,
      issuer: provider.address,
      'client-id': 'dvk',
      mail: mail.url.href,
      'mail-from': 'dvk@tinh.example',
      'admin-name': 'Nguyễn Văn A',
      admin: 'quan-tri@example.vn',
    };
    const options = Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);
    const made = await runCli(['init', ...options], environment, within());
    assert.equal(made.code, 0, made.output);
    assert.match(made.output, /\n {3}dvk-server serve\n/);
    await start();
    administrator = await openVisitor(browser, faults);
  });
  after(async () => {
    await browser.close();
    for (const each of running) each.kill('SIGKILL');
    provider.close();
    await mail.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => assert.deepEqual(faults.splice(0), []));

  test('the administrator whom init has named signs in through the provider', async () => {
    await administrator.goto(address);
    await signInAtProvider(administrator, 'quan-tri');
    await administrator.getByText('Nguyễn Văn A').first().waitFor();
    assert.equal(administrator.url(), `${address}/`);
  });

  test('130 units come from Excel: 3 bad rows are named, the others get in', async () => {
    await page('don-vi');
    const rows = unitTable.map((row) => [...row]);
    await importUnits(administrator, {
      name: 'don-vi.xlsx',
      mimeType: spreadsheetType,
      buffer: Buffer.from(writeWorkbook([{ name: 'Đơn vị', rows }])),
    });
    await administrator.keyboard.press('Escape');
    await administrator.getByRole('treeitem').first().waitFor();
  });

  test('the calendar of next year is set', async () => {
    await page('thiet-lap');
    await moveWorkingDay(administrator, off, makeUp);
    await saveSettings(administrator);
  });

  test('a rubric from a Word file is published', async () => {
    await page('bo-tieu-chi');
    await readRubric(administrator);
    await publishRubric(administrator);
  });

  test('an appraiser is invited, signs in and sees what they may', async () => {
    await page('nguoi-dung');
    await invite(administrator, { name: 'Trần Thị B', address: 'tham-dinh@example.vn', role: 'Người thẩm định' });
    const appraiser = await openVisitor(browser, faults);
    await appraiser.goto(`${address}/trang/bo-tieu-chi.html`);
    await signInAtProvider(appraiser, 'tham-dinh');
    await appraiser.getByRole('link', { name: rubricTitle }).waitFor();
    await appraiser.goto(`${address}/trang/don-vi.html`);
    await appraiser.getByText('Chỉ xem. Quản trị hệ thống mới sửa được đơn vị.').waitFor();
    await appraiser.goto(`${address}/trang/nguoi-dung.html`);
    await appraiser.getByText('Tài khoản này không xem được người dùng và vai trò.').waitFor();
    await appraiser.context().close();
  });

  test('a citizen sends a report, and a letter arrives', async () => {
    const citizen = await openVisitor(browser, faults);
    await citizen.goto(`${address}/trang/gui-phan-anh.html`);
    await fillReport(citizen, 'Rác để lâu ngày ở ngã ba. Mùi hôi cả ngày.');
    await citizen.getByRole('button', { name: 'Thêm email' }).click();
    await citizen.getByRole('textbox', { name: 'Email' }).fill('nguoi-dan@example.vn');
    sent = await checkAndSend(citizen);
    await citizen.context().close();
    const letterTo = (recipient: string) => [...mail.letters.values()].flat().find(({ to }) => to.includes(recipient));
    while (!letterTo('nguoi-dan@example.vn')) {
      // At night letters wait for the morning: it comes at once.
      await inDatabase("UPDATE pgboss.job SET start_after = now() WHERE name = 'notices.mail'", 'dvk');
      await setTimeout(250);
    }
    assert.ok(!letterTo('nguoi-dan@example.vn')!.raw.includes(sent.secret));
  });

  test('two units become one', async () => {
    await page('don-vi');
    await administrator.getByRole('treeitem').first().waitFor();
    const names = ['Khu dân cư mẫu 10', 'Khu dân cư mẫu 11'];
    await mergeUnits(administrator, names, { name: 'Khu dân cư mẫu hợp nhất', code: 'KDCHN' });
  });

  test('all is backed up, destroyed and restored; the ledger holds and the data is there', async () => {
    const before = await run('audit', 'verify');
    assert.match(before.output, /: all hold\n$/);
    const backup = await run('backup', '--to', inFolder('dvk.age'));
    assert.equal(backup.code, 0, backup.output);
    await stop();
    await inDatabase('DROP DATABASE dvk WITH (FORCE)', 'postgres');
    await rm(inFolder('data'), { recursive: true });
    await inDatabase('CREATE DATABASE dvk', 'postgres');

    const restored = await run('restore', '--from', inFolder('dvk.age'));
    assert.equal(restored.code, 0, restored.output);
    assert.equal((await run('audit', 'verify')).output, before.output);
    await start();
    // Whoever was signed in still is: sessions are data.
    await page('don-vi');
    await administrator.getByRole('searchbox').fill('hop nhat');
    await administrator.keyboard.press('Enter');
    await unitNamed(administrator, 'Khu dân cư mẫu hợp nhất').waitFor();
    await page('thiet-lap');
    await openYear(administrator, nextYear);
    assert.match((await dayOf(administrator, off).getAttribute('aria-label'))!, /Nghỉ hoán đổi/);
    const seen = await fetch(`${address}/v1/tracking/${sent.code}`, { headers: { 'case-secret': sent.secret } });
    assert.equal(seen.status, 200);
    await stop();
    assert.ok(!(await readFile(inFolder('dvk.age'))).includes('nguoi-dan@example.vn'));
  });
});
