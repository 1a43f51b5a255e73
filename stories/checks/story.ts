/** What is asked of a story that has played, one after the other on the same page. */
import type { Page } from 'playwright-core';
import { axe, colours, loadAxe } from './axe.ts';
import { containersInFieldsets } from './containers.ts';
import type { Pictures } from './pictures.ts';
import { textsTooSmall } from './small-text.ts';
import type { Story } from './storybook.ts';
import { hasTree, type Trees } from './tree.ts';

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

/** A state is looked at on a desk in light and on a phone in dark. */
const pictureChecks = (story: Story, pictures: Pictures): Record<'wide' | 'phone', Check> => ({
  wide: { name: 'looks like its picture', find: (page) => pictures.check(page, story, 'wide') },
  phone: {
    name: '360 px, dark: looks like its picture',
    find: async (page) => {
      await beDark(page);
      await page.setViewportSize({ width: 360, height: 740 });
      const wrong = await pictures.check(page, story, 'phone');
      await page.setViewportSize({ width: 1024, height: 768 });
      return wrong;
    },
  },
});

async function beDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await setTheme(page, 'dark');
}

/** What is asked of a story; where pictures and trees are accepted, nothing else. */
export function checksOf(story: Story, pictures: Pictures, trees: Trees): readonly Check[] {
  const tree: readonly Check[] = hasTree(story)
    ? [{ name: 'tells screen readers what it told', find: (page) => trees.check(page, story) }]
    : [];
  const { wide, phone } = pictureChecks(story, pictures);
  if (pictures.accepts) return [...tree, ...(pictures.has(story) ? [wide, phone] : [])];
  return [
    ...tree,
    ...(pictures.has(story) ? [wide] : []),
    { name: 'no container of queries in a fieldset', find: containersInFieldsets },
    { name: 'in text of 14 px nothing is smaller', find: textsTooSmall },
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
        await beDark(page);
        return axe(page, colours);
      },
    },
    ...(pictures.has(story) ? [phone] : []),
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
