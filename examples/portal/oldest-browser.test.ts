/**
 * The five widgets in the oldest Chromium that is supported – the last for Windows 7 and 8.1 –, each with one real action against
 * the real server. No script may fail, the console names no mistake, and what is shown must be readable.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchOldestBrowser } from '../../scripts/browser.ts';
import { launchPortal, type LaunchedServer } from './testkit/launch.ts';
import { fillRestOfModel, openVisitor, sendReport, signIn } from './testkit/visitor.ts';

const browser = await launchOldestBrowser();
const faults: string[] = [];
let data: string;
let portal: LaunchedServer;
let address: string;

async function visit(at: string, role?: string): Promise<Page> {
  const page = await openVisitor(browser!, faults);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  if (role) await signIn(page, address, role);
  await page.goto(address + at);
  return page;
}

/** Contrast of the text of a widget's panel against what is behind it. */
function contrast(page: Page, tag: string): Promise<number> {
  return page.evaluate((name) => {
    const shown = document.querySelector(name)!.shadowRoot!.querySelector('.panel')!;
    const light = (colour: string) => {
      const [red, green, blue] = colour.match(/[\d.]+/g)!.map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const { color, backgroundColor } = getComputedStyle(shown);
    const [dark, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
    return (bright! + 0.05) / (dark! + 0.05);
  }, tag);
}

describe('Chromium 109', { skip: !browser && 'comes for Linux on x64 only' }, () => {
  before(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'dvk-oldest-'));
    portal = launchPortal(data);
    address = await portal.ready;
  });
  after(async () => {
    await browser!.close();
    await portal.stop();
    await rm(data, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const context of browser!.contexts()) await context.close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('is that browser', () => {
    assert.match(browser!.version(), /^109\./);
  });

  let code = '';
  test('sends and tracks: dvk-case-form, dvk-complaint-tracker', async () => {
    const page = await visit('/gui-phan-anh');
    const codes = await sendReport(page, 'Đèn đường hỏng ở ngõ mẫu. Ba bóng đèn đã tắt từ tuần trước 👩‍👩‍👧.');
    const { secret } = codes;
    code = codes.code;
    assert.match(code, /^PA-/);
    await page.goto(`${address}/tra-cuu`);
    await page.getByLabel('Mã tra cứu').fill(code);
    await page.getByLabel('Mã bí mật').fill(secret);
    await page.getByRole('button', { name: 'Xem kết quả' }).click();
    await page.getByText('Đèn đường hỏng ở ngõ mẫu').filter({ visible: true }).first().waitFor();
    await page.goto(`${address}/tra-cuu`);
    assert.ok((await contrast(page, 'dvk-complaint-tracker')) > 7);
  });

  test('answers: dvk-case-desk', async () => {
    const page = await visit('/ban-xu-ly', 'secretariat');
    await page.getByRole('searchbox').fill(code);
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: /Đèn đường hỏng/ }).click();
    await page.getByRole('button', { name: 'Tiếp nhận xử lý' }).click();
    await page.getByRole('button', { name: 'Xác nhận: Tiếp nhận xử lý' }).click();
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await page.getByLabel(/Nội dung trả lời/).fill('Đã thay bóng đèn.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByText('Đã ghi nhận: Trả lời').filter({ visible: true }).first().waitFor();
    assert.ok((await contrast(page, 'dvk-case-desk')) > 7);
  });

  test('registers: dvk-model-registration', async () => {
    const page = await visit('/dang-ky-mo-hinh', 'unit-officer');
    await page.getByRole('button', { name: 'Đăng ký mô hình mới' }).click();
    await page.getByRole('radio', { name: /Tập thể/ }).check();
    await page.getByRole('radio', { name: /mới/i }).first().check();
    await page.getByLabel('1. Tên mô hình').fill('Ngõ sáng đèn');
    await fillRestOfModel(page);
    await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await page.getByText('Đã nhận đăng ký').filter({ visible: true }).first().waitFor();
    assert.ok((await contrast(page, 'dvk-model-registration')) > 7);
  });

  test('keeps the colours of the theme guide: no white on white', async () => {
    const guide = await readFile(path.join(import.meta.dirname, '../../docs/guides/theme-it.md'), 'utf8');
    const sheet = /```css\n([^]*?)```/.exec(guide)![1]!;
    const page = await visit('/ba-tien-ich');
    const button = page.getByRole('button', { name: 'Xem kết quả' });
    await button.waitFor();
    await page.evaluate((text) => {
      const own = new CSSStyleSheet();
      own.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    }, sheet);
    const shown = await button.evaluate((each) => {
      const { color, backgroundColor } = getComputedStyle(each);
      return { color, backgroundColor };
    });
    assert.deepEqual(shown, { color: 'rgb(255, 255, 255)', backgroundColor: 'rgb(0, 80, 143)' });
  });

  test('scores: dvk-scorecard', async () => {
    const page = await visit('/cham-diem', 'unit-leader');
    await page.getByRole('button', { name: 'Lập bảng chấm điểm mới' }).click();
    const rubric = page.locator('dialog').getByLabel('Bộ tiêu chí');
    const option = await rubric.locator('option', { hasText: 'Bắc Kạn' }).first().textContent();
    await rubric.selectOption({ label: option!.trim() });
    await page.getByLabel('Năm đánh giá').selectOption('2025');
    await page.getByRole('button', { name: 'Bắt đầu chấm' }).click();
    await page.getByLabel(/Tám tiêu chí đơn vị tự chấm/).fill('87');
    await page.getByText('87/90').filter({ visible: true }).first().waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu lúc').filter({ visible: true }).first().waitFor();
    assert.ok((await contrast(page, 'dvk-scorecard')) > 7);
  });
});
