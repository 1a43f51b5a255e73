/** Every widget of the portal by the keyboard alone, against the real server: but for signing in, nothing here clicks. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { codesOf, openVisitor, signIn } from './testkit/visitor.ts';

let portal: OpenPortal;
let address: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];

/** Presses keys, one after the other. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const mostStops = 60;

/** Goes on with Tab until the focus is on something. @returns how many stops that took */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  await target.waitFor();
  for (let stops = 0; stops <= mostStops; stops += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return stops;
    await press(key);
  }
  assert.fail(`${mostStops} stops of ${key} do not lead to ${String(target)}`);
}

/** Goes to a button or link and presses it. */
async function tabAndEnter(target: Locator): Promise<void> {
  await tabTo(target);
  await press('Enter');
}

/** Goes to a text field and types. */
async function tabAndType(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await page.keyboard.type(text);
}

/** Goes to a combobox, types as people do, and takes the first match. */
async function tabAndChoose(target: Locator, text: string): Promise<void> {
  await tabAndType(target, text);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await press('ArrowDown', 'Enter');
}

/** Goes to a list of options and down it, to the one with this text. */
async function tabAndSelect(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  const chosen = () => target.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
  await press('Home');
  for (let at = 0; !(await chosen()).includes(text) && at < 40; at += 1) await press('ArrowDown');
}

async function open(at: string, role?: string): Promise<void> {
  page = await openVisitor(browser, faults);
  if (role) await signIn(page, address, role);
  await page.goto(address + at);
}

describe('by the keyboard alone', () => {
  before(async () => {
    portal = await openPortal();
    ({ address, browser } = portal);
  });
  after(() => portal.close());
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('a citizen sends a report, and follows it from the receipt', async () => {
    await open('/gui-phan-anh');
    await tabTo(page.getByRole('radio', { name: /Phản ánh/ }));
    await press('Space');
    await tabTo(
      page
        .getByRole('radiogroup', { name: /Về việc gì|Lĩnh vực/ })
        .getByRole('radio')
        .first(),
    );
    await press('Space', 'ArrowRight');
    await tabAndType(page.getByLabel('Chuyện gì đang xảy ra?'), 'Nắp cống mẫu bị vỡ. Đã hai ngày nay.');
    await tabAndChoose(page.getByRole('combobox', { name: 'Xã, phường, đặc khu' }), 'tan ninh');
    await tabAndEnter(page.getByRole('button', { name: 'Kiểm tra lại trước khi gửi' }));
    await tabTo(page.getByRole('checkbox', { name: /đồng ý/ }));
    await press('Space');
    await tabAndEnter(page.getByRole('button', { name: 'Gửi phản ánh', exact: true }));
    assert.match((await codesOf(page)).code, /^PA-/);
    await tabAndEnter(page.getByRole('link', { name: 'Theo dõi phản ánh này' }));
    await page.getByRole('heading', { name: 'Nắp cống mẫu bị vỡ' }).waitFor();
  });

  test('a citizen looks up a case by its codes', async () => {
    await open('/tra-cuu');
    const [code, secret] = await page.locator('.box-examples tbody tr').first().locator('code').allTextContents();
    await tabAndType(page.getByLabel('Mã tra cứu'), code!);
    await tabAndType(page.getByLabel('Mã bí mật'), secret!);
    await press('Enter');
    await page.locator('dvk-complaint-tracker').getByText(code!).filter({ visible: true }).first().waitFor();
    await page.locator('dvk-complaint-tracker').getByRole('list').first().waitFor();
  });

  test('an officer comes through a registration within 40 stops, and goes on with its draft after a reload', async () => {
    await open('/dang-ky-mo-hinh', 'unit-officer');
    await tabAndEnter(page.getByRole('button', { name: 'Đăng ký mô hình mới' }));
    const title = page.getByRole('heading', { name: 'Đăng ký mô hình, điển hình' });
    await title.waitFor();
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.id === 'title');
    const stops = await tabTo(page.getByRole('button', { name: 'Gửi đăng ký' }));
    assert.ok(stops <= 40, `${stops} stops`);
    await tabTo(page.getByLabel('1. Tên mô hình'), 'Shift+Tab');
    await page.keyboard.type('Ngõ mẫu không rác');
    await page.getByText('Đã lưu bản nháp lên máy chủ').waitFor();
    await page.reload();
    // The machine and the server have it; it is listed once.
    await tabAndEnter(page.getByRole('button', { name: 'Viết tiếp: Ngõ mẫu không rác' }));
    const name = page.getByLabel('1. Tên mô hình');
    await tabTo(name);
    assert.equal(await name.inputValue(), 'Ngõ mẫu không rác');
  });

  test('a unit scores itself and hands the sheet in', async () => {
    await open('/cham-diem', 'unit-leader');
    await tabAndEnter(page.getByRole('button', { name: 'Lập bảng chấm điểm mới' }));
    await tabAndSelect(page.locator('dialog').getByLabel('Bộ tiêu chí'), 'Bắc Kạn');
    await tabAndSelect(page.getByLabel('Năm đánh giá'), '2024');
    await tabAndEnter(page.getByRole('button', { name: 'Bắt đầu chấm' }));
    await tabAndType(page.getByLabel(/Tám tiêu chí đơn vị tự chấm/), '80');
    await page.getByText('80/90').filter({ visible: true }).first().waitFor();
    await tabAndEnter(page.getByRole('button', { name: 'Nộp bảng tự chấm điểm' }));
    await tabAndEnter(page.getByRole('button', { name: 'Xác nhận: Nộp bảng tự chấm điểm' }));
    await page.getByText('Chờ thẩm định').filter({ visible: true }).first().waitFor();
  });

  test('the office goes through its queue, opens a case, and is back at its row', async () => {
    await open('/ban-xu-ly', 'secretariat');
    const rows = page.locator('dvk-case-desk .row');
    await rows.first().waitFor();
    const row = (at: number) => rows.nth(at).locator('.opener');
    await tabTo(row(0));
    await press('j');
    assert.ok(await row(1).evaluate((element) => element.matches(':focus')), 'j goes to the next');
    await press('Enter');
    await page.locator('dvk-case-desk .detail').getByRole('heading').first().waitFor();
    await press('Escape');
    await page.waitForFunction(
      () => document.querySelector('dvk-case-desk')?.shadowRoot?.activeElement?.closest('.row') !== null,
    );
  });
});
