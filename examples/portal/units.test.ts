/**
 * The units of the portal against the real server, in a real browser: an administrator finds a unit, renames it from a day on,
 * sees what a merge brings about, merges two units and reads who continues them.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
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
    for (const name of old) {
      await unit(page, name).focus();
      await page.keyboard.press('Space');
    }
    await page.getByRole('button', { name: 'Hợp nhất 2 đơn vị' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên đơn vị mới').fill('Ban Tổ chức và Kiểm tra');
    await dialog.getByLabel('Mã đơn vị mới').fill('BTCKT');
    await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('30/11/2026');
    await dialog.getByText('hết hiệu lực 29/11/2026').first().waitFor();
    await dialog.getByText('hồ sơ đang mở').waitFor();
    await dialog.getByLabel('Căn cứ').fill('Quyết định mẫu');
    await dialog.getByLabel('Lý do').fill('Hợp nhất (mẫu).');
    await dialog.getByRole('button', { name: 'Hợp nhất', exact: true }).click();
    await titleOf(page, 'Ban Tổ chức và Kiểm tra').waitFor();
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
    await page.getByRole('button', { name: 'Nhập Excel' }).click();
    const dialog = page.getByRole('dialog');
    const wrong: Readonly<Record<number, string>> = { 40: '12', 77: 'không có', 130: '0900' };
    const rows = Array.from({ length: 130 }, (_, at) => {
      const number = at + 1;
      return `KDC${number};Khu dân cư mẫu ${number};Khu dân cư;01/07/2025;${wrong[number] ?? ''}`;
    });
    const file = {
      name: 'khu-dan-cu.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Mã;Tên;Loại;Hiệu lực từ;Điện thoại', ...rows].join('\n')),
    };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByText('khu-dan-cu.csv: 130 dòng').waitFor();
    await dialog.getByText('3 dòng cần kiểm tra lại').waitFor();
    const bad = dialog.getByRole('row').filter({ hasText: 'Khu dân cư mẫu' });
    const words = await bad.allInnerTexts();
    assert.deepEqual(
      words.map((text) =>
        text
          .split(/[\t\n]/)
          .slice(0, 4)
          .join(' | '),
      ),
      [
        '41 | Khu dân cư mẫu 40, KDC40 | Điện thoại | 12',
        '78 | Khu dân cư mẫu 77, KDC77 | Điện thoại | không có',
        '131 | Khu dân cư mẫu 130, KDC130 | Điện thoại | 0900',
      ],
    );
    for (const text of words) assert.match(text, /Số điện thoại/);
    assert.equal(await dialog.getByRole('button', { name: /^Nhập \d/ }).count(), 0, 'nothing before it is decided');
    await dialog.getByRole('radio', { name: /^Nhập các dòng đúng/ }).check();
    await dialog.getByRole('button', { name: 'Nhập 127 dòng' }).click();
    await dialog.getByText('Đã nhập: thêm 127, sửa 0 đơn vị.').waitFor();
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
