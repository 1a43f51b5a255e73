import { assert } from 'chai';
import { InputError } from '../../errors/input-error.ts';
import {
  AbortError,
  ContractError,
  DecodeError,
  isProblem,
  NetworkError,
  ProblemError,
  TimeoutError,
  TokenError,
} from '../errors.ts';
import {
  breakBody,
  html,
  json,
  problem,
  reset,
  stallBody,
  stallHeaders,
  status,
  text,
  type Received,
  type Step,
} from './faults.ts';
import { thingsClient } from './things.ts';

/** The server that misbehaves, as a row asks for it: in the same program, or from a page. */
export interface FaultControl {
  url: string;
  script(...steps: Step[]): Promise<void> | void;
  received(): Promise<readonly Received[]> | readonly Received[];
  /** Resolves when a request has come in since {@link script}. */
  arrival(): Promise<void>;
}

interface Stage {
  server: FaultControl;
  things: ReturnType<typeof thingsClient>['things'];
}

/** One fault and what the client makes of it. Runs in Node and in browsers alike. */
export interface FaultRow {
  name: string;
  run(server: FaultControl): Promise<void>;
}

/** What a client must withstand. */
export const faultMatrix: FaultRow[] = [];

function row(name: string, run: (stage: Stage) => Promise<void>): void {
  faultMatrix.push({
    name,
    run: (server) => run({ server, things: thingsClient({ baseUrl: server.url, timeout: 8000 }).things }),
  });
}

const thing = { name: 'Mô hình' };
const one = { params: { id: '1' } };
const ok = json(thing);
/** Timers may fire a little early. */
const slack = 20;

export async function failure<E>(call: PromiseLike<unknown>, type: abstract new (...args: never[]) => E): Promise<E> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof type, String(error));
    return error as E;
  }
  assert.fail('it should have failed');
}

row('GET 503 with Retry-After in seconds waits that long and asks again', async ({ server, things }) => {
  await server.script(status(503, { 'retry-after': '1' }), ok);
  assert.deepEqual(await things.get(one), thing);
  assert.strictEqual((await server.received()).length, 2);
  assert.ok((await server.received())[1]!.at - (await server.received())[0]!.at >= 1000 - slack);
});

row('GET 503 with Retry-After as an HTTP date waits until then', async ({ server, things }) => {
  const date = new Date(Date.now() + 1500).toUTCString();
  await server.script(status(503, { 'retry-after': date }), ok);
  assert.deepEqual(await things.get(one), thing);
  assert.ok((await server.received())[1]!.at >= Date.parse(date) - slack);
});

row('a Retry-After that has passed, or cannot be read, does not hinder the retry', async ({ server, things }) => {
  await server.script(
    status(503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }),
    status(503, { 'retry-after': 'soon' }),
    ok,
  );
  assert.deepEqual(await things.get(one), thing);
  assert.strictEqual((await server.received()).length, 3);
});

for (const wait of ['3600', new Date(Date.now() + 3_600_000).toUTCString()])
  row(`Retry-After beyond the deadline fails at once and tells the wait (${wait})`, async ({ server, things }) => {
    await server.script(status(503, { 'retry-after': wait }), ok);
    const error = await failure(things.get(one), ProblemError);
    assert.strictEqual(error.code, 'unavailable');
    assert.ok(Math.abs(error.retryAfter! - 3600) < 10);
    assert.strictEqual(error.attempts, 1);
  });

row('POST 503 is sent again with the same key and the same body', async ({ server, things }) => {
  await server.script(status(503), status(503), json(thing, 201));
  assert.deepEqual(await things.create({ body: thing }), thing);
  assert.strictEqual((await server.received()).length, 3);
  assert.strictEqual(new Set((await server.received()).map(({ headers }) => headers['idempotency-key'])).size, 1);
  assert.match(String((await server.received())[0]!.headers['idempotency-key']), /^"[0-9a-f]{32}"$/);
  assert.deepEqual([...new Set((await server.received()).map(({ body }) => body))], [JSON.stringify(thing)]);
});

row('POST whose connection is reset is sent again with the same key', async ({ server, things }) => {
  await server.script(reset, json(thing, 201));
  assert.deepEqual(await things.create({ body: thing }, { idempotencyKey: 'mine' }), thing);
  assert.deepEqual(
    (await server.received()).map(({ headers }) => headers['idempotency-key']),
    ['"mine"', '"mine"'],
  );
});

