/**
 * Builds the stories, opens each in Chromium and asks of every one: does it render and play without an error, does axe
 * find nothing – light, dark and in forced colors –, does it fit 320 px and a sheet of A4? And the toolbar: does each of
 * its choices do something? Ends with `N passed, N failed`. Arguments are parts of the file names to look at.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.ts';
import { listen, open } from './checks/open.ts';
import { checks } from './checks/story.ts';
import { buildStorybook, labelOf, serveStorybook, type Story } from './checks/storybook.ts';
import { checkTables } from './checks/tables.ts';
import { checkToolbar } from './checks/toolbar.ts';

await buildStorybook();
const { base, entries, close } = await serveStorybook();
const wanted = process.argv.slice(2);
const all = entries.filter(({ type }) => type === 'story');
const stories = all.filter(({ importPath }) => wanted.length === 0 || wanted.some((part) => importPath.includes(part)));

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
  // What a story shows must not depend on the day it is looked at. Timers go on.
  await page.clock.setFixedTime('2026-11-30T08:15:00+07:00');
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(listen);
  await work(page);
  await context.close();
  report(label, 'no script fails', faults.join('; '));
}

async function checkStory(page: Page, story: Story): Promise<void> {
  const label = labelOf(story);
  const wrong = await open(page, base, story.id);
  report(label, 'renders, plays', wrong);
  if (wrong) return;
  for (const { name, find } of checks) report(label, name, await find(page));
}

/** Takes one story after the other; several workers share the list, because most of a check is waiting. */
async function worker(): Promise<void> {
  for (let next = stories.shift(); next; next = stories.shift()) {
    const story = next;
    await onPage(labelOf(story), (page) => checkStory(page, story));
  }
}
await Promise.all([
  onPage('toolbar', (page) => checkToolbar(page, base, (what, wrong) => report('toolbar', what, wrong))),
  onPage('tables', (page) => checkTables(page, base, all, (tag, wrong) => report('tables', tag, wrong))),
  worker(),
  worker(),
  worker(),
  worker(),
]);
await browser.close();
await close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
