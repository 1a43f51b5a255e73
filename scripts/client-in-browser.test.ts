/** The fault matrix of the client, run in Chromium. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type * as client from '../packages/sdk/src/client/index.ts';
import {
  json,
  problem,
  reset,
  stallBody,
  startFaultServer,
  status,
  type Step,
} from '../packages/sdk/src/client/testkit/fault-server.ts';
import { launchBrowser } from './browser.ts';
import { root } from './lib/run.ts';

declare global {
  var dvk: typeof client;
  var violations: string[];
}

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";
const server = await startFaultServer();
let browser: Browser;
let page: Page;

const file =
  (type: string, text: string): Step =>
  (response) =>
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(text);

before(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as client from '@dvk/sdk/client';
        globalThis.dvk = client;
        globalThis.violations = [];
        addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));`,
      resolveDir: path.join(root, 'packages/elements'),
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="client.js"></script>';
  server.script(file('text/html', html), file('text/javascript', outputFiles[0]!.text));
  await page.goto(server.url, { waitUntil: 'load' });
});

after(async () => {
  assert.deepEqual(await page.evaluate(() => violations), []);
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const stored = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'anh.png',
  mediaType: 'image/png',
  size: 5_000_000,
  sha256: '0'.repeat(64),
  uploadedAt: '2026-01-01T08:00:00+07:00',
};

/** Uploads from the page and tells what its caller saw. */
function upload(options: { timeout?: number; abortAfter?: number } = {}) {
  return page.evaluate(async ({ timeout = 20_000, abortAfter }) => {
    const seen: client.Progress[] = [];
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
    return result.ok ? { seen, data: result.data } : { seen, error: { ...result.error.toJSON() } };
  }, options);
}

test('a page without eval follows the progress of an upload', async () => {
  server.script(json(stored, 201));
  const { seen, data } = await upload();
  assert.deepEqual(data, stored);
  assert.deepEqual(seen[0], { sent: 0, total: 5_000_000 });
  assert.deepEqual(seen.at(-1), { sent: 5_000_000, total: 5_000_000 });
  assert.ok(seen.length >= 3, 'the browser told of progress in between');
  const [request] = server.received;
  assert.equal(request?.headers.authorization, 'Bearer token');
  assert.equal(request?.headers['content-type'], 'image/png');
  assert.equal(request?.body.length, 5_000_000);
});

test('an upload that breaks off is sent again whole, under the same key', async () => {
  server.script(reset, status(503, { 'retry-after': '0' }), json(stored, 201));
  const { data } = await upload();
  assert.deepEqual(data, stored);
  assert.equal(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert.equal(server.received.at(-1)?.body.length, 5_000_000);
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

test('fetch in a page: retried, timed, typed', async () => {
  const call = (timeout: number) =>
    page.evaluate(async (milliseconds) => {
      const result = await dvk.createClient({ baseUrl: '', timeout: milliseconds }).session.get().safe();
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
