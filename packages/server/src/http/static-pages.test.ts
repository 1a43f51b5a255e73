import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { plainOptions } from '../config.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

describe('pages of a folder', () => {
  let parent: string;
  let server: TestServer;
  const page = '<!doctype html><title>Trang mẫu</title>'.padEnd(3000, ' ');

  before(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'dvk-pages-'));
    const pages = path.join(parent, 'pages');
    await mkdir(path.join(pages, 'parts'), { recursive: true });
    await mkdir(path.join(pages, '.hidden'));
    await writeFile(path.join(parent, 'secret'), 'bí mật');
    for (const name of ['index.html', 'parts/a-1234.js', '.hidden/x.html', '.env'])
      await writeFile(path.join(pages, name), page);
    server = await startTestServer(freshDatabase.PostgreSQL, { pages });
  });
  after(async () => {
    await server.end();
    await rm(parent, { recursive: true, force: true });
  });
  const get = (address: string, init: RequestInit = {}) => server.fetch(new Request(`http://test${address}`, init));

  test('are given with the headers of pages, and again only when they are others', async () => {
    for (const address of ['/', '/index.html', '/?a=b']) {
      const response = await get(address);
      assert.equal(response.status, 200, address);
      assert.equal(await response.text(), page);
      assert.match(response.headers.get('content-type')!, /^text\/html/);
      assert.match(response.headers.get('content-security-policy')!, /script-src 'self'.*require-trusted-types-for/);
      assert.equal(response.headers.get('referrer-policy'), 'same-origin');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('cache-control'), 'no-cache');
      const etag = response.headers.get('etag')!;
      assert.equal((await get(address, { headers: { 'if-none-match': etag } })).status, 304);
    }
    assert.match((await get('/parts/a-1234.js')).headers.get('cache-control')!, /immutable/);
    const small = await get('/', { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(small.headers.get('content-encoding'), 'gzip');
    assert.equal((await get('/', { method: 'HEAD' })).status, 200);
  });

  test('are nothing else: no file beside them or hidden among them, and the API stays as it is', async () => {
    for (const address of ['/../secret', '/..%2fsecret', '/%2e%2e/secret', '/.env', '/.hidden/x.html', '/none.html']) {
      const response = await get(address);
      assert.equal(response.status, 404, address);
      assert.match(response.headers.get('content-type')!, /^application\/problem\+json/, address);
    }
    assert.equal((await get('/', { method: 'POST' })).status, 404);
    const unknown = await get('/v1/none');
    assert.equal(unknown.status, 404);
    assert.match(unknown.headers.get('content-security-policy')!, /^default-src 'none'; frame-ancestors 'none'$/);
    assert.equal((await get('/healthz')).headers.get('referrer-policy'), 'no-referrer');
  });

  test('a folder without pages, or with data in it, is refused', () => {
    const pages = path.join(parent, 'pages');
    assert.equal(plainOptions({ DVK_PAGES: pages }).pages, pages);
    assert.throws(() => plainOptions({ DVK_PAGES: parent }), /there is no index\.html\. Name the folder dist\/cdn/);
    for (const inside of [{ DVK_DATA: path.join(pages, 'data') }, { DVK_SECRET_KEY_FILE: path.join(pages, 'key') }])
      assert.throws(() => plainOptions({ DVK_PAGES: pages, ...inside }), /data or keys are in it/);
  });
});
