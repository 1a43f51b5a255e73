/** How the portal starts and stops, and what its back end does, without a browser. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createNetServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestPostgres } from '../../packages/server/src/testkit/postgres.ts';
import type { Server } from '@dvk/server';
import { createPortal } from './src/portal.ts';
import { launchPortal, type LaunchedServer } from './testkit/launch.ts';

let data: string;
before(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'dvk-start-'));
});
after(() => rm(data, { recursive: true, force: true }));

async function countModels(address: string): Promise<number> {
  const headers = { cookie: 'portal-role=inspector' };
  const response = await fetch(`${address}/v1/models?limit=100`, { headers });
  const { items } = (await response.json()) as { items: unknown[] };
  return items.length;
}

async function sendReport(address: string): Promise<{ code: string; secret: string }> {
  const response = await fetch(`${address}/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      kind: 'report',
      topic: 'other',
      title: 'Một phản ánh mẫu',
      content: 'Nội dung mẫu.',
      provinceCode: '80',
      communeCode: '25459',
      consent: true,
    }),
  });
  assert.equal(response.status, 201);
  return (await response.json()) as { code: string; secret: string };
}

async function track(address: string, { code, secret }: { code: string; secret: string }): Promise<number> {
  const response = await fetch(`${address}/v1/tracking/${code}`, { headers: { 'case-secret': secret } });
  await response.body?.cancel();
  return response.status;
}

describe('pnpm start', () => {
  test('seeds once, stops cleanly, and has everything at the next start', async () => {
    const first = launchPortal(data);
    const place = await first.ready;
    assert.match(first.said(), /Đã tạo dữ liệu mẫu/);
    const models = await countModels(place);
    assert.ok(models > 10);
    const receipt = await sendReport(place);
    assert.equal(await first.stop(), 0, first.said());
    assert.match(first.said(), /Đã dừng/);

    const second = launchPortal(data);
    const address = await second.ready;
    assert.doesNotMatch(second.said(), /Đã tạo dữ liệu mẫu/);
    assert.equal(await countModels(address), models);
    assert.equal(await track(address, receipt), 200);
    assert.equal(await second.stop(), 0, second.said());
  });

  test('stops cleanly also when nobody reads what it prints any more', async () => {
    const portal = launchPortal(data);
    const address = await portal.ready;
    portal.process.stdout!.destroy();
    const models = await countModels(address);
    assert.equal(await portal.stop(), 0);
    const again = launchPortal(data);
    assert.equal(await countModels(await again.ready), models);
    await again.stop();
  });

  test('says plainly that the port is taken', async () => {
    const other = createNetServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { process: child, said } = launchPortal(data, { PORT: String(port) });
    const [code] = (await once(child, 'exit')) as [number];
    other.close();
    assert.equal(code, 1);
    assert.match(said(), new RegExp(`^Cổng ${port} đang có chương trình khác dùng[^\\n]*PORT=${port + 1}`));
    assert.doesNotMatch(said(), / at .*\.ts:/);
  });

  test('runs the same on a PostgreSQL server', async () => {
    const postgres = await startTestPostgres();
    try {
      const first = launchPortal(data, { DATABASE_URL: postgres.url });
      const receipt = await sendReport(await first.ready);
      assert.equal(await first.stop(), 0, first.said());
      const second = launchPortal(data, { DATABASE_URL: postgres.url });
      const address = await second.ready;
      assert.equal(await track(address, receipt), 200);
      assert.ok((await countModels(address)) > 10);
      assert.equal(await second.stop(), 0, second.said());
    } finally {
      await postgres.stop();
    }
  });
});

describe("the portal's back end", () => {
  let portal: LaunchedServer;
  let address: string;
  before(async () => {
    portal = launchPortal(data);
    address = await portal.ready;
  });
  after(() => portal.stop());

  const post = (place: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(address + place, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });

  test('signs in, goes back to the page, and speaks for that person to the API', async () => {
    const response = await post('/dang-nhap', { role: 'appraiser', back: '/cham-diem' });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/cham-diem');
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /HttpOnly; SameSite=Strict/);
    const session = await fetch(`${address}/v1/session`, { headers: { cookie: cookie.split(';')[0]! } });
    assert.deepEqual(((await session.json()) as { roles: string[] }).roles, ['appraiser']);
    const out = await post('/dang-xuat', { back: '/' });
    assert.match(out.headers.get('set-cookie') ?? '', /Max-Age=0/);
  });

  test('says in words that it has failed', async () => {
    const api = { fetch: () => Promise.reject(new Error('the API is gone')) } as unknown as Server;
    const response = await createPortal({ api, cdn: data, examples: async () => [] }).request('/v1/session');
    assert.equal(response.status, 500);
    assert.match(response.headers.get('content-type')!, /^text\/html/);
    assert.match(await response.text(), /<h1 class="page-title">Trang tạm ngừng<\/h1>/);
  });

  test('says of a form that it cannot read that it cannot, and is none the worse for it', async () => {
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const place of ['/dang-nhap', '/dang-xuat']) {
      for (const [status, body, headers] of [
        [400, 'không phải biểu mẫu', {}],
        [400, '{"role":"citizen"}', { 'content-type': 'application/json' }],
        [400, '--y\r\n', multipart],
        [400, undefined, {}],
        [413, `role=${'x'.repeat(20_000)}`, { 'content-type': 'application/x-www-form-urlencoded' }],
      ] as const) {
        const response = await fetch(address + place, { method: 'POST', ...(body && { body }), headers });
        const about = `${place} ${body?.slice(0, 20)}`;
        assert.equal(response.status, status, about);
        assert.match(response.headers.get('content-type')!, /^text\/html/, about);
        assert.equal(response.headers.get('set-cookie'), null, about);
        assert.match(await response.text(), /<h1 class="page-title">Biểu mẫu không hợp lệ<\/h1>/, about);
      }
    }
    assert.doesNotMatch(portal.said(), /TypeError/);
  });

  test('goes back only to its own pages and takes no sign-in from another site', async () => {
    const outward = await post('/dang-nhap', { role: 'citizen', back: 'https://example.com/' });
    assert.equal(outward.headers.get('location'), '/');
    const foreign = await post('/dang-nhap', { role: 'citizen' }, { origin: 'https://example.com' });
    assert.equal(foreign.status, 403);
    assert.equal(foreign.headers.get('set-cookie'), null);
    const unknown = await post('/dang-nhap', { role: 'emperor', back: '/' });
    assert.match(unknown.headers.get('set-cookie') ?? '', /Max-Age=0/);
  });

  test('responds to an unknown page in Vietnamese, under the same policy', async () => {
    const response = await fetch(`${address}/khong-co`);
    assert.equal(response.status, 404);
    assert.match(response.headers.get('content-security-policy') ?? '', /require-trusted-types-for 'script'/);
    assert.match(await response.text(), /Không tìm thấy trang/);
    assert.equal((await fetch(`${address}/portal/../start.ts`)).status, 404);
    assert.equal((await fetch(`${address}/cdn/..%2f..%2fpackage.json`)).status, 404);
  });

  test('shows cases to try, whose codes and secrets open them', async () => {
    const page = await (await fetch(`${address}/tra-cuu`)).text();
    const rows = [...page.matchAll(/<code>([^<]+)<\/code><\/td>[^]*?<code>([^<]+)<\/code>/g)];
    assert.ok(rows.length >= 4);
    for (const [, code, secret] of rows) {
      assert.equal(await track(address, { code: code!, secret: secret! }), 200);
    }
  });
});
