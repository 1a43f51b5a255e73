/**
 * What a desk with 1,000 loaded cases does at each touch: from the key or click to the next paint, as browsers measure it for
 * “interaction to next paint”, on a processor slowed to a quarter.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatNumber } from '@dvk/sdk/text';
import { sampleCases } from '@dvk/sdk/testing';
import type { Page } from 'playwright-core';
import type { BenchLine } from '../../../../scripts/bench.ts';
import { launchBrowser } from '../../../../scripts/browser.ts';
import { buildFiles } from '../../../../scripts/lib/cdn/index.ts';

const rows = 1000;
/** The middle one counts: other work on the machine slows single ones. */
const rounds = 3;
const topics = ['environment', 'urban-order', 'infrastructure', 'telecom', 'other'] as const;
const statuses = ['received', 'accepted', 'in-progress'] as const;

const cases = Array.from({ length: rows }, (_, at) => ({
  ...sampleCases.summary,
  id: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  code: `PA-261123-${String(at).padStart(4, '0')}-E`,
  title: `Phản ánh số ${at}: đèn đường ở ngõ ${at % 97} không sáng từ tuần trước`,
  topic: topics[at % topics.length]!,
  status: statuses[at % statuses.length]!,
}));

/** What the API answers to the desk. */
function answer(path: string, query: URLSearchParams): unknown {
  if (path === '/v1/session')
    return { subject: 'sample', name: 'Nguyễn Văn A', roles: ['secretariat'], unitId: null, tenant: 'demo' };
  if (path === '/v1/cases/counts') return { asOf: new Date().toISOString(), total: rows, by: {} };
  if (path === '/v1/cases') {
    const start = Number(query.get('cursor') ?? 0);
    const end = start + Number(query.get('limit') ?? 20);
    return { items: cases.slice(start, end), nextCursor: end < rows ? String(end) : null };
  }
  const [, id] = /^\/v1\/cases\/([^/]+)$/.exec(path) ?? [];
  if (id) return { ...sampleCases.record, ...cases.find((each) => each.id === id) };
  return { items: [], nextCursor: null, suggestion: null };
}

async function serve(files: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://bench');
    const code = files.get(pathname.slice('/dvk/'.length));
    const isPage = pathname === '/';
    response.setHeader('content-type', code ? 'text/javascript' : isPage ? 'text/html' : 'application/json');
    response.end(
      code ??
        (isPage
          ? '<!doctype html><html lang="vi"><meta charset="utf-8"><script type="module" src="/dvk/dvk-case-desk.js"></script><dvk-case-desk base-url="/"></dvk-case-desk>'
          : JSON.stringify(answer(pathname, searchParams))),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** Waits until the page has nothing to do any more. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      const began = performance.now();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (performance.now() - began > 60) quiet = 0;
    }
  });

export async function bench(report: (line: BenchLine) => void): Promise<void> {
  const built = await buildFiles();
  const { base, close } = await serve(new Map(built.map(({ name, code }) => [name, code])));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(base);
    const loaded = page.locator('.row');
    await loaded.first().waitFor();
    // Selecting all loads all.
    await page.locator('.heads input').click();
    await page.getByRole('button', { name: `Chọn cả ${formatNumber(rows)}` }).click();
    await page.waitForFunction(
      (count) => document.querySelector('dvk-case-desk')!.shadowRoot!.querySelectorAll('.row').length === count,
      rows,
    );
    await page.getByRole('button', { name: 'Bỏ chọn tất cả' }).click();
    await page.evaluate(() => {
      const durations = new Map<number, number>();
      Object.assign(globalThis, { durations });
      new PerformanceObserver((list) => {
        for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
          if (interactionId) durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
      }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    /** By what was done, the slowest interaction of each round. */
    const times = new Map<string, number[]>();
    const measure = async (name: string, act: () => Promise<unknown>) => {
      await page.evaluate(() => (globalThis as unknown as { durations: Map<number, number> }).durations.clear());
      await act();
      await settle(page);
      await page.waitForTimeout(300);
      const slowest = await page.evaluate(() =>
        Math.max(0, ...(globalThis as unknown as { durations: Map<number, number> }).durations.values()),
      );
      times.set(name, [...(times.get(name) ?? []), slowest]);
    };
    const row = (at: number) => loaded.nth(at);
    const record = page.locator('#record-title');
    for (let round = 0; round < rounds; round += 1) {
      await row(500).scrollIntoViewIfNeeded();
      await settle(page);
      await row(500).locator('.opener').focus();
      await measure('moving with j and k', async () => {
        for (const key of ['j', 'j', 'j', 'k', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key, { delay: 60 });
      });
      await measure('selecting a row', () => row(501).locator('input').click());
      await measure('selecting the next', () => row(502).locator('input').click());
      await measure('selecting a range', () =>
        row(520)
          .locator('input')
          .click({ modifiers: ['Shift'] }),
      );
      await measure('selecting all that is shown', () => page.locator('.heads input').click());
      await measure('selecting none', () => page.locator('.heads input').click());
      await measure('opening a case', async () => {
        await row(503).locator('.opener').click();
        await record.waitFor();
      });
      await measure('going back', async () => {
        await page.keyboard.press('Escape');
        await record.waitFor({ state: 'detached' });
      });
    }
    // At last, as another list is loaded after it.
    await measure('typing into the search', async () => {
      await page.locator('.list-kit input[type=search]').first().click();
      for (const key of 'den duong') await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: 60 });
    });
    const medians = [...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]!] as const);
    for (const [name, value] of medians) report({ name: `1,000 rows, ${name}`, value, unit: 'ms' });
    const worst = Math.max(...medians.map(([, value]) => value));
    report({
      name: '1,000 rows, slowest interaction, processor slowed to a quarter',
      value: worst,
      unit: 'ms',
      baseline: '200 ms to the next paint',
      ratio: worst / 200,
    });
  } finally {
    await browser.close();
    close();
  }
}
