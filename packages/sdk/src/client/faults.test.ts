import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import {
  AbortError,
  ClientError,
  ContractError,
  DecodeError,
  isClientError,
  isProblem,
  NetworkError,
  ProblemError,
  TimeoutError,
  TokenError,
} from './errors.ts';
import {
  breakBody,
  html,
  json,
  problem,
  reset,
  stallBody,
  stallHeaders,
  startFaultServer,
  status,
  text,
} from './testkit/fault-server.ts';
import { thingsClient } from './testkit/things.ts';

const server = await startFaultServer();
after(() => server[Symbol.asyncDispose]());

const client = thingsClient({ baseUrl: server.url, timeout: 8000 });
const { things } = client;
const thing = { name: 'Mô hình' };
const one = { params: { id: '1' } };
const ok = json(thing);
/** Timers may fire a little early. */
const slack = 20;

async function failure<E>(call: PromiseLike<unknown>, type: abstract new (...args: never[]) => E): Promise<E> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof type, String(error));
    return error as E;
  }
  assert.fail('it should have failed');
}

test('GET 503 with Retry-After in seconds waits that long and asks again', async () => {
  server.script(status(503, { 'retry-after': '1' }), ok);
  assert.deepEqual(await things.get(one), thing);
  assert.equal(server.received.length, 2);
  assert.ok(server.received[1]!.at - server.received[0]!.at >= 1000 - slack);
});

test('GET 503 with Retry-After as an HTTP date waits until then', async () => {
  const date = new Date(Date.now() + 1500).toUTCString();
  server.script(status(503, { 'retry-after': date }), ok);
  assert.deepEqual(await things.get(one), thing);
  assert.ok(server.received[1]!.at >= Date.parse(date) - slack);
});

test('a Retry-After that has passed, or cannot be read, does not hinder the retry', async () => {
  server.script(
    status(503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }),
    status(503, { 'retry-after': 'soon' }),
    ok,
  );
  assert.deepEqual(await things.get(one), thing);
  assert.equal(server.received.length, 3);
});

for (const wait of ['3600', new Date(Date.now() + 3_600_000).toUTCString()])
  test(`Retry-After beyond the deadline fails at once and tells the wait (${wait})`, async () => {
    server.script(status(503, { 'retry-after': wait }), ok);
    const error = await failure(things.get(one), ProblemError);
    assert.equal(error.code, 'unavailable');
    assert.ok(Math.abs(error.retryAfter! - 3600) < 10);
    assert.equal(error.attempts, 1);
  });

