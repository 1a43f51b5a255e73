/** The database goes away while a citizen sends a report, and comes back: nothing is lost, nothing doubled, and words say what to do. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { startTestPostgres, type TestPostgres } from '../../packages/server/src/testkit/postgres.ts';
import { launchPortal, type LaunchedServer } from './testkit/launch.ts';
import { codesOf, fillReport, openVisitor, toCheckPage } from './testkit/visitor.ts';

describe('a lost database', () => {
  const faults: string[] = [];
  let data: string;
  let postgres: TestPostgres;
  let portal: LaunchedServer;
  let address: string;
  let browser: Browser;

  before(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'dvk-outage-'));
    postgres = await startTestPostgres();
    portal = launchPortal(data, { DATABASE_URL: postgres.url });
    [address, browser] = await Promise.all([portal.ready, launchBrowser()]);
  });
  after(async () => {
    await browser.close();
    await portal.stop();
    await postgres.stop();
    await rm(data, { recursive: true, force: true });
  });

  const statusOf = async (place: string) => (await fetch(address + place)).status;

  async function sentAs(title: string): Promise<number> {
    const headers = { cookie: 'portal-role=secretariat' };
    const response = await fetch(`${address}/v1/cases?${new URLSearchParams({ q: title })}`, { headers });
    const { items } = (await response.json()) as { items: { title: string }[] };
    return items.filter((item) => item.title === title).length;
  }

  test('keeps what is being sent, and every page opens meanwhile', async () => {
    const page: Page = await openVisitor(browser, faults);
    const title = 'Nắp cống vỡ ở ngõ mẫu';
    await page.goto(`${address}/gui-phan-anh`);
    await fillReport(page, `${title}. Rất dễ ngã khi trời mưa.`);
    await toCheckPage(page);
    await postgres.halt();
    await page.getByRole('button', { name: 'Gửi phản ánh', exact: true }).click();
    await page.getByText('Hệ thống gặp lỗi. Vui lòng thử lại sau ít phút.').waitFor({ timeout: 60_000 });

    assert.deepEqual([await statusOf('/healthz'), await statusOf('/readyz')], [200, 503]);
    for (const place of ['/', '/gui-phan-anh', '/tra-cuu']) assert.equal(await statusOf(place), 200, place);

    await postgres.start();
    await page.getByRole('button', { name: 'Thử lại' }).click();
    const { code } = await codesOf(page);
    assert.match(code, /^PA-/);
    assert.equal(await statusOf('/readyz'), 200);
    assert.equal(await sentAs(title), 1);
    assert.deepEqual(faults, []);
  });
});
