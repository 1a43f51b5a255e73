/** The files for pages without a bundler, and the parts they share, on pages of many kinds. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { listen, type Listening } from '@dvk/server';
import { sampleCases } from '@dvk/sdk/testing';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, launchOldestBrowser } from '../../scripts/browser.ts';
import { cdnFolder } from './src/build-cdn.ts';
import { openVisitor } from './testkit/visitor.ts';

const policy = (scripts: string) =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'`;

const browsers = { 'Chromium of today': launchBrowser, 'Chromium 109': launchOldestBrowser };
for (const [name, launch] of Object.entries(browsers)) {
  const browser: Browser | undefined = await launch();
  describe(`parts in ${name}`, { skip: !browser && 'comes for Linux on x64 only' }, () => {
    let cdn: string;
    /** Where the files are, and a site whose pages load them. */
    let files: Listening;
    let site: Listening;
    let body = '';
    let scripts = "'self'";
    let requested: string[] = [];
    /** What the server answers for a file, by what its name begins with. */
    let broken: Record<string, () => Response> = {};
    const faults: string[] = [];

    async function serve(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (pathname === '/trang')
        return new Response(`<!doctype html><meta charset="utf-8">${body}`, {
          headers: { 'content-type': 'text/html', 'content-security-policy': policy(scripts) },
        });
      if (pathname.startsWith('/v1/tracking/')) return Response.json(sampleCases.answered);
      const file = pathname.split('/dvk/')[1];
      if (!file) return new Response('', { status: 404 });
      requested.push(file);
      const answer = Object.keys(broken).find((each) => file.startsWith(each));
      if (answer) return broken[answer]!();
      const code = await readFile(path.join(cdn, file), 'utf8');
      const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
      return new Response(code, { headers });
    }

    /** Opens a page that holds this. */
    async function open(html: string, from = "'self'"): Promise<Page> {
      body = html;
      scripts = from;
      requested = [];
      broken = {};
      const page = await openVisitor(browser!, faults);
      await page.goto(`${site.url}/trang`);
      return page;
    }
    const shown = (page: Page, tag: string) =>
      page.evaluate((each) => customElements.whenDefined(each).then(() => {}), tag);

    before(async () => {
      cdn = await cdnFolder();
      files = await listen(serve, { port: 0 });
      site = await listen(serve, { port: 0 });
    });
    after(async () => {
      await browser!.close();
      await files.close();
      await site.close();
    });

    test('two files load each part once, whatever stands behind their names', async () => {
      const page = await open(`<script type="module" src="/dvk/dvk.js?v=3"></script>
        <script type="module" src="/dvk/dvk-case-form-en.js?v=4"></script>
        <script type="module" src="/dvk/dvk-scorecard.js"></script>
        <dvk-case-form base-url="/" lang="en"></dvk-case-form><dvk-complaint-tracker base-url="/"></dvk-complaint-tracker>`);
      await page.getByText('Send a report or proposal').filter({ visible: true }).first().waitFor();
      const same = await page.evaluate(async () => {
        const [one, other] = ['/dvk/dvk.js?v=3', '/dvk/dvk-case-form-en.js?v=4'].map(
          (address) => import(address) as Promise<{ DvkContext: unknown }>,
        );
        return (await one)!.DvkContext === (await other)!.DvkContext;
      });
      assert.ok(same);
      const parts = requested.filter((file) => file.startsWith('parts/') && !file.includes('place-'));
      assert.deepEqual(parts, [...new Set(parts)]);
      await page.context().close();
      assert.deepEqual(faults.splice(0), []);
    });

    test('another path and another origin serve them', async () => {
      const page = await open(
        `<script type="module" src="${files.url}/cong/tinh/dvk/dvk-complaint-tracker.js" crossorigin></script>
        <dvk-complaint-tracker base-url="/" code="PA-261123-0042-E"></dvk-complaint-tracker>`,
        files.url,
      );
      await page.getByLabel('Mã bí mật').fill('K7QM-3TXA-9FHD-2WVE');
      await page.getByRole('button', { name: 'Xem kết quả' }).click();
      await page.getByText('UBND phường Mẫu').filter({ visible: true }).first().waitFor();
      await page.context().close();
      assert.deepEqual(faults.splice(0), []);
    });

    test('a part that does not come is told in words and can be tried again; what was typed stays', async () => {
      const page = await open(`<script type="module" src="/dvk/dvk-complaint-tracker.js"></script>
        <dvk-complaint-tracker base-url="/"></dvk-complaint-tracker>`);
      await shown(page, 'dvk-complaint-tracker');
      const whole = ['parts/found-case', 'parts/forms', 'parts/requests'];
      const fail = (parts: string[], answer: () => Response) =>
        Object.fromEntries(parts.map((part) => [part, answer] as const));
      const unavailable = () => new Response('', { status: 503 });
      for (const each of [
        fail(whole, unavailable),
        fail(whole, Response.error),
        fail(['parts/requests'], unavailable),
      ]) {
        broken = each;
        await page.getByLabel('Mã tra cứu').fill('PA-261123-0042-E');
        await page.getByLabel('Mã bí mật').fill('K7QM-3TXA-9FHD-2WVE');
        await page.getByRole('button', { name: 'Xem kết quả' }).click();
        await page.getByText('Không tải được một phần của tiện ích').waitFor();
        assert.equal(await page.getByLabel('Mã bí mật').inputValue(), 'K7QM-3TXA-9FHD-2WVE');
      }
      broken = {};
      await page.getByRole('button', { name: 'Thử lại' }).click();
      await page.getByText('UBND phường Mẫu').filter({ visible: true }).first().waitFor();
      await page.context().close();
      assert.deepEqual(faults.splice(0), []);
    });

    test('a part that was changed on its way is not run where its preload names the hash', async () => {
      const { 'dvk-complaint-tracker.js': parts } = JSON.parse(
        await readFile(path.join(cdn, 'parts.json'), 'utf8'),
      ) as Record<string, string[]>;
      const integrity = JSON.parse(await readFile(path.join(cdn, 'sri.json'), 'utf8')) as Record<string, string>;
      const links = parts!
        .map((part) => `<link rel="modulepreload" href="/dvk/${part}" integrity="${integrity[part]}">`)
        .join('');
      const script = '<script type="module" src="/dvk/dvk-complaint-tracker.js"></script>';
      const isDefined = (page: Page) => page.evaluate(() => customElements.get('dvk-complaint-tracker') !== undefined);
      const good = await open(links + script);
      await shown(good, 'dvk-complaint-tracker');
      assert.deepEqual(requested.filter((file) => file.startsWith('parts/core')).length, 1);
      await good.context().close();
      body = links + script;
      const core = parts!.find((part) => part.startsWith('parts/core'))!;
      const code = await readFile(path.join(cdn, core), 'utf8');
      broken = { [core]: () => new Response(`${code};`, { headers: { 'content-type': 'text/javascript' } }) };
      const bad = await openVisitor(browser!, faults);
      await bad.goto(`${site.url}/trang`, { waitUntil: 'networkidle' });
      assert.equal(await isDefined(bad), false);
      await bad.context().close();
      faults.splice(0);
    });
  });
}
