/** Whether a page of documentation shows what it should. */
import type { Page } from 'playwright-core';
import type { Story } from './storybook.ts';

export async function checkDocs(
  page: Page,
  base: string,
  { id }: Story,
  report: (what: string, wrong: string) => void,
): Promise<void> {
  await page.goto(`${base}/iframe.html?id=${id}&viewMode=docs`);
  try {
    await page.locator('#storybook-docs h1').waitFor({ timeout: 60_000 });
    // A story that loads shows a skeleton until it is there.
    await page.waitForFunction(
      () => [...document.querySelectorAll('.sb-story')].every((story) => story.querySelector('.surroundings')),
      undefined,
      { timeout: 60_000 },
    );
  } catch (error) {
    report('shows its stories', (error as Error).message);
    return;
  }
  const failures = await page
    .locator('#storybook-docs .sb-errordisplay, #storybook-docs .sb-story > pre')
    .allInnerTexts();
  report('shows its stories', failures.join('; '));
  const broken = await page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('#storybook-docs img')];
    for (const image of images) image.loading = 'eager';
    const loaded = await Promise.all(
      images.map((image) =>
        image.decode().then(
          () => '',
          () => image.src,
        ),
      ),
    );
    return loaded.filter(Boolean);
  });
  report('shows its pictures', broken.join(', '));
}
