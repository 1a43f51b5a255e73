import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { api } from '@dvk/sdk/api';
import type { Endpoint, Problem } from '@dvk/sdk/contract';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleRegistration, sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';
import { negotiateLocale } from '../problems/locale.ts';
import { LocalRateLimiter } from './rate-limit.ts';

onBothEngines('the way of a request', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create, {
      origins: ['https://portal.example'],
      maxJsonSize: 10_000,
      metricsToken: 'm-token',
    });
  });
  after(() => server.end());

  async function refused(
    code: string,
    status: number,
    ...[method, path, call]: Parameters<TestServer['call']>
  ): Promise<Headers> {
    const answer = await server.call<Problem>(method, path, call);
    assert.equal(answer.status, status, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(answer.body.type, `urn:dvk:problem:${code}`);
    assert.equal(answer.body.status, status);
    assert.equal(answer.body.instance, `urn:uuid:${answer.headers.get('x-request-id')}`);
    assert.ok(answer.headers.get('content-security-policy')?.includes("default-src 'none'"));
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('strict-transport-security'), null, 'the host is not ours alone');
    return answer.headers;
  }

  test('an address that is too long is refused with the headers of every response', async () => {
    const answer = await server.call('GET', `/v1/units?q=${'x'.repeat(20_000)}`);
    assert.equal(answer.status, 431);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  test('every refusal is problem+json', async () => {
    const body = sampleSubmission();
    await refused('not-found', 404, 'GET', '/nothing');
    await refused('not-found', 404, 'GET', '/v1/nothing');
    await refused('not-found', 404, 'GET', '/v1/models/not-an-id', { as: 'secretariat' });
    await refused('unauthenticated', 401, 'GET', '/v1/models');
    await refused('unauthenticated', 401, 'GET', '/v1/units', { headers: { authorization: 'Bearer nonsense' } });
    await refused('unauthenticated', 401, 'GET', '/v1/units', { headers: { authorization: 'Basic YTpi' } });
    await refused('forbidden', 403, 'GET', '/v1/models', { as: 'citizen' });
    await refused('idempotency-key-missing', 400, 'POST', '/v1/cases', { body, key: null });
    await refused('idempotency-key-missing', 400, 'POST', '/v1/cases', { body, key: 'with space' });
    await refused('malformed-request', 400, 'POST', '/v1/cases', { body: '{"a":' });
    await refused('malformed-request', 400, 'POST', '/v1/cases', { body: '' });
    await refused('validation-failed', 422, 'POST', '/v1/cases', { body: {} });
    await refused('validation-failed', 422, 'POST', '/v1/cases', { body: 'null' });
    await refused('payload-too-large', 413, 'POST', '/v1/cases', { body: { ...body, content: 'x'.repeat(20_000) } });
    await refused('validation-failed', 422, 'GET', '/v1/units?limit=101');
    await refused('validation-failed', 422, 'GET', '/v1/units?limit=1&limit=2');
    await refused('cursor-invalid', 400, 'GET', '/v1/units?cursor=AAAA');
    await refused('precondition-required', 428, 'PUT', '/v1/models/00000000-0000-7000-8000-000000000000', {
      as: 'secretariat',
      body: sampleRegistration(),
    });
  });

  test('a method that does not exist says which do', async () => {
    assert.equal((await refused('method-not-allowed', 405, 'DELETE', '/v1/session')).get('allow'), 'GET, HEAD');
    const headers = await refused('method-not-allowed', 405, 'PATCH', '/v1/models', { as: 'citizen' });
    assert.deepEqual(headers.get('allow')?.split(', ').sort(), ['GET', 'HEAD', 'POST']);
    assert.equal((await server.call('HEAD', '/v1/units')).status, 200);
  });

  test('only JSON is taken as JSON, with any charset parameter of UTF-8', async () => {
    const body = JSON.stringify(sampleSubmission());
    await refused('unsupported-media-type', 415, 'POST', '/v1/cases', {
      body,
      headers: { 'content-type': 'text/plain' },
    });
    const headers = await refused('unsupported-media-type', 415, 'POST', '/v1/cases', {
      body,
      headers: { 'content-encoding': 'gzip' },
    });
    assert.equal(headers.get('accept-encoding'), 'identity');
    const good = await server.call('POST', '/v1/cases', {
      body,
      headers: { 'content-type': 'Application/JSON; charset=UTF-8', 'content-encoding': 'Identity' },
    });
    assert.equal(good.status, 201);
  });

  test('a body sent in pieces is measured too', async () => {
    const piece = new TextEncoder().encode('x'.repeat(4000));
    let left = 10;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(piece);
      },
    });
    const request = new Request('http://test/v1/cases', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    } as RequestInit);
    const response = await server.fetch(request);
    assert.equal(response.status, 413);
    assert.ok(left > 0, 'reading stops at the limit');
  });

  test('refusals speak the language asked for, Vietnamese by default', async () => {
    const vietnamese = await server.call<Problem>('GET', '/v1/models');
    assert.equal(vietnamese.body.title, 'Cần đăng nhập');
    assert.equal(vietnamese.headers.get('content-language'), 'vi');
    const english = await server.call<Problem>('GET', '/v1/models', { headers: { 'accept-language': 'en' } });
    assert.equal(english.body.title, 'Sign-in is needed');
  });

  test("a caller's request id is kept when it is a UUID", async () => {
    const id = '0b0e6b8c-7d4f-4a7e-9c1e-1f2a3b4c5d6e';
    const kept = await server.call('GET', '/v1/units', { headers: { 'x-request-id': id } });
    assert.equal(kept.headers.get('x-request-id'), id);
    const made = await server.call('GET', '/v1/units', {
      headers: { 'x-request-id': 'Nguyễn'.normalize('NFD').slice(0, 3) },
    });
    assert.match(made.headers.get('x-request-id')!, /^[0-9a-f-]{36}$/);
  });

  test('pages of listed origins may call, others may not', async () => {
    const from = (origin: string) => server.call('GET', '/v1/models', { headers: { origin } });
    assert.equal(
      (await from('https://portal.example')).headers.get('access-control-allow-origin'),
      'https://portal.example',
    );
    assert.equal((await from('https://elsewhere.example')).headers.get('access-control-allow-origin'), null);
    const preflight = await server.fetch(
      new Request('http://test/v1/cases', {
        method: 'OPTIONS',
        headers: { origin: 'https://portal.example', 'access-control-request-method': 'POST' },
      }),
    );
    assert.equal(preflight.status, 204);
    assert.ok(preflight.headers.get('access-control-allow-headers')?.includes('idempotency-key'));
  });

  test('the API describes itself', async () => {
    const { status, body } = await server.call<{ paths: object }>('GET', '/v1/openapi.json');
    assert.equal(status, 200);
    assert.ok('/v1/cases' in body.paths);
  });

  test('health and readiness are reported, by reading', async () => {
    for (const path of ['/healthz', '/readyz', '/v1/openapi.json']) {
      assert.equal((await server.call('GET', path)).status, 200);
      assert.equal((await refused('method-not-allowed', 405, 'POST', path)).get('allow'), 'GET, HEAD');
    }
  });

  test('metrics are shown to whoever has the token for them, and to no one where there is none', async () => {
    const read = (authorization: string) => ({ headers: { authorization } });
    await refused('unauthenticated', 401, 'GET', '/metrics');
    await refused('unauthenticated', 401, 'GET', '/metrics', read('Bearer another token'));
    await refused('unauthenticated', 401, 'GET', '/metrics', { as: 'administrator' });
    const silent = await startTestServer(create);
    for (const path of ['/metrics', '/metrics?token=undefined']) {
      assert.equal((await silent.call('GET', path, read('Bearer undefined'))).status, 404);
    }
    await silent.end();
    const metrics = await (await server.fetch(new Request('http://test/metrics', read('Bearer m-token')))).text();
    assert.match(
      metrics,
      /dvk_http_request_duration_seconds_count\{method="GET",route="\/v1\/units",status="200"\} \d+/,
    );
    assert.ok(!metrics.includes('not-an-id'), 'no address in a label');
  });
});