row('two calls never share a key', async ({ server, things }) => {
  await server.script(json(thing, 201));
  await Promise.all([things.create({ body: thing }), things.create({ body: thing })]);
  assert.notStrictEqual(
    (await server.received())[0]!.headers['idempotency-key'],
    (await server.received())[1]!.headers['idempotency-key'],
  );
});

row('POST without a key, and PATCH, are never sent twice', async ({ server, things }) => {
  await server.script(reset);
  await failure(things.create({ body: thing }, { headers: { 'idempotency-key': null } }), NetworkError);
  assert.strictEqual((await server.received()).length, 1);
  await server.script(status(503));
  await failure(things.adjust({ ...one, body: thing }), ProblemError);
  assert.strictEqual((await server.received()).length, 1);
});

row('PUT and DELETE are repeated', async ({ server, things }) => {
  await server.script(reset, ok);
  await things.update({ ...one, body: thing }, { ifMatch: '"v1"' });
  assert.deepEqual(
    (await server.received()).map(({ headers }) => headers['if-match']),
    ['"v1"', '"v1"'],
  );
  await server.script(status(502), status(204));
  assert.strictEqual(await things.remove(one), undefined);
  assert.strictEqual((await server.received()).length, 2);
});

row('retries end: the last refusal is what the caller gets', async ({ server, things }) => {
  await server.script(status(500));
  const error = await failure(things.get(one, { maxRetries: 2 }), ProblemError);
  assert.strictEqual(error.status, 500);
  assert.strictEqual(error.attempts, 3);
});

row('connection refused is a network error', async () => {
  const nowhere = thingsClient({ baseUrl: 'http://127.0.0.1:9', maxRetries: 0 });
  const error = await failure(nowhere.things.get(one), NetworkError);
  assert.strictEqual(error.code, 'network');
});

row('a response that never begins times out, waiting for its headers', async ({ server, things }) => {
  await server.script(stallHeaders);
  const error = await failure(things.get(one, { timeout: 150 }), TimeoutError);
  assert.strictEqual(error.phase, 'headers');
});

row('a body that hangs is out of time, reading the body', async ({ server, things }) => {
  await server.script(stallBody);
  const error = await failure(things.get(one, { timeout: 150 }), TimeoutError);
  assert.strictEqual(error.phase, 'body');
  assert.strictEqual(error.code, 'timeout');
});

row('the body of a refusal that hangs is out of time too', async ({ server, things }) => {
  await server.script({
    status: 404,
    headers: { 'content-type': 'application/problem+json' },
    body: '{',
    after: 'stall',
  });
  assert.strictEqual((await failure(things.get(one, { timeout: 150 }), TimeoutError)).phase, 'body');
});

row('a body that hangs is asked for again when one attempt has its own limit', async ({ server, things }) => {
  await server.script(stallBody, stallHeaders, ok);
  assert.deepEqual(await things.get(one, { attemptTimeout: 300 }), thing);
  assert.strictEqual((await server.received()).length, 3);
});

row('a body that breaks off is asked for again', async ({ server, things }) => {
  await server.script(breakBody, ok);
  assert.deepEqual(await things.get(one), thing);
});

row('the deadline holds while waiting to try again, and names the refusal waited on', async ({ server, things }) => {
  await server.script(status(503));
  const error = await failure(things.get(one, { timeout: 400, maxRetries: 50 }), TimeoutError);
  assert.ok(['retry-wait', 'headers', 'body', 'token'].includes(error.phase));
  assert.ok(error.attempts >= 1);
});

row('HTML 502 is retried, then a clean error with an excerpt', async ({ server, things }) => {
  await server.script(html(502), ok);
  assert.deepEqual(await things.get(one), thing);
  await server.script(html(502));
  const error = await failure(things.get(one, { maxRetries: 0 }), ProblemError);
  assert.strictEqual(error.code, 'unavailable');
  assert.strictEqual(error.status, 502);
  assert.match(error.excerpt!, /Bad Gateway/);
});

row('HTML with status 200 is a decode error', async ({ server, things }) => {
  await server.script(html(200));
  await failure(things.get(one), DecodeError);
});

