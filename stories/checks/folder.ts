/** Whether the built stories open from their folder: no server, no network. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { here } from './storybook.ts';

export async function checkFolder(page: Page): Promise<string> {
  await page.context().setOffline(true);
  const index = pathToFileURL(path.join(here, 'out/index.html')).href;
  // A list that the mock server answers, the sidebar, a page of documentation.
  await page.goto(`${index}?path=/story/tiện-ích-tiếp-nhận-xử-lý--list`);
  const frame = page.frameLocator('#storybook-preview-iframe');
  await frame.getByText('PA-261111-0017-K').first().waitFor();
  await page
    .getByRole('button', { name: 'Bắt đầu' })
    .or(page.getByRole('link', { name: 'Bắt đầu' }))
    .first()
    .click();
  await frame.getByRole('heading', { name: 'Giao diện “Dân vận khéo”' }).waitFor();
  return '';
}
