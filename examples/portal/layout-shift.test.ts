/** What people read does not move while a page loads, on a slow phone. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { signInCookie } from './src/sign-in.ts';
import { pages } from './src/site-map.ts';
import { launchPortal, type LaunchedServer } from './testkit/launch.ts';

/** Good is below 0.1 by the Web Vitals; a widget in a page that is not ours should add nearly nothing. */
const bound = 0.02;

/** Downlink in bytes per second, round trip in milliseconds, slow-down of the processor. */
const slowPhone = { throughput: 400_000 / 8, latency: 400, slowdown: 4 };

interface Shift {
  value: number;
  /** What moved, from where to where. */
  moved: string[];
}
declare const window: { shifts: Shift[] };

/** Runs in the page, before anything else. */
function observeShifts(): void {
  type Rectangle = { x: number; y: number; width: number; height: number };
  type LayoutShift = PerformanceEntry & {
    value: number;
    sources: { node: Node | null; previousRect: Rectangle; currentRect: Rectangle }[];
  };
  const place = ({ x, y, width, height }: Rectangle) => [x, y, width, height].map(Math.round).join(' ');
  const nameOf = (node: Node | null) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.localName}#${element.id}.${element.getAttribute('class')}` : '?';
  };
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as LayoutShift[])
      window.shifts.push({
        value,
        moved: sources.map(
          ({ node, previousRect, currentRect }) => `${nameOf(node)}: ${place(previousRect)} → ${place(currentRect)}`,
        ),
      });
  }).observe({ type: 'layout-shift', buffered: true });
}

describe('on a slow phone', { timeout: 240_000 }, () => {
  let data: string;
  let portal: LaunchedServer;
  let address: string;
  let browser: Browser;

  before(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'dvk-shift-'));
    portal = launchPortal(data);
    address = await portal.ready;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await portal.stop();
    await rm(data, { recursive: true, force: true });
  });

  /** Everything that moved on a page until it is at rest. */
  async function shiftsOn(context: BrowserContext, at: string): Promise<Shift[]> {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.slowdown });
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slowPhone.latency,
      downloadThroughput: slowPhone.throughput,
      uploadThroughput: slowPhone.throughput,
    });
    await page.goto(address + at, { waitUntil: 'networkidle' });
    // The widgets have taken the place of the page's own text in them.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.fallback-title')].every((each) => !each.checkVisibility()),
    );
    await page.evaluate(async () => {
      await document.fonts.ready;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
    });
    return page.evaluate(() => window.shifts);
  }

  const staff = { '/ban-xu-ly': 'secretariat', '/cham-diem': 'unit-officer', '/dang-ky-mo-hinh': 'unit-officer' };
  const visits = [
    ...pages.map(({ path: at }) => ({ at, role: '' })),
    ...Object.entries(staff).map(([at, role]) => ({ at, role })),
  ];

  test('no page moves what people read while it loads, signed in or not', async () => {
    const waiting = [...visits];
    const moving: string[] = [];
    const visit = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { at, role } = next;
        const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true });
        if (role) await context.addCookies([{ name: signInCookie, value: role, url: address }]);
        await context.addInitScript(observeShifts);
        const shifts = await shiftsOn(context, at);
        const sum = shifts.reduce((all, { value }) => all + value, 0);
        if (sum > bound) moving.push(`${at} ${role} moves by ${sum}: ${JSON.stringify(shifts)}`);
        await context.close();
      }
    };
    await Promise.all([visit(), visit()]);
    assert.deepEqual(moving, []);
  });
});