row(
  'a success of something in between is a decode error: JSON of its own, nothing, a page for a file',
  async ({ server, things }) => {
    for (const step of [json({ ok: true }), json(null), json([]), status(204), text('')]) {
      await server.script(step);
      await failure(things.get(one), DecodeError);
      await failure(things.list(), DecodeError);
      await failure(things.create({ body: thing }), DecodeError);
    }
    await server.script(html(200));
    await failure(things.download(one), DecodeError);
    for (const step of [json({ ok: true }), json(null), html(200), text('')]) {
      await server.script(step);
      await failure(things.remove(one), DecodeError);
    }
  },
);

row('a refusal of something in between is known as such', async ({ server, things }) => {
  for (const step of [html(403), status(404), json({ error: 'forbidden' }, 403)]) {
    await server.script(step);
    assert.isTrue((await failure(things.get(one), ProblemError)).isForeign);
  }
  await server.script(problem('not-found', 404));
  assert.isFalse((await failure(things.get(one), ProblemError)).isForeign);
});

row('truncated JSON is a decode error that shows none of it', async ({ server, things }) => {
  await server.script(text('{"name":"Nguyễn Văn A'));
  const error = await failure(things.get(one), DecodeError);
  assert.strictEqual(error.attempts, 1);
  assert.notMatch(JSON.stringify(error) + error.message + String(error.cause), /Nguyễn/);
});

row('204 gives undefined', async ({ server, things }) => {
  await server.script(status(204));
  assert.strictEqual(await things.remove(one), undefined);
});

row('abort during back-off ends the wait and sends nothing more', async ({ server, things }) => {
  const abort = new AbortController();
  await server.script(status(503, { 'retry-after': '5' }), ok);
  const call = things.get(one, { signal: abort.signal });
  await server.arrival();
  setTimeout(() => abort.abort('changed my mind'), 50);
  const error = await failure(call, AbortError);
  assert.strictEqual(error.attempts, 1);
  assert.strictEqual(error.cause, 'changed my mind');
  assert.strictEqual((await server.received()).length, 1);
});

row('nothing is sent after an abort, also when the wait it ended would be over', async ({ server, things }) => {
  const abort = new AbortController();
  await server.script(status(503, { 'retry-after': '1' }), ok);
  const call = things.get(one, { signal: abort.signal });
  await server.arrival();
  setTimeout(() => abort.abort(), 50);
  await failure(call, AbortError);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  assert.strictEqual((await server.received()).length, 1);
});

row('abort while waiting for the head, in the body, and before the call', async ({ server, things }) => {
  for (const step of [stallHeaders, stallBody]) {
    const abort = new AbortController();
    await server.script(step);
    const call = things.get(one, { signal: abort.signal });
    await server.arrival();
    abort.abort();
    assert.strictEqual((await failure(call, AbortError)).name, 'AbortError');
  }
  await server.script(ok);
  await failure(things.get(one, { signal: AbortSignal.abort() }), AbortError);
  assert.strictEqual((await server.received()).length, 0);
});

row('neither a token function nor a fetch that ignores its signal can hold the caller', async ({ server }) => {
  const never = () => new Promise<never>(() => {});
  const slow = thingsClient({ baseUrl: server.url, getToken: never, timeout: 100 });
  assert.strictEqual((await failure(slow.things.get(one), TimeoutError)).phase, 'token');
  const deaf = thingsClient({ baseUrl: server.url, fetch: never, timeout: 100 });
  assert.strictEqual((await failure(deaf.things.get(one), TimeoutError)).phase, 'headers');
});

row('409 is retried only while the same request is still being handled', async ({ server, things }) => {
  await server.script(problem('request-in-progress', 409, {}, { 'retry-after': '0' }), json(thing, 201));
  assert.deepEqual(await things.create({ body: thing }), thing);
  await server.script(problem('transition-not-allowed', 409));
  assert.ok(isProblem(await failure(things.create({ body: thing }), ProblemError), 'transition-not-allowed'));
  assert.strictEqual((await server.received()).length, 1);
});

row('429 is retried after its wait', async ({ server, things }) => {
  await server.script(problem('rate-limited', 429, {}, { 'retry-after': '0' }), ok);
  assert.deepEqual(await things.get(one), thing);
});

