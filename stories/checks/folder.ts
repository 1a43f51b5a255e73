/** Whether the built stories open from their folder: no server, no network. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { here } from './storybook.ts';

export async function checkFolder(page: Page): Promise<string> {
  await page.context().setOffline(true);
  const index = pathToFileURL(path.join(here, 'out/index.html')).href;
  // A story, the sidebar, a page of documentation.
  await page.goto(`${index}?path=/story/ô-nhập-lựa-chọn--radio`);
  const frame = page.frameLocator('#storybook-preview-iframe');
  await frame.getByRole('radio', { name: 'Kinh tế' }).waitFor();
  await page
    .getByRole('button', { name: 'Bắt đầu' })
    .or(page.getByRole('link', { name: 'Bắt đầu' }))
    .first()
    .click();
  await frame.getByRole('heading', { name: 'Giao diện “Dân vận khéo”' }).waitFor();
  return '';
}
