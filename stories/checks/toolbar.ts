/** Whether each choice of the toolbar does something. */
import type { Page } from 'playwright-core';
import { globalTypes, viewports } from '../.storybook/toolbar-items.ts';
import { open } from './open.ts';

const story = 'tiện-ích-tra-cứu-phản-ánh-kiến-nghị--empty';

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name }).isVisible();
const backdrop = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** The background and the height of the primary button. */
const button = (page: Page) =>
  page.evaluate(() => {
    const primary = document.querySelector('dvk-complaint-tracker')!.shadowRoot!.querySelector('.primary')!;
    return { colour: getComputedStyle(primary).backgroundColor, height: primary.clientHeight };
  });
const hasColour = (colour: string) => async (page: Page) => (await button(page)).colour === colour;

/** What becomes of a request: its status, or `0` without an answer. */
const ask = (method: string) => (page: Page) =>
  page.evaluate(
    (method) =>
      fetch('/api/v1/session', { method }).then(
        ({ status }) => status,
        () => 0,
      ),
    method,
  );
const answers =
  (status: number, method = 'GET') =>
  async (page: Page) =>
    (await ask(method)(page)) === status;
/** Refuses what would change something, and nothing else. */
const refusesChanges = (status: number) => async (page: Page) =>
  (await ask('POST')(page)) === status && (await ask('GET')(page)) === 200;

/** What each choice does to a story. */
const effects: Readonly<Record<string, (page: Page) => Promise<boolean>>> = {
  'locale:vi': heading('Tra cứu phản ánh, kiến nghị'),
  'locale:en': heading('Follow a report or proposal'),
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
  'brand:none': hasColour('rgb(11, 74, 131)'),
  'brand:red-gold': hasColour('rgb(138, 0, 15)'),
  'brand:blue': async (page) => !['rgb(11, 74, 131)', 'rgb(138, 0, 15)'].includes((await button(page)).colour),
  'brand:plain': hasColour('rgb(27, 27, 27)'),
  // The picker's own way to write a colour.
  'brand:c006644': hasColour('rgb(0, 102, 68)'),
  'density:comfortable': async (page) => (await button(page)).height >= 44,
  'density:compact': async (page) => (await button(page)).height < 44,
  'network:ok': answers(200),
  'network:slow': async (page) => {
    const answer = page.evaluate(() => fetch('/api/v1/session').then(() => 'answered'));
    const first = await Promise.race([answer, page.evaluate(() => fetch('/index.json').then(() => 'other'))]);
    return first === 'other' && (await answer) === 'answered';
  },
  'network:offline': async (page) => (await ask('GET')(page)) === 0 && !(await page.evaluate(() => navigator.onLine)),
  'network:401': answers(401),
  'network:409': refusesChanges(409),
  'network:412': refusesChanges(412),
  'network:422': refusesChanges(422),
  'network:429': answers(429),
  'network:500': answers(500),
};

export async function checkToolbar(
  page: Page,
  base: string,
  report: (what: string, wrong: string) => void,
): Promise<void> {
  const offered = Object.entries(globalTypes).flatMap(([name, { toolbar }]) =>
    toolbar.items.map(({ value }) => `${name}:${value}`),
  );
  report('every choice is looked at', offered.filter((choice) => !(choice in effects)).join(', '));
  for (const [globals, works] of Object.entries(effects)) {
    const wrong = await open(page, base, story, globals);
    report(globals, wrong || ((await works(page)) ? '' : 'does nothing'));
  }
  // The width is that of the frame in Storybook's own page.
  for (const [value, { styles }] of Object.entries(viewports)) {
    await page.goto(`${base}/?path=/story/${story}&globals=viewport.value:${value}`);
    // The frame takes its width a moment after it is there.
    const width = await page
      .waitForFunction(
        (wanted) => {
          const frame = document.querySelector<HTMLIFrameElement>('#storybook-preview-iframe');
          return frame && `${frame.clientWidth}px` === wanted && wanted;
        },
        styles.width,
        { timeout: 20_000 },
      )
      .then((found) => found.jsonValue())
      .catch((error: Error) => error.message);
    report(`viewport:${value}`, width === styles.width ? '' : `does not become ${styles.width} wide: ${width}`);
  }
}