row('a refusal carries code, fields, request id; 4xx is final', async ({ server, things }) => {
  const errors = [{ pointer: '/name', code: 'required', detail: 'Chưa nhập' }];
  await server.script(
    problem('validation-failed', 422, { title: 'Có ô chưa đúng', errors }, { 'x-request-id': 'r-1' }),
  );
  const error = await failure(things.create({ body: thing }), ProblemError);
  assert.strictEqual(error.code, 'validation-failed');
  assert.strictEqual(error.title, 'Có ô chưa đúng');
  assert.deepEqual(error.errors, errors);
  assert.strictEqual(error.requestId, 'r-1');
  assert.strictEqual((await server.received()).length, 1);
  for (const code of [400, 401, 403, 404, 412, 428]) {
    await server.script(status(code));
    assert.strictEqual((await failure(things.get(one), ProblemError)).attempts, 1);
  }
});

row('a token function that fails is an error of its own, with its cause', async ({ server }) => {
  const cause = new TypeError('fetch failed');
  const locked = thingsClient({ baseUrl: server.url, getToken: () => Promise.reject(cause) });
  await server.script(ok);
  const error = await failure(locked.things.get(one), TokenError);
  assert.strictEqual(error.cause, cause);
  assert.strictEqual((await server.received()).length, 0);
});

row('iteration goes past an empty page and stops at null', async ({ server, things }) => {
  await server.script(
    json({ items: [{ name: 'a' }], nextCursor: '1' }),
    json({ items: [], nextCursor: '2' }),
    json({ items: [{ name: 'b' }, { name: 'c' }], nextCursor: null }),
  );
  const names: string[] = [];
  for await (const { name } of things.list({ query: { limit: 2 } })) names.push(name);
  assert.deepEqual(names, ['a', 'b', 'c']);
  assert.deepEqual(
    (await server.received()).map(({ url }) => url),
    ['/v1/things?limit=2', '/v1/things?limit=2&cursor=1', '/v1/things?limit=2&cursor=2'],
  );
});

