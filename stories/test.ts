/**
 * Builds the stories, opens each in Chromium and asks of every one: does it render and play without an error, does axe
 * find nothing – light, dark and in forced colors –, does it fit 320 px, does it print? Ends with `N passed, N failed`.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { preview } from 'vite';
import { launchBrowser } from '../scripts/browser.ts';
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

async function axe(page: Page): Promise<string> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (options) => window.axe.run(document.querySelector('#storybook-root')!, options),
    axeOptions,
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

/** Opens a story; answers what went wrong. */
async function open(page: Page, base: string, story: Story, globals = ''): Promise<string> {
  await page.goto(`${base}/iframe.html?id=${story.id}&viewMode=story${globals && `&globals=${globals}`}`);
  try {
    await page.waitForFunction(() => window.storyFinish !== undefined, undefined, { timeout: 30_000 });
  } catch {
    return 'did not finish';
  }
  const finish = await page.evaluate(() => window.storyFinish!);
  return finish.status === 'success' ? '' : (finish.error ?? finish.status);
}

const checks: { name: string; find: (page: Page, base: string, story: Story) => Promise<string> }[] = [
  {
    name: 'renders, plays, axe',
    find: async (page, base, story) => (await open(page, base, story)) || (await axe(page)),
  },
  {
    name: 'dark: axe',
    find: async (page, base, story) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      return (await open(page, base, story, 'theme:dark')) || (await axe(page));
    },
  },
  {
    name: 'forced colors: axe',
    find: async (page, base, story) => {
      await page.emulateMedia({ forcedColors: 'active' });
      return (await open(page, base, story)) || (await axe(page));
    },
  },
  {
    name: '320 px: nothing to scroll sideways',
    find: async (page, base, story) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const wrong = await open(page, base, story);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      return wrong || (width > 320 ? `is ${width} px wide` : '');
    },
  },
];

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
const work = stories.flatMap((story) => checks.map((check) => ({ story, ...check })));
let passed = 0;
let failed = 0;

/** Takes one check after the other; several workers share the list, because most of a check is waiting. */
async function worker(): Promise<void> {
  for (let next = work.shift(); next; next = work.shift()) {
    const { story, name, find } = next;
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
    const wrong = (await find(page, base, story)) || faults.join('; ');
    await context.close();
    if (!wrong) passed += 1;
    else {
      failed += 1;
      console.log(`✗ ${story.importPath} › ${story.name} › ${name}\n    ${wrong.slice(0, 2000)}\n`);
    }
  }
}
await Promise.all([worker(), worker(), worker(), worker()]);
await browser.close();
await server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
