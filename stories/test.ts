/**
 * Builds the stories, opens each in Chromium and asks of every one: does it render and play without an error, does it look
 * like its picture, does it tell screen readers what it told, does axe find nothing – light, dark and in forced colors –, does it fit 320 px and a sheet of A4? Do the pages
 * of documentation show what they should, do the controls and the toolbar do something, does all of it open from a folder? Ends
 * with `N passed, N failed`. Arguments are parts of the file names to look at; with `--accept`, what a story looks like now
 * becomes its picture, what it tells its tree, and nothing else is asked.
 */
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.ts';
import { checkComparison } from './checks/comparison.ts';
import { checkDocs } from './checks/docs.ts';
import { checkFolder } from './checks/folder.ts';
import { forget, forgetTab, listen, open } from './checks/open.ts';
import { Pictures } from './checks/pictures.ts';
import { checksOf } from './checks/story.ts';
import { buildStorybook, labelOf, serveStorybook, type Story } from './checks/storybook.ts';
import { checkControls, checkPages, checkTables, unnamed } from './checks/tables.ts';
import { checkToolbar } from './checks/toolbar.ts';
import { Trees } from './checks/tree.ts';

const { positionals: wanted, values: options } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: 'boolean', default: false } },
});

await buildStorybook();
const { base, entries, close } = await serveStorybook();
const isWanted = ({ importPath }: Story): boolean =>
  wanted.length === 0 || wanted.some((part) => importPath.includes(part));
const all = entries.filter(({ type }) => type === 'story');
const tasks = (options.accept ? all : entries).filter(isWanted);

const browser = await launchBrowser();
const pictures = new Pictures(await browser.newPage(), options.accept);
const trees = new Trees(options.accept);
let passed = 0;
let failed = 0;

function report(story: string, name: string, wrong: string): void {
  if (!wrong) passed += 1;
  else {
    failed += 1;
    console.log(`✗ ${story} › ${name}\n    ${wrong.slice(0, 2000)}\n`);
  }
}

const desk = { width: 1024, height: 768 };

/** A browser profile: the code that stories share stays in it, what they store does not. */
async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: desk,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  // What a story shows must not depend on the day it is looked at. Timers go on.
  await context.clock.setFixedTime('2026-11-30T08:15:00+07:00');
  await context.addInitScript(listen);
  return context;
}

/** Some work on a page as if it were new, on which no script may fail. */
async function onPage(page: Page, label: string, work: (page: Page) => Promise<void>): Promise<void> {
  await page.goto('about:blank');
  await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize(desk);
  await forget(page, base);
  const faults: string[] = [];
  const note = (error: Error): void => void faults.push(error.message);
  page.on('pageerror', note);
  await work(page);
  page.off('pageerror', note);
  report(label, 'no script fails', faults.join('; '));
}

async function onOwnPage(label: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await newContext();
  await onPage(await context.newPage(), label, work);
  await context.close();
}

async function checkStory(page: Page, story: Story): Promise<void> {
  const label = labelOf(story);
  const wrong = await open(page, base, story.id);
  report(label, 'renders, plays', wrong);
  if (wrong) return;
  for (const { name, find } of checksOf(story, pictures, trees)) report(label, name, await find(page));
}

/**
 * Takes one story after the other; several workers share the list, because most of a check is waiting. Each keeps its page: a new
 * one would compile two megabytes of scripts anew for every story, which was half of the time.
 */
async function worker(): Promise<void> {
  const context = await newContext();
  // Requests are then answered in the page, as in a folder: that is quicker than by a service worker.
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await context.addInitScript(forgetTab);
  const page = await context.newPage();
  for (let next = tasks.shift(); next; next = tasks.shift()) {
    const task = next;
    const check =
      task.type === 'story'
        ? (page: Page) => checkStory(page, task)
        : (page: Page) => checkDocs(page, base, task, (what, wrong) => report(labelOf(task), what, wrong));
    await onPage(page, labelOf(task), check);
  }
  await context.close();
}
/** What is asked of all stories together. */
const together = (): Promise<void>[] => [
  onOwnPage('toolbar', (page) => checkToolbar(page, base, (what, wrong) => report('toolbar', what, wrong))),
  onOwnPage('tables', async (page) => {
    await checkTables(page, base, all, (tag, wrong) => report('tables', tag, wrong));
    await checkControls(page, base, all, (tag, wrong) => report('controls', tag, wrong));
  }),
  checkComparison(browser, (what, wrong) => report('comparison of pictures', what, wrong)),
  checkPages(entries, (what, wrong) => report('pages', what, wrong)),
  onOwnPage('folder', async (page) => report('folder', 'opens without a server', await checkFolder(page))),
];
await Promise.all([...(options.accept ? [] : together()), worker(), worker(), worker(), worker()]);
report('names', 'each in Vietnamese', unnamed(all).join(', '));
if (wanted.length === 0) {
  report('pictures', 'each is of a story', (await pictures.unused()).join(', '));
  report('trees', 'each is of a story', (await trees.unused()).join(', '));
}
const missing = pictures.missing(all);
if (missing.length > 0) console.log(`No pictures yet, see --accept: ${missing.join(', ')}`);
await browser.close();
await close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
