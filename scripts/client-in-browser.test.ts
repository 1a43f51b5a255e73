/**
 * The client in real browsers: the fault matrix and what only a browser has, the progress of an upload. Runs in the Chromium
 * of all tests and in the oldest that is supported; `DVK_FIREFOX=/usr/bin/firefox` runs it in that Firefox instead.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from 'puppeteer-core';
import type { ClientConfig, Progress } from '../packages/sdk/src/client/index.ts';
import { faultMatrix } from '../packages/sdk/src/client/testkit/fault-matrix.ts';
import { startFaultServer } from '../packages/sdk/src/client/testkit/fault-server.ts';
import { json, problem, reset, stallBody, status } from '../packages/sdk/src/client/testkit/faults.ts';
import { launchBrowser, launchOldestBrowser } from './browser.ts';
import { openClientPage, runRow, type Page } from './lib/client-page.ts';

interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

const firefox = process.env['DVK_FIREFOX'];
const browsers: Record<string, () => Promise<Browser | undefined>> = firefox
  ? // Both drivers have the same two methods; their types say it in different words.
    {
      Firefox: () =>
        launch({ browser: 'firefox', executablePath: firefox, headless: true }) as Promise<unknown> as Promise<Browser>,
    }
  : { Chromium: launchBrowser, 'Chromium 109': launchOldestBrowser };

const stored = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'anh.png',
  mediaType: 'image/png',
  size: 5_000_000,
  sha256: '0'.repeat(64),
  uploadedAt: '2026-01-01T08:00:00+07:00',
};

for (const [name, start] of Object.entries(browsers)) {
  const browser = await start();
  if (!browser) continue;
  describe(name, () => {
    let server: Awaited<ReturnType<typeof startFaultServer>>;
    let page: Page;
    before(async () => {
      server = await startFaultServer();
      page = await browser.newPage();
      await openClientPage(page, server);
    });
    after(async () => {
      assert.deepEqual(await page.evaluate(() => violations, null), []);
      await browser.close();
      await server[Symbol.asyncDispose]();
    });

    /** Uploads from the page and tells what its caller saw. */
    function upload(options: { timeout?: number; abortAfter?: number } = {}) {
      return page.evaluate(async ({ timeout = 20_000, abortAfter }) => {
        const seen: Progress[] = [];
        const result = await dvk
          .createClient({ baseUrl: '', getToken: () => 'token', timeout: timeout / 10 })
          .attachments.upload(
            { headers: dvk.fileHeaders('ảnh.png'), body: new Blob([new Uint8Array(5_000_000)], { type: 'image/png' }) },
            {
              onProgress: (progress) => seen.push(progress),
              signal: abortAfter === undefined ? undefined : AbortSignal.timeout(abortAfter),
            },
          )
          .safe();
        return result.ok ? { seen, data: { ...result.data } } : { seen, error: { ...result.error.toJSON() } };
      }, options);
    }
    const bodies = () => server.received().map(({ body }) => body.length);

    test('a page without eval follows the progress of an upload', async () => {
      server.script(json(stored, 201));
      const { seen, data } = await upload();
      assert.deepEqual(data, stored);
      assert.deepEqual(seen[0], { sent: 0, total: 5_000_000 });
      assert.deepEqual(seen.at(-1), { sent: 5_000_000, total: 5_000_000 });
      assert.ok(seen.length >= 3, 'the browser told of progress in between');
      const [request] = server.received();
      assert.equal(request?.headers['authorization'], 'Bearer token');
      assert.equal(request?.headers['content-type'], 'image/png');
      assert.deepEqual(bodies(), [5_000_000]);
    });

    test('an upload that breaks off is sent again whole, under the same key', async () => {
      server.script(reset, status(503, { 'retry-after': '0' }), json(stored, 201));
      const { data } = await upload();
      assert.deepEqual(data, stored);
      assert.equal(new Set(server.received().map(({ headers }) => headers['idempotency-key'])).size, 1);
      assert.equal(bodies().at(-1), 5_000_000);
    });

    test('a refused, an unanswered and an aborted upload end as errors of their own', async () => {
      server.script(problem('payload-too-large', 413));
      assert.equal((await upload()).error?.['code'], 'payload-too-large');
      server.script(stallBody);
      const late = (await upload({ timeout: 2000 })).error;
      assert.equal(late?.['code'], 'timeout');
      server.script(stallBody);
      assert.equal((await upload({ abortAfter: 500 })).error?.['code'], 'aborted');
    });

    test('an upload is sent neither after an abort nor to where it is redirected', async () => {
      server.script(status(301, { location: '/elsewhere' }), json(stored, 201));
      assert.equal((await upload()).error?.['status'], 302);
      server.script(json(stored, 201));
      const result = await page.evaluate(async () => {
        const abort = new AbortController();
        let give!: (token: string) => void;
        const call = dvk
          .createClient({ baseUrl: '', getToken: () => new Promise<string>((resolve) => (give = resolve)) })
          .attachments.upload(
            { headers: dvk.fileHeaders('ảnh.png'), body: new Blob(['x'], { type: 'image/png' }) },
            { onProgress: () => {}, signal: abort.signal },
          )
          .safe();
        await new Promise((resolve) => setTimeout(resolve, 20));
        abort.abort();
        const { ok } = await call;
        give('token');
        await new Promise((resolve) => setTimeout(resolve, 100));
        return ok;
      }, null);
      assert.equal(result, false);
      assert.deepEqual(server.received(), []);
    });

    test('fetch in a page: retried, timed, typed', async () => {
      const call = (timeout: number) =>
        page.evaluate(async (milliseconds) => {
          const config: ClientConfig = { baseUrl: '', timeout: milliseconds };
          const result = await dvk.createClient(config).session.get().safe();
          return result.ok ? { ...result.data } : { ...result.error.toJSON() };
        }, timeout);
      const session = { subject: null, name: null, roles: ['anonymous'], unitId: null, tenant: 'demo' };
      server.script(status(503, { 'retry-after': '0' }), json(session));
      assert.deepEqual(await call(10_000), session);
      server.script(stallBody);
      const late = await call(500);
      assert.deepEqual(late, { ...late, code: 'timeout', phase: 'body' });
      server.script(problem('unauthenticated', 401));
      const refused = await call(10_000);
      assert.deepEqual(refused, { ...refused, code: 'unauthenticated', attempts: 1 });
    });

    for (const [index, row] of faultMatrix.entries())
      test(row.name, async () => assert.equal(await runRow(page, index), undefined));
  });
}
