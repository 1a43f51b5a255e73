/** What is asked of a story that has played, one after the other on the same page. */
import type { Page } from 'playwright-core';
import { axe, colours, loadAxe } from './axe.ts';

export interface Check {
  name: string;
  find: (page: Page) => Promise<string>;
}

async function tooWide(page: Page): Promise<string> {
  const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  return width > room ? `is ${width} px wide` : '';
}

const setTheme = (page: Page, theme: string): Promise<string> =>
  page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);

export function checksOf(): readonly Check[] {
  return [
    {
      name: 'axe',
      find: async (page) => {
        await loadAxe(page);
        return axe(page);
      },
    },
    {
      name: 'dark: axe',
      find: async (page) => {
        await page.emulateMedia({ colorScheme: 'dark' });
        await setTheme(page, 'dark');
        return axe(page, colours);
      },
    },
    {
      name: 'forced colors: axe',
      find: async (page) => {
        await setTheme(page, 'light');
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        return axe(page, colours);
      },
    },
    {
      name: '320 px: nothing to scroll sideways',
      find: async (page) => {
        await page.emulateMedia({ forcedColors: 'none' });
        await page.setViewportSize({ width: 320, height: 640 });
        return tooWide(page);
      },
    },
    {
      name: 'A4: nothing is cut off',
      find: async (page) => {
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width: 718, height: 1000 });
        return tooWide(page);
      },
    },
  ];
}
