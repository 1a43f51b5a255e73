/**
 * Builds the stories, opens each in Chromium and asks of every one: does it render and play without an error, does axe
 * find nothing – light, dark and in forced colors –, does it fit 320 px and a sheet of A4? And the toolbar: does each of
 * its choices do something? Ends with `N passed, N failed`. Arguments are parts of the file names to look at.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { preview } from 'vite';
import { launchBrowser } from '../scripts/browser.ts';
import { elementsOf, readManifest } from '../scripts/lib/manifest/manifest.ts';
import { run } from '../scripts/lib/run.ts';

const here = import.meta.dirname;

interface Story {
  id: string;
  title: string;
  name: string;
  importPath: string;
  type: 'story' | 'docs';
}

interface Finish {
  storyId: string;
  status: 'success' | 'error' | 'aborted';
  error?: string;
}

declare global {
  interface Window {
    axe: { run: (context: Element, options: RunOptions) => Promise<AxeResults> };
    storyFinish?: Finish;
    __STORYBOOK_PREVIEW__: {
      storyStoreValue: { loadStory: (asked: { storyId: string }) => Promise<{ argTypes: Record<string, unknown> }> };
    };
  }
}

/** Runs before any script of the page: listens on Storybook's channel from the moment it exists. */
function listen(): void {
  let channel: { on: (event: string, listener: (data: never) => void) => void } | undefined;
  const fail = (data: { message?: string; title?: string; description?: string }) => {
    window.storyFinish = { storyId: '', status: 'error', error: data.message ?? `${data.title}: ${data.description}` };
  };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => channel,
    set: (value: typeof channel) => {
      channel = value;
      channel?.on('storyFinished', (data: Finish) => (window.storyFinish ??= data));
      channel?.on('storyThrewException', fail);
      channel?.on('playFunctionThrewException', fail);
      channel?.on('storyErrored', fail);
    },
  });
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeOptions: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // A story is a part of a page: the page around it has the landmarks, the heading of level one and the title.
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

/** The colours alone: other colours change nothing else that axe looks at. */
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

async function axe(page: Page, options = axeOptions): Promise<string> {
  const { violations } = await page.evaluate(
    (chosen) => window.axe.run(document.querySelector('#storybook-root')!, chosen),
    options,
  );
  return violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) =>
          `${id}: ${help}\n      ${node.target.flat().join(' ')}\n      ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`,
      ),
    )
    .join('\n    ');
}

/** Opens a story and waits until it has played; answers what went wrong. */
async function open(page: Page, base: string, id: string, globals = ''): Promise<string> {
  // The accessibility panel would run axe too, and name no fault: below it runs once, and says what it found.
  await page.goto(`${base}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true;${globals}`);
  try {
    await page.waitForFunction(() => window.storyFinish !== undefined, undefined, { timeout: 90_000 });
  } catch {
    return 'did not finish';
  }
  const finish = await page.evaluate(() => window.storyFinish!);
  return finish.status === 'success' ? '' : (finish.error ?? finish.status);
}

interface Check {
  name: string;
  find: (page: Page) => Promise<string>;
}

/** What is asked of a story that has played, one after the other on the same page. */
const checks: Check[] = [
  { name: 'axe', find: (page) => axe(page) },
  {
    name: 'dark: axe',
    find: async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      return axe(page, colours);
    },
  },
  {
    name: 'forced colors: axe',
    find: async (page) => {
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
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

async function tooWide(page: Page): Promise<string> {
  const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  return width > room ? `is ${width} px wide` : '';
}

const built = await run(process.execPath, [
  path.join(here, 'node_modules/storybook/dist/bin/dispatcher.js'),
  'build',
  '-c',
  path.join(here, '.storybook'),
  '-o',
  path.join(here, 'out'),
  '--quiet',
]);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
const server = await preview({
  root: here,
  build: { outDir: 'out' },
  preview: { port: 0, host: '127.0.0.1' },
  logLevel: 'error',
});
const base = server.resolvedUrls!.local[0]!.replace(/\/$/, '');
const index = JSON.parse(await readFile(path.join(here, 'out/index.json'), 'utf8')) as {
  entries: Record<string, Story>;
};
const wanted = process.argv.slice(2);
const stories = Object.values(index.entries).filter(
  ({ type, importPath }) =>
    type === 'story' && (wanted.length === 0 || wanted.some((part) => importPath.includes(part))),
);

const browser = await launchBrowser();
let passed = 0;
let failed = 0;

function report(story: string, name: string, wrong: string): void {
  if (!wrong) passed += 1;
  else {
    failed += 1;
    console.log(`✗ ${story} › ${name}\n    ${wrong.slice(0, 2000)}\n`);
  }
}

/** Some work on a page of its own, on which no script may fail. */
async function onPage(label: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(listen);
  await work(page);
  await context.close();
  report(label, 'no script fails', faults.join('; '));
}

const labelOf = ({ importPath, name }: Story) => `${importPath} › ${name}`;

async function checkStory(page: Page, story: Story): Promise<void> {
  const label = labelOf(story);
  const wrong = await open(page, base, story.id);
  report(label, 'renders, plays', wrong);
  if (wrong) return;
  await page.evaluate(axeSource);
  for (const check of checks) report(label, check.name, await check.find(page));
}

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

async function checkToolbar(page: Page): Promise<void> {
  for (const [globals, works] of Object.entries(toolbar)) {
    const wrong = await open(page, base, 'tiện-ích-tra-cứu-vụ-việc--empty', globals);
    report('toolbar', globals, wrong || ((await works(page)) ? '' : 'does nothing'));
  }
}

/** What Storybook knows of a tag, from its stories. */
async function checkTables(page: Page): Promise<void> {
  const all = Object.values(index.entries).filter(({ type }) => type === 'story');
  await open(page, base, all[0]!.id);
  for (const { tagName, attributes, members, events, slots, cssParts, cssProperties } of elementsOf(
    await readManifest(),
  )) {
    const story = all.find(({ importPath }) => importPath.endsWith(`/${tagName.replace('dvk-', '')}.stories.ts`));
    const known = await page.evaluate(async (storyId) => {
      const { argTypes } = await window.__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId });
      return Object.keys(argTypes);
    }, story!.id);
    const fields = members.filter((member) => member.kind === 'field');
    const parts = cssParts!.map(({ name }) => ({ name: `::part(${name})` }));
    const named = slots!.map(({ name }) => ({ name: name || '(default)' }));
    const missing = [...attributes, ...fields, ...events, ...named, ...parts, ...cssProperties!].filter(
      ({ name }) => !known.includes(name),
    );
    report('tables', `${tagName}: everything it has`, missing.map(({ name }) => name).join(', '));
  }
}

/** Takes one story after the other; several workers share the list, because most of a check is waiting. */
async function worker(): Promise<void> {
  for (let next = stories.shift(); next; next = stories.shift()) {
    const story = next;
    await onPage(labelOf(story), (page) => checkStory(page, story));
  }
}
await Promise.all([
  onPage('toolbar', checkToolbar),
  onPage('tables', checkTables),
  worker(),
  worker(),
  worker(),
  worker(),
]);
await browser.close();
await server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
