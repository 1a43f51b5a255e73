/** What moves on a page while it loads on a slow phone. */
import type { Browser } from 'playwright-core';
import { signInCookie } from '../src/sign-in.ts';

/** Downlink in bytes per second, round trip in milliseconds, slow-down of the processor. */
const slowPhone = { throughput: 400_000 / 8, latency: 400, slowdown: 4 };

interface Shift {
  /** Share of the window that moved, times how far: the layout shift of the Web Vitals. */
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

/** Everything that moved on a page of the portal until it is at rest, for somebody in a role, `''` for a visitor. */
export async function layoutShifts(browser: Browser, address: string, role: string): Promise<Shift[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true });
  if (role) await context.addCookies([{ name: signInCookie, value: role, url: address }]);
  await context.addInitScript(observeShifts);
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
  await page.goto(address, { waitUntil: 'networkidle' });
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
  const shifts = await page.evaluate(() => window.shifts);
  await context.close();
  return shifts;
}
