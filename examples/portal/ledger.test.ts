/**
 * The ledger of the portal against the real server, in a real browser: somebody reads who sent a report, an inspector finds that, checks
 * the ledger, narrows the list, exports it and goes on to the record.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { createCase, openVisitor, signIn } from './testkit/visitor.ts';

let portal: OpenPortal;
let address: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];

const row = () => page.locator('dvk-audit .row .opener');
const menu = () => page.locator('#mainnav').getByRole('link', { name: 'Nhật ký' });

async function atLedger(role: string): Promise<void> {
  await signIn(page, address, role);
  await menu().click();
  await row().first().waitFor();
}

describe('the ledger of the demo portal', () => {
  before(async () => {
    portal = await openPortal();
    ({ address, browser } = portal);
  });
  after(() => portal.close());
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('who read the sender of a case is found by an inspector, who goes on to what else was done with it', async () => {
    page = await openVisitor(browser, faults);
    await signIn(page, address, 'secretariat');
    // Somebody who left a name has sent it.
    const sender = { senderName: 'Nguyễn Văn A', senderPhone: '0912345678' };
    const { code } = await createCase(page, 'Cống nghẹt trước cổng chợ', sender);
    await page.goto(`${address}/ban-xu-ly`);
    await page.locator('dvk-case-desk .search input').fill(code);
    await page.locator('dvk-case-desk .row', { hasText: code }).getByRole('link').click();
    await page.locator('dvk-case-desk .detail').getByText('Nguyễn Văn A').first().waitFor();
    await atLedger('inspector');
    await page.getByRole('tab', { name: 'Xem thông tin người gửi' }).click();
    await page
      .locator('dvk-audit .row', { hasText: code })
      .getByRole('link', { name: 'Xem thông tin người gửi' })
      .click();
    const detail = page.locator('dvk-audit .detail');
    await detail.getByText('Nội dung đã xem không nằm trong nhật ký').waitFor();
    await detail.getByText('Bộ phận thường trực').first().waitFor();
    assert.match(page.url(), /#audit=\d+$/);
    await page.reload();
    await detail.getByText('Nội dung đã xem không nằm trong nhật ký').waitFor();
    await detail.getByRole('button', { name: 'Các việc với hồ sơ này' }).click();
    await page.getByRole('button', { name: new RegExp(`Hồ sơ: .*${code}`) }).waitFor();
    await page.locator('dvk-audit .row', { hasNotText: code }).first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Nhận phản ánh, kiến nghị' }).waitFor();
  });

  test('the ledger is checked at once, the list narrowed and exported as it is shown', async () => {
    page = await openVisitor(browser, faults);
    await atLedger('administrator');
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await page.locator('dvk-audit .ledger.running').waitFor();
    await page.locator('dvk-audit .ledger.holds').waitFor({ timeout: 120_000 });
    await page.locator('dvk-audit .ledger').getByText('theo yêu cầu của').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải bằng chứng' }).click();
    const anchor = await (await download).path();
    assert.ok(JSON.parse(await readFile(anchor, 'utf8')).events > 0);
    await page.locator('dvk-audit .ledger input[type=file]').setInputFiles(anchor);
    await page.locator('dvk-audit .ledger.running').waitFor();
    await page.locator('dvk-audit .ledger.holds').waitFor({ timeout: 120_000 });
    await page.locator('dvk-audit .ledger').getByText('đã đối chiếu').waitFor();

    await page.locator('dvk-audit .filter-row [name=area]').selectOption('audit');
    await page.locator('dvk-audit .active').getByText('Loại hồ sơ: Kiểm tra nhật ký').waitFor();
    await page.locator('dvk-audit .row', { hasText: 'Nhận phản ánh' }).first().waitFor({ state: 'detached' });
    const shown = await page.locator('dvk-audit .row').count();
    assert.ok(shown >= 2, 'both checks');
    const exported = page.waitForEvent('download');
    await page.locator('dvk-audit .list-actions').getByText('Xuất', { exact: false }).first().click();
    await page.getByRole('button', { name: /CSV.*chấm phẩy/ }).click();
    const csv = await readFile(await (await exported).path(), 'utf8');
    const [head, ...lines] = csv.trim().split('\r\n');
    assert.match(head!, /Lúc;Việc đã làm;Hồ sơ;Người làm/);
    assert.equal(lines.length, shown);
    for (const line of lines) assert.match(line, /Kiểm tra nhật ký.*Hệ thống tự làm/);
  });

  test('others have no way to it in the menu, and are told so at its address', async () => {
    page = await openVisitor(browser, faults);
    await signIn(page, address, 'secretariat');
    assert.equal(await menu().count(), 0);
    await page.goto(`${address}/nhat-ky#audit=1`);
    await page.getByText('Trang này dành cho quản trị hệ thống').waitFor();
    assert.equal(await page.locator('dvk-audit .row').count(), 0);
  });
});