test('POST 503 is sent again with the same key and the same body', async () => {
  server.script(status(503), status(503), json(thing, 201));
  assert.deepEqual(await things.create({ body: thing }), thing);
  assert.equal(server.received.length, 3);
  assert.equal(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert.match(String(server.received[0]!.headers['idempotency-key']), /^"[0-9a-f]{32}"$/);
  assert.deepEqual([...new Set(server.received.map(({ body }) => body))], [JSON.stringify(thing)]);
});

test('POST whose connection is reset is sent again with the same key', async () => {
  server.script(reset, json(thing, 201));
  assert.deepEqual(await things.create({ body: thing }, { idempotencyKey: 'mine' }), thing);
  assert.deepEqual(
    server.received.map(({ headers }) => headers['idempotency-key']),
    ['"mine"', '"mine"'],
  );
});

test('two calls never share a key', async () => {
  server.script(json(thing, 201));
  await Promise.all([things.create({ body: thing }), things.create({ body: thing })]);
  assert.notEqual(server.received[0]!.headers['idempotency-key'], server.received[1]!.headers['idempotency-key']);
});

test('POST without a key, and PATCH, are never sent twice', async () => {
  server.script(reset);
  await failure(things.create({ body: thing }, { headers: { 'idempotency-key': null } }), NetworkError);
  assert.equal(server.received.length, 1);
  server.script(status(503));
  await failure(things.adjust({ ...one, body: thing }), ProblemError);
  assert.equal(server.received.length, 1);
});

test('PUT and DELETE are repeated', async () => {
  server.script(reset, ok);
  await things.update({ ...one, body: thing }, { ifMatch: '"v1"' });
  assert.deepEqual(
    server.received.map(({ headers }) => headers['if-match']),
    ['"v1"', '"v1"'],
  );
  server.script(status(502), status(204));
  assert.equal(await things.remove(one), undefined);
  assert.equal(server.received.length, 2);
});

test('retries end: the last refusal is what the caller gets', async () => {
  server.script(status(500));
  const error = await failure(things.get(one, { maxRetries: 2 }), ProblemError);
  assert.equal(error.status, 500);
  assert.equal(error.attempts, 3);
});

test('connection refused is a network error', async () => {
  const nowhere = thingsClient({ baseUrl: 'http://127.0.0.1:9', maxRetries: 0 });
  const error = await failure(nowhere.things.get(one), NetworkError);
  assert.equal(error.code, 'network');
});

test('an answer that never begins is out of time, waiting for the head', async () => {
  server.script(stallHeaders);
  const error = await failure(things.get(one, { timeout: 150 }), TimeoutError);
  assert.equal(error.phase, 'headers');
});

test('a body that hangs is out of time, reading the body', async () => {
  server.script(stallBody);
  const error = await failure(things.get(one, { timeout: 150 }), TimeoutError);
  assert.equal(error.phase, 'body');
  assert.equal(error.code, 'timeout');
});

test('the body of a refusal that hangs is out of time too', async () => {
  server.script((response) => void response.writeHead(404, { 'content-type': 'application/problem+json' }).write('{'));
  assert.equal((await failure(things.get(one, { timeout: 150 }), TimeoutError)).phase, 'body');
});

test('a body that hangs is asked for again when one attempt has its own limit', async () => {
  server.script(stallBody, stallHeaders, ok);
  assert.deepEqual(await things.get(one, { attemptTimeout: 300 }), thing);
  assert.equal(server.received.length, 3);
});

test('a body that breaks off is asked for again', async () => {
  server.script(breakBody, ok);
  assert.deepEqual(await things.get(one), thing);
});

test('the deadline holds while waiting to try again, and names the refusal waited on', async () => {
  server.script(status(503));
  const error = await failure(things.get(one, { timeout: 400, maxRetries: 50 }), TimeoutError);
  assert.ok(['retry-wait', 'headers', 'body', 'token'].includes(error.phase));
  assert.ok(error.attempts >= 1);
});

test('HTML 502 is retried, then a clean error with an excerpt', async () => {
  server.script(html(502), ok);
  assert.deepEqual(await things.get(one), thing);
  server.script(html(502));
  const error = await failure(things.get(one, { maxRetries: 0 }), ProblemError);
  assert.equal(error.code, 'unavailable');
  assert.equal(error.status, 502);
  assert.match(error.excerpt!, /Bad Gateway/);
});

test('HTML with status 200 is a decode error', async () => {
  server.script(html(200));
  await failure(things.get(one), DecodeError);
});

test('truncated JSON is a decode error that shows none of it', async () => {
  server.script(text('{"name":"Nguyễn Văn A'));
  const error = await failure(things.get(one), DecodeError);
  assert.equal(error.attempts, 1);
  assert.doesNotMatch(JSON.stringify(error) + error.message + String(error.cause), /Nguyễn/);
});

test('204 gives undefined', async () => {
  server.script(status(204));
  assert.equal(await things.remove(one), undefined);
});

test('abort during back-off ends the wait and sends nothing more', async () => {
  const abort = new AbortController();
  server.script(status(503, { 'retry-after': '5' }), ok);
  const call = things.get(one, { signal: abort.signal });
  await server.arrival();
  setTimeout(() => abort.abort('changed my mind'), 50);
  const error = await failure(call, AbortError);
  assert.equal(error.attempts, 1);
  assert.equal(error.cause, 'changed my mind');
  assert.equal(server.received.length, 1);
});

test('abort while waiting for the head, in the body, and before the call', async () => {
  for (const step of [stallHeaders, stallBody]) {
    const abort = new AbortController();
    server.script(step);
    const call = things.get(one, { signal: abort.signal });
    await server.arrival();
    abort.abort();
    assert.equal((await failure(call, AbortError)).name, 'AbortError');
  }
  server.script(ok);
  await failure(things.get(one, { signal: AbortSignal.abort() }), AbortError);
  assert.equal(server.received.length, 0);
});

test('neither a token function nor a fetch that ignores its signal can hold the caller', async () => {
  const never = () => new Promise<never>(() => {});
  const slow = thingsClient({ baseUrl: server.url, getToken: never, timeout: 100 });
  assert.equal((await failure(slow.things.get(one), TimeoutError)).phase, 'token');
  const deaf = thingsClient({ baseUrl: server.url, fetch: never, timeout: 100 });
  assert.equal((await failure(deaf.things.get(one), TimeoutError)).phase, 'headers');
});

test('409 is retried only while the same request is still being handled', async () => {
  server.script(problem('request-in-progress', 409, {}, { 'retry-after': '0' }), json(thing, 201));
  assert.deepEqual(await things.create({ body: thing }), thing);
  server.script(problem('transition-not-allowed', 409));
  assert.ok(isProblem(await failure(things.create({ body: thing }), ProblemError), 'transition-not-allowed'));
  assert.equal(server.received.length, 1);
});

test('429 is retried after its wait', async () => {
  server.script(problem('rate-limited', 429, {}, { 'retry-after': '0' }), ok);
  assert.deepEqual(await things.get(one), thing);
});

test('a refusal carries code, fields, request id; 4xx is final', async () => {
  const errors = [{ pointer: '/name', code: 'required', detail: 'Chưa nhập' }];
  server.script(problem('validation-failed', 422, { title: 'Có ô chưa đúng', errors }, { 'x-request-id': 'r-1' }));
  const error = await failure(things.create({ body: thing }), ProblemError);
  assert.equal(error.code, 'validation-failed');
  assert.equal(error.title, 'Có ô chưa đúng');
  assert.deepEqual(error.errors, errors);
  assert.equal(error.requestId, 'r-1');
  assert.equal(server.received.length, 1);
  for (const code of [400, 401, 403, 404, 412, 428]) {
    server.script(status(code));
    assert.equal((await failure(things.get(one), ProblemError)).attempts, 1);
  }
});

test('an error points at the caller’s line', async () => {
  server.script(status(404));
  async function callerOfTheClient() {
    await things.get(one);
  }
  const error = await failure(callerOfTheClient(), ProblemError);
  assert.match(error.stack!, /callerOfTheClient/);
  assert.match(error.stack!, /^ProblemError: things\.get: 404 not-found\n/);
});

test('whatever goes wrong, no error holds token, address, header or body', async () => {
  const secret = 'ABC-secret';
  // A server of its own: what is given up after 20 ms may still arrive while the next test runs.
  await using apart = await startFaultServer();
  const careful = thingsClient({ baseUrl: apart.url, getToken: () => secret, timeout: 300, maxRetries: 1 });
  const steps = [status(404), status(503), reset, stallHeaders, stallBody, breakBody, html(502), text('{')];
  for (const step of steps)
    for (const options of [{}, { attemptTimeout: 50 }, { signal: AbortSignal.timeout(20) }]) {
      apart.script(step);
      const input = { params: { id: secret }, body: { name: secret } };
      const headers = { 'case-secret': secret };
      const error = await failure(careful.things.update(input, { ...options, headers, ifMatch: secret }), ClientError);
      const everything = inspect(error, { depth: Infinity, showHidden: true });
      assert.ok(!everything.includes(secret), everything);
    }
});

test('a token function that fails is an error of its own, with its cause', async () => {
  const cause = new TypeError('fetch failed');
  const locked = thingsClient({ baseUrl: server.url, getToken: () => Promise.reject(cause) });
  server.script(ok);
  const error = await failure(locked.things.get(one), TokenError);
  assert.equal(error.cause, cause);
  assert.equal(server.received.length, 0);
});

test('an error of another copy of the package is recognised', async () => {
  const copy = (await import(`./errors.ts?copy=${Math.random()}`)) as typeof import('./errors.ts');
  const error = new copy.NetworkError('no answer', { operation: 'things.get', attempts: 1 });
  assert.ok(error instanceof NetworkError);
  assert.ok(!(error instanceof TimeoutError));
  assert.ok(isClientError(error, 'network'));
  assert.ok(!isProblem(error));
  assert.ok(!isClientError(new Error('other')));
});

test('iteration goes past an empty page and stops at null', async () => {
  server.script(
    json({ items: [{ name: 'a' }], nextCursor: '1' }),
    json({ items: [], nextCursor: '2' }),
    json({ items: [{ name: 'b' }, { name: 'c' }], nextCursor: null }),
  );
  const names: string[] = [];
  for await (const { name } of things.list({ query: { limit: 2 } })) names.push(name);
  assert.deepEqual(names, ['a', 'b', 'c']);
  assert.deepEqual(
    server.received.map(({ url }) => url),
    ['/v1/things?limit=2', '/v1/things?limit=2&cursor=1', '/v1/things?limit=2&cursor=2'],
  );
});

test('a list can be awaited for one page, taken up to a limit, and walked page by page', async () => {
  server.script(json({ items: [{ name: 'a' }], nextCursor: 'x' }));
  assert.deepEqual(await things.list(), { items: [{ name: 'a' }], nextCursor: 'x' });
  server.script(
    json({ items: [{ name: 'a' }, { name: 'b' }], nextCursor: 'x' }),
    json({ items: [{ name: 'c' }, { name: 'd' }], nextCursor: 'y' }),
  );
  assert.deepEqual(await things.list().toArray({ limit: 3 }), [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  assert.equal(server.received.length, 2);
  server.script(json({ items: [], nextCursor: 'x' }), json({ items: [], nextCursor: null }));
  const sizes: number[] = [];
  for await (const page of things.list().pages()) sizes.push(page.items.length);
  assert.deepEqual(sizes, [0, 0]);
});

test('a cursor that repeats is an error, not an endless loop', async () => {
  server.script(
    json({ items: [], nextCursor: 'x' }),
    json({ items: [], nextCursor: 'y' }),
    json({ items: [], nextCursor: 'x' }),
  );
  const error = await failure(things.list().toArray({ limit: 10 }), ContractError);
  assert.deepEqual(error.faults, [{ pointer: '/nextCursor', code: 'repeated' }]);
});
