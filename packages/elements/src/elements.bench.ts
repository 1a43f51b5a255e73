/** What the elements cost in a browser: drawing 200 fields, and loading the file of three widgets cold. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import type { BenchLine } from '../../../scripts/bench.ts';
import { buildFiles } from '../../../scripts/lib/cdn/index.ts';

const here = import.meta.dirname;
const rounds = 9;

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Serves modules by path, and a page for everything else. */
async function serve(modules: Readonly<Record<string, string>>) {
  const server = createServer((request, response) => {
    const body = modules[request.url ?? ''];
    response.setHeader('content-type', body === undefined ? 'text/html' : 'text/javascript');
    response.end(body ?? '<!doctype html><html lang="vi"><body></body></html>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

type Fields = 'ours' | 'native' | 'none';

/** A page, and the time that its main thread has spent: other work on the machine does not count. */
async function fieldPage(browser: Browser, base: string, kind: Fields) {
  const page = await browser.newPage();
  await page.goto(base);
  if (kind === 'ours') await page.addScriptTag({ type: 'module', url: '/field.js' });
  if (kind === 'ours') await page.waitForFunction(() => customElements.get('dvk-text-field'));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  return { page, session, spent };
}

/** Creates 200 labelled fields and has them laid out. */
async function draw(page: Page, kind: Fields): Promise<void> {
  await page.evaluate(async (which) => {
    const all: (Element & { updateComplete?: Promise<unknown> })[] = [];
    const count = which === 'none' ? 0 : 200;
    for (let at = 0; at < count; at++) {
      if (which === 'ours') {
        const field = document.createElement('dvk-text-field');
        field.setAttribute('label', `Ô số ${at}`);
        all.push(field);
      } else {
        const label = document.createElement('label');
        label.textContent = `Ô số ${at}`;
        label.append(document.createElement('input'));
        all.push(label);
      }
    }
    document.body.append(...all);
    await Promise.all(all.map((each) => each.updateComplete));
    // Reading a size makes the browser lay everything out.
    return document.body.offsetHeight;
  }, kind);
}

/** Milliseconds of the main thread to draw them. */
async function drawing(browser: Browser, base: string, kind: Fields): Promise<number> {
  const { page, spent } = await fieldPage(browser, base, kind);
  const before = await spent();
  await draw(page, kind);
  const took = (await spent()) - before;
  await page.close();
  return took;
}

/** Milliseconds from a key in one of 200 fields to the next paint, on a processor a quarter as fast. */
async function typing(browser: Browser, base: string): Promise<number> {
  const { page, session } = await fieldPage(browser, base, 'ours');
  await draw(page, 'ours');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    addEventListener(
      'keydown',
      (event) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - event.timeStamp))),
      true,
    );
    document.querySelectorAll<HTMLElement>('dvk-text-field')[100]!.focus();
  });
  for (const key of 'Nguyen Van A') await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: 30 });
  await page.waitForTimeout(300);
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  await page.close();
  return Math.max(...times);
}

/** Milliseconds to fetch, compile and run a module in a page that has never seen it. */
async function loading(browser: Browser, base: string, file: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(base);
  const took = await page.evaluate(async (url) => {
    const began = performance.now();
    await import(url);
    return performance.now() - began;
  }, file);
  await context.close();
  return took;
}

/** Takes both in turn, so that a slow spell of the machine hits both. */
async function pair(ours: () => Promise<number>, other: () => Promise<number>): Promise<[number, number]> {
  const taken: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    taken[0].push(await ours());
    taken[1].push(await other());
  }
  return [median(taken[0]), median(taken[1])];
}

export async function bench(report: (line: BenchLine) => void): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: `import './text-field/define.ts'`, resolveDir: here, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    tsconfig: path.join(here, '../tsconfig.json'),
    write: false,
  });
  const lit = await build({
    stdin: { contents: `export * from 'lit'`, resolveDir: here },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const built = await buildFiles();
  const { base, close } = await serve({
    '/field.js': outputFiles[0]!.text,
    '/lit.js': lit.outputFiles[0]!.text,
    ...Object.fromEntries(built.map(({ name, code }) => [`/${name}`, code])),
  });
  const browser = await launchBrowser();
  try {
    const empty: number[] = [];
    for (let round = 0; round < rounds; round++) empty.push(await drawing(browser, base, 'none'));
    const nothing = median(empty);
    const [fields, inputs] = (
      await pair(
        () => drawing(browser, base, 'ours'),
        () => drawing(browser, base, 'native'),
      )
    ).map((time) => time - nothing) as [number, number];
    report({
      name: 'elements: 200 text fields drawn',
      value: fields,
      unit: 'ms',
      baseline: 'native labelled inputs',
      ratio: fields / inputs,
    });
    const key = await typing(browser, base);
    report({
      name: 'elements: slowest key in one of 200 fields, processor slowed to a quarter',
      value: key,
      unit: 'ms',
      baseline: '200 ms to the next paint',
      ratio: key / 200,
    });
    const [three, alone] = await pair(
      () => loading(browser, base, '/dvk.js'),
      () => loading(browser, base, '/lit.js'),
    );
    report({
      name: 'elements: cold load of the three-widget file',
      value: three,
      unit: 'ms',
      baseline: 'cold load of lit alone',
      ratio: three / alone,
    });
  } finally {
    await browser.close();
    close();
  }
}