row('a list can be awaited for one page, taken up to a limit, and walked page by page', async ({ server, things }) => {
  await server.script(json({ items: [{ name: 'a' }], nextCursor: 'x' }));
  assert.deepEqual(await things.list(), { items: [{ name: 'a' }], nextCursor: 'x' });
  await server.script(
    json({ items: [{ name: 'a' }, { name: 'b' }], nextCursor: 'x' }),
    json({ items: [{ name: 'c' }, { name: 'd' }], nextCursor: 'y' }),
  );
  assert.deepEqual(await things.list().toArray({ limit: 3 }), [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  assert.strictEqual((await server.received()).length, 2);
  await server.script(json({ items: [], nextCursor: 'x' }), json({ items: [], nextCursor: null }));
  const sizes: number[] = [];
  for await (const page of things.list().pages()) sizes.push(page.items.length);
  assert.deepEqual(sizes, [0, 0]);
});

row('a cursor that repeats is an error, not an endless loop', async ({ server, things }) => {
  await server.script(
    json({ items: [], nextCursor: 'x' }),
    json({ items: [], nextCursor: 'y' }),
    json({ items: [], nextCursor: 'x' }),
  );
  const error = await failure(things.list().toArray({ limit: 10 }), ContractError);
  assert.deepEqual(error.faults, [{ pointer: '/nextCursor', code: 'repeated' }]);
});

row('what claims to be a page and is not is an error of ours', async ({ server, things }) => {
  for (const [answer, pointer] of [
    [json({ items: 5, nextCursor: null }), '/items'],
    [json({ items: [] }), '/nextCursor'],
    [json({ items: [], nextCursor: 5 }), '/nextCursor'],
  ] as const) {
    await server.script(answer);
    const error = await failure(things.list().toArray({ limit: 10 }), ContractError);
    assert.deepEqual(error.faults, [{ pointer, code: 'type' }]);
    assert.strictEqual((await server.received()).length, 1);
  }
});

row('a problem of the wrong shape is a problem all the same', async ({ server, things }) => {
  const good = { pointer: '/name', code: 'required', detail: 'Chưa nhập' };
  for (const errors of [null, 'x', { a: 1 }, [null, 1, 'x', [], {}, { pointer: 1, code: 2 }]]) {
    const kept = Array.isArray(errors) ? [good] : [];
    await server.script(
      problem('conflict', 422, { title: {}, detail: 5, errors: kept.length > 0 ? [...(errors as []), good] : errors }),
    );
    const error = await failure(things.get(one), ProblemError);
    assert.deepEqual(error.errors, kept);
    assert.strictEqual(error.title, 'HTTP 422');
    assert.strictEqual(error.detail, undefined);
    assert.strictEqual(JSON.parse(JSON.stringify(error)).status, 422);
  }
});

row('a Retry-After that is no date is none, whatever an engine reads into it', async ({ server, things }) => {
  for (const wait of ['soon 2099', '2099-01-01', '-5', '1.5', 'Infinity']) {
    await server.script(status(503, { 'retry-after': wait }), ok);
    assert.deepEqual(await things.get(one), thing);
  }
});

row('a token that no header can carry is an error of ours, and does not show', async ({ server }) => {
  for (const token of ['mã\nsecret', 'bí mật secret']) {
    await server.script(ok);
    const locked = thingsClient({ baseUrl: server.url, getToken: () => token });
    const error = await failure(locked.things.get(one), TokenError);
    assert.notMatch(`${error.stack} ${String(error.cause)}`, /secret/);
    assert.strictEqual((await server.received()).length, 0);
  }
});

row('the names of headers have no case: a call’s own authorization stands', async ({ server }) => {
  const signedIn = thingsClient({ baseUrl: server.url, getToken: () => 'token' });
  await server.script(ok);
  for (const Authorization of ['Basic eDp5', null]) await signedIn.things.get(one, { headers: { Authorization } });
  assert.deepEqual(
    (await server.received()).map(({ headers }) => headers['authorization']),
    ['Basic eDp5', undefined],
  );
});

row('what cannot be sent is told as the caller’s mistake, without its content', async ({ server, things }) => {
  const headers: Record<string, string>[] = [{ 'x-a': 'secret Việt' }, { 'x-a': 'sec\nret' }, { 'x a': 'secret' }];
  for (const [call, code] of [
    ...headers.map((each) => [() => things.get(one, { headers: each }), 'header'] as const),
    [() => things.create({ body: thing }, { idempotencyKey: 'secret Việt' }), 'header'],
    ...['http://u:secret@127.0.0.1', 'http://127.0.0.1:99999', 'ftp://127.0.0.1', `${server.url}/a?b=c`, 'http://'].map(
      (baseUrl) => [() => thingsClient({ baseUrl }).things.get({ params: { id: 'secret' } }), 'base-url'] as const,
    ),
    ...[{ timeout: NaN }, { timeout: -1 }, { attemptTimeout: NaN }, { maxRetries: -1 }, { maxRetries: NaN }].map(
      (options) => [() => things.get(one, options), 'number'] as const,
    ),
  ] as const) {
    await server.script(ok);
    const error = await failure(call(), InputError);
    assert.strictEqual(error.code, code);
    assert.notMatch(error.message, /secret|sec\nret/);
    assert.strictEqual((await server.received()).length, 0);
  }
});

row('as many retries as time allows may be asked for', async ({ server, things }) => {
  await server.script(reset, status(503, { 'retry-after': '0' }), ok);
  assert.deepEqual(await things.get(one, { maxRetries: Infinity, timeout: Infinity, attemptTimeout: 2 ** 31 }), thing);
});

row('nothing is sent when the token comes after an abort', async ({ server }) => {
  const abort = new AbortController();
  let sent = 0;
  let give!: (token: string) => void;
  const waiting = thingsClient({
    baseUrl: server.url,
    getToken: () => new Promise<string>((resolve) => (give = resolve)),
    fetch: async () => {
      sent += 1;
      return Response.json(thing);
    },
  });
  const call = waiting.things.get(one, { signal: abort.signal });
  const failed = failure(call, AbortError);
  await new Promise((resolve) => setTimeout(resolve, 20));
  abort.abort();
  await failed;
  give('token');
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.strictEqual(sent, 0);
});

row('what changes something is not redirected: it would arrive as a GET', async ({ server, things }) => {
  await server.script(status(301, { location: '/v1/other' }), ok);
  const error = await failure(things.create({ body: thing }), ProblemError);
  assert.ok(error.status === 301 || error.status === 302, 'pages are not told which');
  assert.strictEqual((await server.received()).length, 1);
  await server.script(status(301, { location: '/v1/other' }), ok);
  assert.deepEqual(await things.get(one), thing);
});
