/**
 * The portal as people use it: started with the README's command on an empty folder, in a real browser, under its strict
 * policy. Every page counts the policy's violations; one is a failure.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { launchPortal, type LaunchedServer } from './testkit/launch.ts';
import { pages } from './src/site-map.ts';
import { checkAndSend, choose, codesOf, fillRestOfModel, openVisitor, sendReport, signIn } from './testkit/visitor.ts';

let data: string;
let portal: LaunchedServer;
let address: string;
let browser: Browser;
let context: BrowserContext;
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const faults: string[] = [];

async function startPortal(): Promise<void> {
  portal = launchPortal(data);
  address = await portal.ready;
}

async function newVisitor(): Promise<Page> {
  const page = await openVisitor(browser, faults);
  context = page.context();
  return page;
}

describe('the demo portal', () => {
  before(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'dvk-portal-'));
    await startPortal();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    if (portal.process.exitCode === null) await portal.stop();
    await rm(data, { recursive: true, force: true });
  });
  afterEach(async () => {
    await context.close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('every page keeps its own policy, signed out and signed in', async () => {
    const page = await newVisitor();
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
    for (const signed of [false, true]) {
      if (signed) await signIn(page, address, 'unit-officer');
      for (const { path: at } of pages) {
        const response = await page.goto(address + at, { waitUntil: 'networkidle' });
        const sent = response!.headers()['content-security-policy'] ?? '';
        for (const directive of policy.split('; ')) assert.ok(sent.includes(directive), `${at}: ${directive}`);
      }
    }
  });

  let code: string;
  let secret: string;

  test('who is signed in finds what they have sent on another machine, without its secret', async () => {
    const sender = await newVisitor();
    await signIn(sender, address, 'citizen');
    await sender.goto(`${address}/gui-phan-anh`);
    const title = 'Nắp cống trước cổng chợ mẫu bị vỡ';
    const sent = await sendReport(sender, `${title}. Xe máy đã sụt bánh.`);
    await context.close();

    const other = await newVisitor();
    await other.goto(`${address}/tra-cuu`);
    await other.getByLabel('Mã bí mật').waitFor();
    assert.equal(await other.getByText(title).count(), 0);
    await signIn(other, address, 'citizen');
    await other.goto(`${address}/tra-cuu`);
    await other.getByRole('button', { name: new RegExp(title) }).click();
    await other.getByRole('heading', { name: title }).waitFor();
    assert.equal(await other.getByText(sent.secret).count(), 0);
    await other.getByRole('button', { name: 'Bỏ khỏi “Phản ánh của tôi”' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Bỏ khỏi “Phản ánh của tôi”' }).click();
    await other.getByText('Không còn trong “Phản ánh của tôi”.').filter({ visible: true }).first().waitFor();
    await other.reload();
    await other.getByLabel('Mã bí mật').waitFor();
    assert.equal(await other.getByText(title).count(), 0);
  });

  test('a citizen sends a report and follows it; an officer answers; the citizen rates it', async () => {
    const page = await newVisitor();
    await page.goto(`${address}/gui-phan-anh`);
    const title = 'Rác tồn đọng ở đầu ngõ mẫu';
    const text = `${title}. Ba ngày nay chưa được thu gom.`;
    await page.getByLabel('Chuyện gì đang xảy ra?').fill(text);
    await choose(page, 'Xã, phường, đặc khu', 'tan ninh');
    // Of the many Tân Ninh of the country the portal offers those of its own province.
    const place = await page
      .locator('dvk-place-field')
      .first()
      .evaluate((field) => (field as HTMLInputElement).value);
    assert.equal(place, '25459');
    await page.waitForTimeout(1000);
    await page.reload();
    await page.waitForFunction((kept) => {
      const content = document.querySelector('dvk-case-form')?.shadowRoot?.querySelector('[name=content]');
      return (content as { value?: string } | null | undefined)?.value === kept;
    }, text);
    await page.getByRole('radio', { name: /Phản ánh/ }).check();
    await page.getByText('Vệ sinh môi trường').click();
    ({ code, secret } = await checkAndSend(page));
    assert.ok(secret.length >= 8, secret);

    await signIn(page, address, 'secretariat');
    await page.goto(`${address}/ban-xu-ly`);
    await page.getByLabel('Tìm mã, nội dung, địa điểm').fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Rác tồn đọng ở đầu ngõ mẫu/ }).click();
    await page.getByRole('button', { name: 'Tiếp nhận xử lý' }).click();
    await page.getByRole('button', { name: 'Xác nhận: Tiếp nhận xử lý' }).click();
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await page.getByLabel(/Nội dung trả lời/).fill('Đã thu gom toàn bộ.');
    await page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByText('Đã ghi nhận: Trả lời').filter({ visible: true }).first().waitFor();

    await page.goto(`${address}/tra-cuu`);
    await page.getByLabel('Mã tra cứu').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByLabel('Mã bí mật').fill(secret);
    await page.getByRole('button', { name: 'Xem kết quả' }).click();
    await page.getByText('Đã thu gom toàn bộ.').waitFor();
    await page.getByRole('button', { name: 'Đánh giá', exact: true }).click();
    await page
      .getByRole('radiogroup', { name: 'Kết quả giải quyết' })
      .getByRole('radio', { name: 'Rất hài lòng' })
      .check();
    await page
      .getByRole('radiogroup', { name: 'Thái độ phục vụ' })
      .getByRole('radio', { name: 'Hài lòng', exact: true })
      .check();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Cảm ơn quý vị').filter({ visible: true }).first().waitFor();
  });

  test('on a phone a report with photo and place takes eight taps and one text', async () => {
    context = await browser.newContext({
      locale: 'vi-VN',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(`${address}/gui-phan-anh`);
    let taps = 0;
    const tap = async (target: Locator) => {
      taps += 1;
      await target.tap();
    };
    const chooser = page.waitForEvent('filechooser');
    await tap(page.getByRole('button', { name: 'Chụp ảnh' }));
    await (await chooser).setFiles({ name: 'anh.png', mimeType: 'image/png', buffer: onePixel });
    await page.getByText('Đã tải', { exact: true }).waitFor();
    await tap(page.getByRole('radio', { name: /Phản ánh/ }));
    await tap(page.getByText('Vệ sinh môi trường'));
    await page.getByLabel('Chuyện gì đang xảy ra?').fill('Rác để năm ngày ở đầu ngõ mẫu chưa ai lấy.');
    await tap(page.getByRole('combobox', { name: 'Xã, phường, đặc khu' }));
    await tap(page.getByRole('option', { name: /phường Tân Ninh/ }));
    await tap(page.getByRole('button', { name: 'Kiểm tra lại trước khi gửi' }));
    await tap(page.getByRole('checkbox', { name: /đồng ý/ }));
    await tap(page.getByRole('button', { name: 'Gửi phản ánh', exact: true }));
    await page.getByText('Mã bí mật chỉ hiển thị một lần').waitFor();
    assert.equal(taps, 8);
    assert.match((await codesOf(page)).code, /^PA-/);
  });

  test('code and secret survive a reload, Back, the way to the tracker, and with consent the end of the tab', async () => {
    const page = await newVisitor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${address}/gui-phan-anh`);
    const codes = await sendReport(page, 'Đèn ở ngõ mẫu tắt. Đã ba đêm nay.');
    await page.reload();
    assert.deepEqual(await codesOf(page), codes);
    await page.getByRole('link', { name: 'Theo dõi phản ánh này' }).click();
    await page.waitForURL(/tra-cuu/);
    const handedOver = await page.evaluate(() => sessionStorage.getItem('dvk-open-case'));
    assert.deepEqual(JSON.parse(handedOver!), codes);
    const title = (on: Page) => on.getByRole('heading', { name: 'Đèn ở ngõ mẫu tắt' });
    await title(page).waitFor();
    await page.reload();
    await title(page).waitFor();
    await page.goBack();
    assert.deepEqual(await codesOf(page), codes);
    await page.getByRole('switch', { name: 'Nhớ trên máy này' }).check();
    await page.close();
    const later = await context.newPage();
    await later.goto(`${address}/tra-cuu`);
    const remembered = await later.evaluate(() => localStorage.getItem('dvk-remembered-cases'));
    assert.equal((JSON.parse(remembered!) as { secret: string }[])[0]!.secret, codes.secret);
    later.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await later.getByRole('button', { name: 'Đèn ở ngõ mẫu tắt' }).click();
    await title(later).waitFor();
    for (const each of asked) assert.ok(!each.includes(codes.secret), each);
  });

  test('a wrong secret and a wrong code look the same', async () => {
    const page = await newVisitor();
    const look = async (asked: string, with_: string) => {
      await page.goto(`${address}/tra-cuu`);
      await page.getByLabel('Mã tra cứu').fill(asked);
      await page.getByLabel('Mã bí mật').fill(with_);
      await page.getByRole('button', { name: 'Xem kết quả' }).click();
      return page.getByRole('alert').first().textContent();
    };
    assert.equal(await look(code, 'AAAA-BBBB-CCCC-DDDD'), await look('PA-260101-0001-0', secret));
  });

  test('an officer registers a model; the draft survives a reload, and pressing send twice makes one', async () => {
    const page = await newVisitor();
    await signIn(page, address, 'unit-officer');
    await page.goto(`${address}/dang-ky-mo-hinh`);
    await page.getByRole('button', { name: 'Đăng ký mô hình mới' }).click();
    await page.getByRole('radio', { name: /Tập thể/ }).check();
    await page.getByRole('radio', { name: /mới/i }).first().check();
    const name = `Ngõ sạch nhà đẹp ${Date.now()}`;
    await page.getByLabel('1. Tên mô hình').fill(name);
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByRole('button', { name: `Viết tiếp: ${name}` }).click();
    await page.waitForFunction((kept) => {
      const form = document.querySelector('dvk-model-registration')?.shadowRoot;
      return (form?.querySelector('[name=name]') as { value?: string } | null)?.value === kept;
    }, name);
    await fillRestOfModel(page);
    await page.getByRole('button', { name: 'Gửi đăng ký' }).dblclick();
    await page.getByText('Đã nhận đăng ký').filter({ visible: true }).first().waitFor();
    const found = await page.evaluate(
      async (q) => (await fetch(`/v1/models?q=${encodeURIComponent(q)}`)).json() as Promise<{ items: unknown[] }>,
      name,
    );
    assert.equal(found.items.length, 1);
  });

  test('a unit scores itself 87 of 90; the appraiser gives 78, must say why, and the own score stays', async () => {
    const page = await newVisitor();
    await signIn(page, address, 'unit-leader');
    await page.goto(`${address}/cham-diem`);
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
    await page.getByRole('button', { name: 'Nộp bảng tự chấm điểm' }).click();
    await page.getByRole('button', { name: 'Xác nhận: Nộp bảng tự chấm điểm' }).click();
    await page.getByText('Chờ thẩm định').filter({ visible: true }).first().waitFor();

    await signIn(page, address, 'appraiser');
    await page.goto(`${address}/cham-diem`);
    await page
      .locator('.row', { hasText: /Tân Ninh.*2025/s })
      .locator('.opener')
      .first()
      .click();
    await page.getByLabel(/Tám tiêu chí.*Điểm thẩm định/).fill('78');
    await page.getByLabel(/Điểm do cấp trên chấm.*Điểm thẩm định/).fill('8');
    await page.getByLabel(/Lý do điểm thẩm định khác/).fill('Thiếu hồ sơ minh chứng.');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu lúc').filter({ visible: true }).first().waitFor();
    await page.getByRole('button', { name: 'Nộp kết quả thẩm định' }).click();
    await page.getByRole('button', { name: 'Xác nhận: Nộp kết quả thẩm định' }).click();
    await page.getByText('Đã thẩm định').filter({ visible: true }).first().waitFor();
    const text = await page
      .locator('dvk-scorecard')
      .evaluate((card) => card.shadowRoot!.textContent!.replaceAll(/\s+/g, ' '));
    assert.match(text, /87\/90/);
    assert.match(text, /86\/100/);
  });

  test('everything is still there after Ctrl-C and another start', async () => {
    assert.equal(await portal.stop(), 0);
    await startPortal();
    const page = await newVisitor();
    await page.goto(`${address}/tra-cuu`);
    await page.getByLabel('Mã tra cứu').fill(code);
    await page.getByLabel('Mã bí mật').fill(secret);
    await page.getByRole('button', { name: 'Xem kết quả' }).click();
    await page.getByText('Đã thu gom toàn bộ.').waitFor();
    await page.getByText('5 trên 5').waitFor();
  });
});
