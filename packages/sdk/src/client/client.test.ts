import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { after, test } from 'node:test';
import type { AttemptEvent } from './transport.ts';
import { startFaultServer } from './testkit/fault-server.ts';
import { json, problem, reset, status as answer, text } from './testkit/faults.ts';
import { thingsClient } from './testkit/things.ts';
import { fileHeaders } from './file-headers.ts';
import type { Progress } from './upload.ts';

const server = await startFaultServer();
after(() => server[Symbol.asyncDispose]());

const thing = { name: 'Mô hình' };
const one = { params: { id: '1' } };
const { things } = thingsClient({ baseUrl: `${server.url}/api/`, getToken: () => 'token-1', locale: 'en' });

test('headers: token, language, content type; null takes one away', async () => {
  server.script(json(thing, 201));
  await things.create({ body: thing });
  const [first] = server.received();
  assert.equal(first?.url, '/api/v1/things');
  assert.equal(first.headers.authorization, 'Bearer token-1');
  assert.equal(first.headers['accept-language'], 'en');
  assert.equal(first.headers['content-type'], 'application/json');

  await things.create({ body: thing }, { headers: { authorization: null, 'accept-language': null, 'x-extra': '1' } });
  const second = server.received()[1]!.headers;
  assert.equal(second.authorization, undefined);
  assert.notEqual(second['accept-language'], 'en');
  assert.equal(second['x-extra'], '1');
});

test('headers of the client go with every call, those of a call win', async () => {
  const keyed = thingsClient({ baseUrl: server.url, headers: { 'x-gateway-key': 'k', 'x-other': 'a' } });
  server.script(json(thing));
  await keyed.things.get(one, { headers: { 'x-other': 'b' } });
  const { headers } = server.received()[0]!;
  assert.deepEqual([headers['x-gateway-key'], headers['x-other']], ['k', 'b']);
});

test('the token is asked for before every attempt, and none is sent to a signed-out visitor', async () => {
  const tokens = ['old', 'new'];
  const renewing = thingsClient({ baseUrl: server.url, getToken: async () => tokens.shift() });
  server.script(reset, json(thing));
  await renewing.things.get(one);
  await renewing.things.get(one);
  assert.deepEqual(
    server.received().map(({ headers }) => headers.authorization),
    ['Bearer old', 'Bearer new', undefined],
  );
});

test('withResponse gives status, etag and request id', async () => {
  server.script(json(thing, 200, { etag: '"v3"', 'x-request-id': 'r-9' }));
  const whole = await things.get(one).withResponse();
  assert.deepEqual(whole.data, thing);
  assert.equal(whole.etag, '"v3"');
  assert.equal(whole.requestId, 'r-9');
  assert.equal(whole.status, 200);
});

test('safe gives a result in either case, and rethrows what is a bug', async () => {
  server.script(json(thing));
  assert.deepEqual(await things.get(one).safe(), { ok: true, data: thing });
  server.script(problem('not-found', 404));
  const refused = await things.get(one).safe();
  assert.equal(refused.ok, false);
  assert.equal(!refused.ok && refused.error.code, 'not-found');
  await assert.rejects(things.get({ params: { id: '..' } }).safe(), { name: 'InputError' });
});

test('a call is a promise in all but name', async () => {
  server.script(json(thing));
  let settled = 0;
  assert.deepEqual(await Promise.all([things.get(one), things.get(one).finally(() => settled++)]), [thing, thing]);
  assert.equal(settled, 1);
  server.script(answer(404));
  assert.equal(await things.get(one).catch(() => 'caught'), 'caught');
});

