/** Whether each choice of the toolbar does something. */
import type { Page } from 'playwright-core';
import { open } from './open.ts';

/** What each choice of the toolbar does to a story. */
const toolbar: Record<string, (page: Page) => Promise<boolean>> = {
  'locale:vi': (page) => page.getByRole('heading', { name: 'Tra cứu phản ánh, kiến nghị' }).isVisible(),
  'locale:en': (page) => page.getByRole('heading', { name: 'Follow a report or proposal' }).isVisible(),
  'theme:light': async (page) => (await backdrop(page)) === 'rgb(255, 255, 255)',
  'theme:dark': async (page) => (await backdrop(page)) !== 'rgb(255, 255, 255)',
  'theme:forced': (page) =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('dvk-complaint-tracker')!;
      const colours = getComputedStyle(document.body);
      document.body.style.outlineColor = 'Highlight';
      const button = getComputedStyle(shadowRoot!.querySelector('.primary')!);
      return (
        button.backgroundColor === colours.outlineColor &&
        getComputedStyle(shadowRoot!.querySelector('h2')!).color === colours.color
      );
    }),
  'width:narrow': (page) => page.evaluate(() => document.querySelector('.surroundings')!.clientWidth === 320),
};

const backdrop = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

export async function checkToolbar(
  page: Page,
  base: string,
  report: (what: string, wrong: string) => void,
): Promise<void> {
  for (const [globals, works] of Object.entries(toolbar)) {
    const wrong = await open(page, base, 'tiện-ích-tra-cứu-phản-ánh-kiến-nghị--empty', globals);
    report(globals, wrong || ((await works(page)) ? '' : 'does nothing'));
  }
}
