/**
 * The officers' desk of the portal against the real server, in a real browser: a case is routed in two clicks, a unit sends it
 * back, another answers with a photograph, all of it also by the keyboard alone.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { choose, createCase, openVisitor, signIn } from './testkit/visitor.ts';

/** A picture of one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const title = 'Nước thải chảy ra kênh ở ấp mẫu';

let portal: OpenPortal;
let address: string;
let browser: Browser;
let context: BrowserContext;
const faults: string[] = [];

async function atDesk(role: string): Promise<Page> {
  const page = await openVisitor(browser, faults);
  context = page.context();
  await signIn(page, address, role);
  await page.goto(`${address}/ban-xu-ly`);
  await page.locator('dvk-case-desk .row').first().waitFor();
  return page;
}

/** The list with the case of the test alone. */
async function find(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill(title);
  await page.keyboard.press('Enter');
  await page.locator('dvk-case-desk .row').filter({ hasText: title }).first().waitFor();
}

const row = (page: Page) => page.getByRole('link', { name: title }).first();
const detail = (page: Page) => page.locator('dvk-case-desk .detail');

describe('the desk of the demo portal', () => {
  before(async () => {
    portal = await openPortal();
    ({ address, browser } = portal);
    const page = await openVisitor(browser, faults);
    await page.goto(`${address}/gui-phan-anh`);
    await createCase(page, title);
    await page.context().close();
  });
  after(() => portal.close());
  afterEach(async () => {
    await context.close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('the office routes a case in two clicks from the list, and takes it back', async () => {
    const page = await atDesk('secretariat');
    await find(page);
    await row(page).click();
    await page.getByRole('button', { name: 'Chuyển đơn vị này' }).click();
    await page.getByText('Đã ghi nhận: Chuyển đơn vị').filter({ visible: true }).first().waitFor();
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('button', { name: 'Xác nhận: Thu hồi' }).click();
    await page.getByText('Đã ghi nhận: Thu hồi').filter({ visible: true }).first().waitFor();
    await page.getByRole('button', { name: 'Đơn vị khác' }).click();
    await choose(page, 'Đơn vị xử lý', 'phuong tan ninh');
    await page.getByRole('button', { name: 'Xác nhận: Chuyển đơn vị' }).click();
    await detail(page).getByText('Đang xử lý', { exact: true }).filter({ visible: true }).first().waitFor();
  });

  test('the unit sends it back by the keyboard alone, and is not suggested again', async () => {
    const page = await atDesk('unit-officer');
    await find(page);
    await page.keyboard.press('Escape');
    await row(page).focus();
    await page.keyboard.press('Enter');
    await detail(page).getByRole('heading', { name: title }).waitFor();
    const back = page.getByRole('button', { name: 'Không thuộc thẩm quyền' });
    for (let at = 0; at < 40 && !(await back.evaluate((button) => button.matches(':focus'))); at += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel(/Lý do \(chỉ trong nội bộ/).waitFor();
    await page.keyboard.type('Trại quy mô lớn, thuộc thẩm quyền của sở.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi nhận: Không thuộc thẩm quyền').filter({ visible: true }).first().waitFor();
    await context.close();

    const office = await atDesk('secretariat');
    await find(office);
    await row(office).click();
    const card = office.locator('dvk-case-desk .card');
    await card.getByText('đã gửi trả ngày').waitFor();
    assert.doesNotMatch((await card.locator('h4').textContent())!, /phường Tân Ninh/);
    await detail(office).getByText('gửi trả: không thuộc thẩm quyền').waitFor();
    await office.getByRole('button', { name: 'Đơn vị khác' }).click();
    await choose(office, 'Đơn vị xử lý', 'phuong tan ninh');
    await office.getByRole('button', { name: 'Xác nhận: Chuyển đơn vị' }).click();
    await office.getByText('Đã ghi nhận: Chuyển đơn vị').filter({ visible: true }).first().waitFor();
  });

  test('the unit answers with a photograph, which the office sees', async () => {
    const page = await atDesk('unit-officer');
    await find(page);
    await row(page).click();
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await page.getByLabel('Nội dung trả lời').fill('Đã yêu cầu dừng xả thải, kiểm tra lại sau 15 ngày.');
    const stored = page.waitForResponse((response) => response.url().endsWith('/v1/attachments'));
    await page
      .locator('dvk-case-desk [type=file]')
      .setInputFiles({ name: 'sau-khi-xu-ly.png', mimeType: 'image/png', buffer: photo });
    assert.equal((await stored).status(), 201);
    await page.getByRole('radio', { name: /Giải quyết một phần/ }).check();
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByText('Đã ghi nhận: Trả lời').filter({ visible: true }).first().waitFor();
    await context.close();

    const office = await atDesk('secretariat');
    await office
      .getByRole('tab', { name: /Đã trả lời/ })
      .first()
      .click();
    await find(office);
    await row(office).click();
    await office.getByRole('tab', { name: 'Câu trả lời' }).click();
    await office.getByText('Đã yêu cầu dừng xả thải').waitFor();
    await office.getByText(/Giải quyết một phần/).waitFor();
    await office.getByRole('button', { name: 'Xem sau-khi-xu-ly.png' }).locator('img').waitFor();
  });

  test('an open case has an address, which a reload and a colleague open, and Back leads to the list', async () => {
    const page = await atDesk('secretariat');
    const opener = page.locator('dvk-case-desk .row .opener').first();
    const name = (await opener.textContent())!.trim();
    const heading = (page: Page) => detail(page).getByRole('heading', { name });
    await opener.click();
    await heading(page).waitFor();
    const link = page.url();
    assert.match(link, /\/ban-xu-ly#case-desk=./);
    await page.reload();
    await heading(page).waitFor();
    await page.goBack();
    await detail(page).waitFor({ state: 'detached' });
    assert.equal(page.url(), `${address}/ban-xu-ly`);
    await context.close();

    const colleague = await atDesk('secretariat');
    await colleague.goto(link);
    await heading(colleague).waitFor();
  });
});
