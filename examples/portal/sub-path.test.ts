/** The widgets below a path of somebody else's site, checked by hash, under a strict policy. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { listen, type Listening } from '@dvk/server';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { cdnFolder } from './src/build-cdn.ts';
import { openVisitor } from './testkit/visitor.ts';

const command = path.join(import.meta.dirname, '../../packages/elements/bin/dvk-elements.js');
const importMap = async (...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'import-map', ...args]);
  return stdout;
};

describe('widgets below a path', () => {
  let cdn: string;
  let browser: Browser;
  let site: Listening;
  /** The file that was changed on its way. */
  let spoilt = '';
  const below = '/cổng dân vận/dvk/';

  before(async () => {
    cdn = await cdnFolder();
    browser = await launchBrowser();
    const snippet = await importMap(below, 'dvk-case-form.js');
    const [, policy] = /Policy: (script-src .+?)\. Files/.exec(snippet)!;
    const headers = {
      'content-security-policy': `default-src 'none'; ${policy}; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'`,
    };
    site = await listen(
      async (request) => {
        const at = decodeURI(new URL(request.url).pathname);
        if (!at.startsWith(below)) {
          const page = `<!doctype html><meta charset="utf-8">${snippet}<dvk-case-form base-url="/"></dvk-case-form>`;
          return new Response(page, { headers: { ...headers, 'content-type': 'text/html' } });
        }
        const file = at.slice(below.length);
        const code = await readFile(path.join(cdn, file), 'utf8');
        return new Response(file === spoilt ? `${code};` : code, { headers: { 'content-type': 'text/javascript' } });
      },
      { port: 0 },
    );
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** The whole name of a part. */
  async function partOf(title: string): Promise<string> {
    const sri = await readFile(path.join(cdn, 'sri.json'), 'utf8');
    return Object.keys(JSON.parse(sri) as object).find((name) => name.startsWith(`parts/${title}-`))!;
  }

  /** Opens the page and asks for the names of places. */
  async function places(): Promise<{ faults: string[]; loaded: string }> {
    const faults: string[] = [];
    const page = await openVisitor(browser, faults);
    await page.goto(`${site.url}/trang`);
    await page.getByLabel('Chuyện gì đang xảy ra?').waitFor();
    const loaded = await page.evaluate(
      (address) =>
        import(address).then(
          () => 'yes',
          (error: Error) => error.name,
        ),
      below + (await partOf('place-source')),
    );
    await page.context().close();
    return { faults, loaded };
  }

  test('load, also what is loaded on demand', async () => {
    assert.deepEqual(await places(), { faults: [], loaded: 'yes' });
  });

  test('a changed file on demand is not run', async () => {
    spoilt = await partOf('place-source');
    assert.equal((await places()).loaded, 'TypeError');
    spoilt = '';
  });
});

describe('dvk-elements import-map', () => {
  before(() => cdnFolder());

  test('writes the addresses of every file, for paths and for whole addresses', async () => {
    const { sri, snippet } = {
      sri: await readFile(path.join(await cdnFolder(), 'sri.json'), 'utf8'),
      snippet: await importMap('/a/b'),
    };
    const [, map] = /<script type="importmap">(.+)<\/script>/.exec(snippet)!;
    // Of the style sheets, a map of imports knows nothing.
    const all = Object.entries(JSON.parse(sri) as Record<string, string>);
    const files = Object.fromEntries(all.filter(([name]) => name.endsWith('.js')));
    const { integrity } = JSON.parse(map!) as { integrity: Record<string, string> };
    assert.deepEqual(
      integrity,
      Object.fromEntries(
        Object.entries(files)
          .filter(([name]) => name.endsWith('.js'))
          .map(([name, hash]) => [`/a/b/${name}`, hash]),
      ),
    );
    assert.match(snippet, /<script type="module" src="\/a\/b\/dvk\.js" integrity="sha384-[^"]+"><\/script>/);
    const preloads = [...snippet.matchAll(/<link rel="modulepreload" href="\/a\/b\/([^"]+)" integrity="([^"]+)">/g)];
    assert.equal(preloads.length, 7);
    for (const [, name, hash] of preloads) assert.equal(files[name!], hash);
    const elsewhere = await importMap('https://tep.example.gov.vn/dvk/?x', 'dvk-case-desk.js');
    assert.match(elsewhere, /script-src https:\/\/tep\.example\.gov\.vn 'sha256-/);
    assert.match(
      elsewhere,
      /src="https:\/\/tep\.example\.gov\.vn\/dvk\/dvk-case-desk\.js" integrity="[^"]+" crossorigin>/,
    );
    assert.ok((await importMap('/"><script>/')).includes('"/%22%3E%3Cscript%3E/dvk.js"'));
  });

  test('says what is wrong with what it is given', async () => {
    for (const [given, said] of [
      [['dvk/'], /"dvk\/" is no address: give a path that begins with \//],
      [['//khac.example/'], /is no address/],
      [['/dvk/', 'khong-co.js'], /There is no "khong-co.js"\. There are: dvk-audit-en\.js/],
      [[], /dvk-elements import-map <address>/],
    ] as const)
      await assert.rejects(importMap(...given), (error: Error & { stderr: string }) => said.test(error.stderr));
  });

  test('import-map.html is the one for /dvk/', async () => {
    assert.equal(await readFile(path.join(await cdnFolder(), 'import-map.html'), 'utf8'), await importMap('/dvk/'));
  });
});
