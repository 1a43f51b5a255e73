/**
 * The units of the portal against the real server, in a real browser: an administrator finds a unit, renames it from a day on,
 * sees what a merge brings about, merges two units and reads who continues them.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { importUnits, mergeUnits, unitTable } from './testkit/units.ts';
import { openVisitor, signIn } from './testkit/visitor.ts';

let portal: OpenPortal;
let address: string;
let browser: Browser;
let context: BrowserContext;
const faults: string[] = [];

async function atUnits(role: string): Promise<Page> {
  const page = await openVisitor(browser, faults);
  context = page.context();
  await signIn(page, address, role);
  await page.goto(`${address}/don-vi`);
  await page.getByRole('treeitem').first().waitFor();
  return page;
}

const unit = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name }).first();
const record = (page: Page) => page.locator('dvk-units .detail');
const titleOf = (page: Page, name: string) => record(page).getByRole('heading', { name, exact: true });

describe('the units of the demo portal', () => {
  before(async () => {
    portal = await openPortal();
    ({ address, browser } = portal);
  });
  after(() => portal.close());
  afterEach(async () => {
    await context.close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('an administrator renames a unit from a day on, which is then found by both names', async () => {
    const page = await atUnits('administrator');
    await page.getByRole('searchbox').fill('so noi vu');
    await page.keyboard.press('Enter');
    await page.getByText('1 đơn vị', { exact: false }).first().waitFor();
    await unit(page, /^Sở Nội vụ/).click();
    await titleOf(page, 'Sở Nội vụ').waitFor();
    await page.getByRole('button', { name: 'Đổi tên, chuyển cấp trên' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên đơn vị').fill('Sở Nội vụ và Lao động');
    await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('01/09/2026');
    await dialog.getByLabel('Căn cứ').fill('Nghị quyết mẫu');
    await dialog.getByLabel('Lý do').fill('Sắp xếp tổ chức bộ máy (mẫu).');
    await dialog.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await titleOf(page, 'Sở Nội vụ và Lao động').waitFor();
    await record(page).getByText('đến hết 31/08/2026').waitFor();
    await record(page).getByText('Căn cứ: Nghị quyết mẫu').waitFor();

    await page.reload();
    await titleOf(page, 'Sở Nội vụ và Lao động').waitFor();
    await page.getByRole('searchbox').fill('so noi vu');
    await page.keyboard.press('Enter');
    await unit(page, /^Sở Nội vụ và Lao động/).waitFor();
    await page.getByRole('button', { name: 'Xem ngày khác' }).click();
    await page.getByRole('textbox', { name: 'Có hiệu lực ngày' }).fill('31/08/2026');
    await page.getByRole('button', { name: 'Xem ngày này' }).click();
    await page.getByText('có hiệu lực ngày 31/08/2026').waitFor();
    await page
      .getByRole('treeitem', { name: /^Sở Nội vụ(?! và)/ })
      .first()
      .waitFor();
  });

  test('two units become one: its effect is told before, and who continues whom after', async () => {
    const page = await atUnits('administrator');
    const old = ['Ban Tổ chức Đảng ủy UBND tỉnh', 'Ủy ban Kiểm tra Đảng ủy UBND tỉnh'];
    await mergeUnits(page, old, { name: 'Ban Tổ chức và Kiểm tra', code: 'BTCKT' });
    for (const name of old) await record(page).getByRole('link', { name }).waitFor();
    // On this day it is there no more; the tree is read again while the record is open already.
    await page.getByRole('treeitem', { name: old[0]! }).waitFor({ state: 'detached' });

    await record(page).getByRole('link', { name: old[0]! }).click();
    await titleOf(page, old[0]!).waitFor();
    await record(page).getByText('đã hết hiệu lực 29/11/2026', { exact: true }).waitFor();
    await record(page).getByRole('link', { name: 'Ban Tổ chức và Kiểm tra' }).waitFor();
    await page.goBack();
    await page.getByRole('treeitem').first().waitFor();
  });

  test('130 units come from a table: 3 bad rows are named, the others get in, and all is taken back', async () => {
    const page = await atUnits('administrator');
    const dialog = await importUnits(page, {
      name: 'khu-dan-cu.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(unitTable.map((row) => row.join(';')).join('\n')),
    });
    await dialog.getByLabel('Lý do hoàn tác').fill('Nhập thử (mẫu).');
    await dialog.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
    await dialog.getByText('Đã hoàn tác.').waitFor();
    await dialog.getByRole('button', { name: 'Về chọn tệp' }).click();
    await dialog.getByText(/khu-dan-cu.csv · Đã hoàn tác/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Nhập Excel' }).waitFor();
    await page.locator('dvk-units summary', { hasText: 'Xuất' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Bảng CSV' }).click();
    assert.match((await saved).suggestedFilename(), /^don-vi-.*\.csv$/);
  });

  test('other staff read the units and change nothing; a visitor is asked to sign in', async () => {
    const page = await atUnits('secretariat');
    await page.getByText('Chỉ xem. Quản trị hệ thống mới sửa được đơn vị.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Thêm đơn vị' }).count(), 0);
    await page.locator('#sign-out').click();
    await page.goto(`${address}/don-vi`);
    await page.locator('dvk-units [part=refusal]').waitFor();
  });
});