onBothEngines('rate limits', (_engine, create) => {
  test('a flood of anonymous writes is refused with the time to wait', async () => {
    const server = await startTestServer(create, { rateLimits: { anonymousWrite: { burst: 2, perMinute: 6 } } });
    const send = () => server.call<Problem>('POST', '/v1/cases', { body: sampleSubmission() });
    assert.deepEqual([(await send()).status, (await send()).status], [201, 201]);
    const third = await send();
    assert.equal(third.status, 429);
    assert.equal(third.body.type, 'urn:dvk:problem:rate-limited');
    assert.ok(Number(third.headers.get('retry-after')) >= 1);
    assert.equal((await server.call('GET', '/v1/units')).status, 200, 'reading goes on');
    await server.end();
  });

  const tight = { burst: 2, perMinute: 6 };
  const token = (authorization: string) => ({ headers: { authorization } });

  test('refused tokens are counted, whatever they are sent to; good ones from the same address go on', async () => {
    const server = await startTestServer(create, { rateLimits: { refusedToken: tight }, metricsToken: 'm-token' });
    const statuses: number[] = [];
    for (const [method, path, bad] of [
      ['GET', '/v1/units', 'Bearer nonsense'],
      ['POST', '/v1/cases', 'Basic YTpi'],
      ['GET', '/metrics', 'Bearer guess'],
      ['GET', '/v1/models', 'Bearer a.b.c'],
    ] as const) {
      statuses.push((await server.call(method, path, token(bad))).status);
    }
    assert.deepEqual(statuses, [401, 401, 429, 429]);
    const refused = await server.call<Problem>('GET', '/v1/units', token('Bearer nonsense'));
    assert.equal(refused.body.type, 'urn:dvk:problem:rate-limited');
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    assert.equal((await server.call('GET', '/v1/units', { as: 'secretariat' })).status, 200);
    assert.equal((await server.call('GET', '/v1/units')).status, 200);
    assert.equal((await server.call('GET', '/v1/models')).status, 401, 'without a token nothing was guessed');
    await server.end();
  });

  test('the description of the API and readiness are limited too, each apart from the other', async () => {
    const server = await startTestServer(create, { rateLimits: { read: tight, probe: tight } });
    for (const path of ['/v1/openapi.json', '/readyz']) {
      const ask = () => server.call<Problem>('GET', path);
      assert.deepEqual([(await ask()).status, (await ask()).status], [200, 200], path);
      const third = await ask();
      assert.equal(third.status, 429, path);
      assert.equal(third.body.type, 'urn:dvk:problem:rate-limited');
      assert.ok(Number(third.headers.get('retry-after')) >= 1);
    }
    assert.equal((await server.call('HEAD', '/v1/openapi.json')).status, 429);
    // Whoever restarts what does not answer must not be misled by a flood.
    for (let times = 0; times < 5; times += 1) assert.equal((await server.call('GET', '/healthz')).status, 200);
    await server.end();
  });

  test('every operation that anybody may call is limited by address', async () => {
    const server = await startTestServer(create, { rateLimits: { read: tight, anonymousWrite: tight } });
    const open = Object.values(api).flatMap((area) =>
      Object.values(area).filter(({ roles }: Endpoint) => (roles as readonly string[]).includes('anonymous')),
    );
    assert.ok(open.length > 3);
    for (const { method, path } of open) {
      const statuses = new Set<number>();
      for (let times = 0; times < 3; times += 1) {
        statuses.add((await server.call(method, path.replaceAll(/\{\w+\}/g, '0'))).status);
      }
      assert.ok(statuses.has(429), `${method} ${path}: ${[...statuses].join()}`);
    }
    await server.end();
  });
});

describe('rate limiter', () => {
  test('a bucket refills with time, each caller on their own', async () => {
    const limiter = new LocalRateLimiter();
    const limit = { burst: 1, perMinute: 60 };
    const [a, b] = ['a', 'b'].map((caller) => ({ tenant: 'test', caller }));
    await limiter.take(a!, limit, 0);
    await limiter.take(b!, limit, 0);
    await assert.rejects(limiter.take(a!, limit, 500), { code: 'rate-limited' });
    await limiter.take(a!, limit, 1000);
  });
});

describe('language', () => {
  test('English only where it is preferred', () => {
    const cases: [string | null, string][] = [
      [null, 'vi'],
      ['', 'vi'],
      ['en', 'en'],
      ['en-US,en;q=0.9,vi;q=0.8', 'en'],
      ['vi,en;q=0.9', 'vi'],
      ['fr', 'vi'],
      ['en;q=0, vi', 'vi'],
      ['en;q=nonsense', 'en'],
    ];
    for (const [header, locale] of cases) assert.equal(negotiateLocale(header), locale, String(header));
  });
});
