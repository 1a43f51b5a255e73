/**
 * Makes the README's picture from the running demo portal: the scorecard on its page, beside it the registration and the
 * tracker. `node scripts/screenshot.ts http://127.0.0.1:8080`
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { root } from './lib/run.ts';

const address = process.argv[2];
if (!address) throw new Error('Say where the portal runs, e.g. http://127.0.0.1:8080');
const folder = path.join(root, 'docs/images');
await mkdir(folder, { recursive: true });

const browser = await launchBrowser();

async function open(at: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  await page.goto(address + at);
  return page;
}

async function signIn(page: Page): Promise<void> {
  await page.selectOption('#sign-in-role', 'unit-officer');
  await page.locator('#sign-in button').click();
  await page.locator('#sign-out').waitFor();
}

async function scorecard(): Promise<Buffer> {
  const page = await open('/cham-diem', 1280, 1120);
  await signIn(page);
  const mine = page.locator('.row', { hasText: /Ủy ban nhân dân.*Đang tự chấm/s });
  await mine.locator('.opener').first().click();
  await page.locator('dvk-scorecard .score-table').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  return page.screenshot();
}

/** The upper part of the widget on a page, as wide as a phone held sideways. */
async function upper(page: Page, tag: string): Promise<Buffer> {
  // The box is measured from the window, the picture from the top of the page.
  await page.evaluate(() => scrollTo(0, 0));
  const box = (await page.locator(tag).boundingBox())!;
  return page.screenshot({ fullPage: true, clip: { ...box, height: Math.min(box.height, 552) } });
}

async function registration(): Promise<Buffer> {
  const page = await open('/dang-ky-mo-hinh', 720, 900);
  await signIn(page);
  await page.getByRole('button', { name: 'Đăng ký mô hình mới' }).click();
  await page.getByRole('radio', { name: /Tập thể/ }).check();
  await page.getByLabel('Người phụ trách').fill('Nguyễn Văn A');
  return upper(page, 'dvk-model-registration');
}

async function tracker(): Promise<Buffer> {
  const page = await open('/tra-cuu', 720, 900);
  const closed = page.locator('.box-examples tr', { hasText: 'Đã kết thúc' }).first();
  const [, , code, secret] = await closed.locator('td').allInnerTexts();
  await page.getByLabel('Mã tra cứu').fill(code!);
  await page.getByLabel('Mã bí mật').fill(secret!);
  await page.getByRole('button', { name: 'Xem kết quả' }).click();
  await page.getByText('Quá trình xử lý').waitFor();
  return upper(page, 'dvk-complaint-tracker');
}

const pictures = [await scorecard(), await registration(), await tracker()];
const [left, above, below] = pictures.map((each) => `<img src="data:image/png;base64,${each.toString('base64')}">`);
const page = await browser.newPage({ viewport: { width: 1600, height: 920 } });
await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: grid; grid-template-columns: 996px 1fr; gap: 24px; background: #dfe5ec; }
    div { display: grid; gap: 24px; align-content: start; }
    img { display: block; width: 100%; height: 872px; object-fit: cover; object-position: top; border-radius: 6px;
      box-shadow: 0 2px 10px #0003; }
    div img { height: 424px; }
  </style>${left}<div>${above}${below}</div>`);
const devtools = await page.context().newCDPSession(page);
// A third of the bytes of a PNG, with as sharp letters.
const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
await writeFile(path.join(folder, 'portal.webp'), data, 'base64');
await browser.close();
