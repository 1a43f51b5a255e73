/** Makes the README's picture from the running demo portal: `node scripts/screenshot.ts http://127.0.0.1:8080`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.ts';
import { root } from './lib/run.ts';

const address = process.argv[2];
if (!address) throw new Error('Say where the portal runs, e.g. http://127.0.0.1:8080');
const folder = path.join(root, 'docs/images');
await mkdir(folder, { recursive: true });

const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: 1280, height: 1080 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
});
await page.goto(`${address}/cham-diem`);
await page.selectOption('#sign-in-role', 'unit-officer');
await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
await page.locator('#sign-out').waitFor();
await page
  .getByRole('button', { name: /đang tự chấm/ })
  .first()
  .click();
await page.locator('dvk-scorecard table').waitFor();
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: path.join(folder, 'portal.png') });
await browser.close();
