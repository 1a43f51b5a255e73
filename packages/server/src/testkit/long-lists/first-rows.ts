import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../../../scripts/browser.ts';
import type { BenchLine } from '../../../../../scripts/bench.ts';
import { buildFiles } from '../../../../../scripts/lib/cdn/index.ts';
import { listen } from '../../listen.ts';
import type { TestServer } from '../server.ts';

const widgets = ['dvk-model-registration', 'dvk-scorecard'] as const;
const rounds = 5;

const pageOf = (tag: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><script type="module" src="/dvk/${tag}.js"></script><${tag} base-url="/"></${tag}>`;

/** Milliseconds from the start of the page until a condition holds in the widget. */
const until = (page: Page, tag: string, condition: 'rows' | 'counts') =>
  page
    .waitForFunction(
      ([tag, condition]) => {
        const root = document.querySelector(tag!)?.shadowRoot;
        if (!root?.querySelector('.row')) return false;
        const count = root.querySelector('.tab .count')?.textContent ?? '…';
        return condition === 'rows' || count !== '…' ? performance.now() : false;
      },
      [tag, condition] as const,
      { polling: 'raf', timeout: 60_000 },
    )
    .then((handle) => handle.jsonValue() as Promise<number>);

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;

/** The files of the widgets, by name. */
async function widgetFiles(): Promise<ReadonlyMap<string, string>> {
  const { NODE_ENV } = process.env;
  const built = await buildFiles();
  // The build sets it, and the sample issuer signs nobody in for production.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  return new Map(built.map(({ name, code }) => [name, code]));
}

/**
 * The lists of models and of assessments in a browser, on a processor slowed to a quarter: how long until the first rows are
 * there, and how long until they are counted.
 */
export async function benchFirstRows(
  engine: string,
  server: TestServer,
  report: (line: BenchLine) => void,
): Promise<void> {
  const files = await widgetFiles();
  const { url, close } = await listen(server.fetch, { port: 0 });
  const browser = await launchBrowser();
  try {
    const authorization = `Bearer ${await server.tokenFor('secretariat')}`;
    const context = await browser.newContext({ extraHTTPHeaders: { authorization } });
    await context.route('**/dvk/**', (route) => {
      const name = new URL(route.request().url()).pathname.slice('/dvk/'.length);
      return route.fulfill({ contentType: 'text/javascript', body: files.get(name) ?? '' });
    });
    for (const tag of widgets) {
      await context.route(`**/${tag}`, (route) => route.fulfill({ contentType: 'text/html', body: pageOf(tag) }));
      const [rows, counts]: [number[], number[]] = [[], []];
      for (let round = -1; round < rounds; round += 1) {
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.goto(`${url}/${tag}`, { waitUntil: 'commit' });
        const [shown, counted] = await Promise.all([until(page, tag, 'rows'), until(page, tag, 'counts')]);
        await page.close();
        if (round < 0) continue;
        rows.push(shown);
        counts.push(counted);
      }
      const value = median(rows);
      const name = `${engine}: <${tag}>, processor slowed to a quarter`;
      const baseline = 'until the first rows';
      report({ name: `${name}: first rows`, value, unit: 'ms' });
      report({ name: `${name}: counts`, value: median(counts), unit: 'ms', baseline, ratio: median(counts) / value });
    }
  } finally {
    await browser.close();
    await close();
  }
}