test('upload sends the file and reports its progress; download gives a Blob', async () => {
  server.script(json(thing, 201));
  const seen: Progress[] = [];
  const body = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
  await things.upload(
    { body },
    { headers: fileHeaders('tờ trình (1).pdf'), onProgress: (progress) => seen.push(progress) },
  );
  const [sent] = server.received();
  assert.equal(sent?.body, '%PDF-1.7');
  assert.equal(sent.headers['content-type'], 'application/pdf');
  assert.equal(
    sent.headers['content-disposition'],
    "attachment; filename*=UTF-8''t%E1%BB%9D%20tr%C3%ACnh%20%281%29.pdf",
  );
  assert.deepEqual(seen, [
    { sent: 0, total: 8 },
    { sent: 8, total: 8 },
  ]);

  server.script(text('%PDF', 200, { 'content-type': 'application/pdf' }));
  const file = await things.download(one);
  assert.equal(await file.text(), '%PDF');
  assert.equal(file.type, 'application/pdf');
});

test('an upload is repeated with the whole file', async () => {
  server.script(reset, json(thing, 201));
  await things.upload({ body: new Blob(['x'.repeat(100_000)]) });
  assert.deepEqual(
    server
      .received()
      .map(({ body }) => body.length)
      .at(-1),
    100_000,
  );
});

test('the logger hears of every attempt and of nothing personal', async () => {
  const events: AttemptEvent[] = [];
  const logging = thingsClient({
    baseUrl: server.url,
    logger: (event) => events.push(event),
    getToken: () => 'secret',
  });
  server.script(answer(503, { 'retry-after': '0' }), json(thing, 200, { 'x-request-id': 'r-2' }));
  await logging.things.get({ params: { id: 'secret' } });
  assert.deepEqual(
    events.map(({ operation, attempt, status, requestId }) => ({ operation, attempt, status, requestId })),
    [
      { operation: 'things.get', attempt: 1, status: 503, requestId: undefined },
      { operation: 'things.get', attempt: 2, status: 200, requestId: 'r-2' },
    ],
  );
});

test('a listener that fails changes nothing, and its error is reported', async (t) => {
  const reported: string[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => reported.push(error.message));
  t.after(() => {
    process.removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
  });
  const fail = (what: string) => () => {
    throw new Error(what);
  };
  const noisy = thingsClient({ baseUrl: server.url, logger: fail('logger') });
  server.script(json(thing, 201));
  assert.deepEqual(await noisy.things.upload({ body: new Blob(['x']) }, { onProgress: fail('progress') }), thing);
  assert.equal(server.received().length, 1);
  assert.deepEqual(reported, ['progress', 'progress', 'logger']);
});

test('thousands of calls leave nothing on a signal that lives long, and reject nothing unheard', async (t) => {
  const unheard: unknown[] = [];
  const listener = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', listener);
  t.after(() => process.off('unhandledRejection', listener));
  const { signal } = new AbortController();
  const quick = thingsClient({
    baseUrl: 'https://dvk.example',
    fetch: async (request) => ((request as Request).url.endsWith('/0') ? Response.error() : Response.json(thing)),
    maxRetries: 0,
  });
  for (let index = 0; index < 3000; index += 1)
    await quick.things.get({ params: { id: `${index % 100}` } }, { signal }).safe();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
  assert.deepEqual(unheard, []);
});

test('an injected fetch gets real requests', async () => {
  const seen: Request[] = [];
  const injected = thingsClient({
    baseUrl: 'https://dvk.example',
    fetch: async (request) => {
      seen.push(request as Request);
      return Response.json(thing);
    },
  });
  assert.deepEqual(await injected.things.update({ ...one, body: thing }, { ifMatch: '"v1"' }), thing);
  assert.equal(seen[0]?.url, 'https://dvk.example/v1/things/1');
  assert.equal(seen[0]?.method, 'PUT');
});

test('validate stops a bad body before it is sent and a bad response before it is used', async () => {
  const faults = [{ pointer: '/name', code: 'required' }];
  const strict = thingsClient({
    baseUrl: server.url,
    validate: (_operation, _part, value) => ((value as { name?: string }).name ? [] : faults),
  });
  server.script(json({}));
  await assert.rejects(strict.things.create({ body: { name: '' } }), { name: 'ContractError', faults, attempts: 0 });
  assert.equal(server.received().length, 0);
  await assert.rejects(strict.things.get(one), { name: 'ContractError', faults, attempts: 1 });
});
