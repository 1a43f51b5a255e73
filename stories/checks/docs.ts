/** Whether a page of documentation shows what it should, and to everybody. */
import type { Page } from 'playwright-core';
import { axe, colours, loadAxe } from './axe.ts';
import type { Story } from './storybook.ts';

/** What the page of a component has, in order: the text of its headings. */
const ofEveryComponent = [
  'Khi nào dùng',
  'Khi nào không dùng',
  'Cấu tạo',
  'Các trạng thái',
  'Cách viết',
  'Bàn phím',
  'Tiếp cận',
];
const ofElements = ['Dùng thử', 'Thuộc tính, sự kiện, phần có thể tô lại', 'Dùng những gì, nặng bao nhiêu'];

/** What the page of a component lacks. */
async function missingIn(page: Page, { title }: Story): Promise<string> {
  if (!/^(Tiện ích|Ô nhập|Mảnh ghép)\//.test(title)) return '';
  const isElement = !title.startsWith('Mảnh ghép/');
  const wanted = [...ofEveryComponent, ...(isElement ? ofElements : []), 'Biến giao diện đang dùng'];
  const headings = await page.locator('#storybook-docs h2').allTextContents();
  const missing = wanted.filter((heading) => !headings.includes(heading));
  // A heading alone says nothing.
  const contents = {
    'a good example': '.say .good',
    'a bad example': '.say .bad',
    'a numbered part': 'anatomy-picture .number',
    'a state': '.states a',
    'a token': '.tokens tbody tr',
  };
  for (const [what, selector] of Object.entries(contents)) {
    const isThere = page.locator(selector).first().waitFor({ state: 'attached', timeout: 20_000 });
    await isThere.catch(() => missing.push(what));
  }
  return missing.join(', ');
}

/** Storybook's own: the picker of colours has a button of 16 px. Stories are looked at by themselves. */
const others = ['.docblock-argstable', '.sb-story'];

export async function checkDocs(
  page: Page,
  base: string,
  story: Story,
  report: (what: string, wrong: string) => void,
): Promise<void> {
  await page.goto(`${base}/iframe.html?id=${story.id}&viewMode=docs`);
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
  report('has every section', await missingIn(page, story));
  await loadAxe(page);
  report('axe', await axe(page, undefined, '#storybook-docs', others));
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  report('dark: axe', await axe(page, colours, '#storybook-docs', others));
}
