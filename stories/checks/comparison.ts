/** Whether the comparison of pictures lets another browser pass, and nothing that somebody would see. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchOldestBrowser } from '../../scripts/browser.ts';
import { compare } from './compare.ts';
import { isNoise, tolerance } from './pictures.ts';

const { resolve } = createRequire(import.meta.url);

/** The font of the stories, inside the page: a machine may have none. */
async function fontFace(subset: string, range: string): Promise<string> {
  const file = await readFile(resolve(`@fontsource-variable/noto-sans/files/noto-sans-${subset}-wght-normal.woff2`));
  const address = `data:font/woff2;base64,${file.toString('base64')}`;
  return `@font-face { font-family: Noto; font-weight: 100 900; src: url(${address}); unicode-range: ${range}; }`;
}

const icon = `<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2"><circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 3"/></svg>`;
const row = `<p>Đèn đường ở ngõ 15 hỏng từ tuần trước, buổi tối rất khó đi; đề nghị sửa giúp trước mùa mưa.</p>`;
const body = `<h2>Phản ánh, kiến nghị</h2><span class="chip">${icon}Đang xử lý</span>${row.repeat(12)}
  <label>Nội dung <input value="Ngõ 15"></label>`;

/** What is seen at once, as CSS. */
const changes = {
  'a heading that moves by 2 px': 'h2 { position: relative; top: 2px }',
  'a chip of another color': '.chip { background: #fdecea; color: #b42318 }',
  'an icon that is missing': 'svg { visibility: hidden }',
};

async function pageIn(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const latin = await fontFace('latin', 'U+0-FF');
  const vietnamese = await fontFace('vietnamese', 'U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1B0, U+1EA0-1EF9');
  await page.setContent(`<style>${latin}${vietnamese}
    body { margin: 16px; font: 16px/1.5 Noto } h2 { font-size: 22px; margin: 0 0 8px } p { margin: 8px 0 }
    .chip { display: inline-flex; gap: 6px; align-items: center; padding: 2px 8px; border-radius: 6px; background: #e8f1fb; color: #1d5fa8 }
    input { font: inherit; padding: 8px; border: 1px solid #6f7c8a; border-radius: 6px }</style>${body}`);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

export async function checkComparison(browser: Browser, report: (what: string, wrong: string) => void): Promise<void> {
  const page = await pageIn(browser);
  const comparing = await browser.newPage();
  const { picture } = await compare(comparing, await page.screenshot(), undefined, tolerance);
  const look = async (other: Page) => compare(comparing, await other.screenshot(), picture, tolerance);
  const inWords = ({ differ, largest }: Awaited<ReturnType<typeof compare>>) => `${differ} differ, ${largest} together`;

  for (const [change, css] of Object.entries(changes)) {
    const style = await page.addStyleTag({ content: css });
    const seen = await look(page);
    report(change, isNoise(seen) ? `is not seen: ${inWords(seen)}` : '');
    await style.evaluate((element) => (element as Element).remove());
  }
  const same = await look(page);
  report('the same page', same.differ > 0 ? inWords(same) : '');

  const oldest = await launchOldestBrowser();
  if (oldest) {
    const seen = await look(await pageIn(oldest));
    report('a much older browser', isNoise(seen) ? '' : inWords(seen));
    await oldest.close();
  }
  await page.close();
  await comparing.close();
}
