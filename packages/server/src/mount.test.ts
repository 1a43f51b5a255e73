import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  createServer as createNodeServer,
  request as send,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createDemoIssuer, type DemoIssuer } from '@dvk/demo';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Problem } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import express from 'express';
import { Hono } from 'hono';
import { pino } from 'pino';
import {
  createServer,
  memoryStorage,
  migrate,
  nodeListener,
  openDatabase,
  type Server,
  type ServerOptions,
} from './index.ts';
import { pdf } from './testkit/files.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from './testkit/samples.ts';
import { testSecretKey, testTenant } from './testkit/server.ts';
import { addUnits } from './units/store.ts';

// As the guide “Host the server” shows it: the same answers, and the caller's address for the limits of visitors.

const unit = sampleUnit();

async function start(options: Partial<ServerOptions> = {}): Promise<Server> {
  const database = await openDatabase({ memory: true });
  await migrate(database);
  await addUnits(database.queries, testTenant, [unit]);
  return createServer({
    database,
    tenant: testTenant,
    secretKey: testSecretKey,
    log: pino({ level: 'silent' }),
    ...options,
  });
}

/** Something that listens on a port of its own. */
async function onPort(listener: RequestListener): Promise<{ url: string; close(): void }> {
  const host = createNodeServer(listener).listen(0, '127.0.0.1');
  await once(host, 'listening');
  return {
    url: `http://127.0.0.1:${(host.address() as AddressInfo).port}`,
    close: () => {
      host.close();
      host.closeAllConnections();
    },
  };
}

function post(url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
    body,
  });
}

describe('the address of a caller', () => {
  const oneWrite = { rateLimits: { anonymousWrite: { burst: 1, perMinute: 1 } } };

  async function isKnownAt(url: string): Promise<void> {
    const status = async (path: string) => (await post(url + path, JSON.stringify(sampleSubmission()))).status;
    assert.equal(await status('/v1/cases'), 201);
    assert.equal(await status('/v1/cases'), 429);
    assert.equal(await status('/v1/nothing'), 404);
  }

  test('is reported in a Node server', async () => {
    const server = await start(oneWrite);
    const host = await onPort(nodeListener(server.fetch));
    await isKnownAt(host.url);
    host.close();
    await server.close();
  });

  test('is reported in a hono app', async () => {
    const server = await start(oneWrite);
    const app = new Hono();
    app.all('/v1/*', (c) => server.fetch(c.req.raw, { remoteAddress: getConnInfo(c).remote.address }));
    const host = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(host, 'listening');
    await isKnownAt(`http://127.0.0.1:${(host.address() as AddressInfo).port}`);
    host.close();
    await server.close();
  });
});

describe('a host that does other things as well', () => {
  let server: Server;
  let issuer: DemoIssuer;
  let authorization: string;
  before(async () => {
    issuer = await createDemoIssuer();
    authorization = `Bearer ${await issuer.issue({ subject: 'officer', name: 'Nguyễn Văn A', roles: ['unit-officer'], unitId: unit.id })}`;
    server = await start({ authenticator: issuer, storage: memoryStorage() });
  });
  after(() => server.close());

  const upload = (url: string, headers: Record<string, string> = {}) =>
    post(`${url}/v1/attachments`, new Uint8Array(pdf()), {
      authorization,
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="a.pdf"',
      ...headers,
    });

  /** Everything that is made answers where it is, and is there. */
  async function leadsToWhatIsMade(url: string): Promise<void> {
    const file = await upload(url);
    const { id } = (await file.json()) as Attachment;
    const model = await post(`${url}/v1/models`, JSON.stringify(sampleRegistration({ attachments: [id] })), {
      authorization,
    });
    const { name } = (await model.json()) as Model;
    for (const made of [file, model]) {
      assert.equal(made.status, 201);
      const location = new URL(made.headers.get('location')!, made.url);
      assert.ok(location.href.startsWith(`${url}/v1/`), location.href);
      const found = await fetch(location, { headers: { authorization } });
      assert.equal(found.status, 200, location.href);
      if (made === file) assert.deepEqual(Buffer.from(await found.arrayBuffer()), Buffer.from(pdf()));
      else assert.equal(((await found.json()) as Model).name, name);
    }
  }

  test('Location keeps the prefix that a proxy takes away', async () => {
    const inner = await onPort(nodeListener(server.fetch));
    const proxy = await onPort((request, response) => {
      const { method, headers } = request;
      const passed = send(inner.url + request.url!.replace(/^\/cong\/dvk/, ''), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      request.pipe(passed);
    });
    await leadsToWhatIsMade(`${proxy.url}/cong/dvk`);
    await leadsToWhatIsMade(inner.url);
    proxy.close();
    inner.close();
  });

  test('Location keeps the path of an Express app that the server is mounted under', async () => {
    const app = express();
    app.use('/cong/dvk', nodeListener(server.fetch));
    const host = await onPort(app);
    await leadsToWhatIsMade(`${host.url}/cong/dvk`);
    host.close();
  });

  test('a body that Express json() has parsed works', async () => {
    const app = express();
    app.use(express.json(), express.urlencoded());
    app.use('/v1', nodeListener(server.fetch));
    const host = await onPort(app);
    await leadsToWhatIsMade(host.url);

    const submission = JSON.stringify(sampleSubmission({ title: 'Đường làng ngập nước' }));
    assert.equal((await post(`${host.url}/v1/cases`, submission)).status, 201);
    const packed = await post(`${host.url}/v1/cases`, gzipSync(submission), { 'content-encoding': 'gzip' });
    assert.equal(packed.status, 201, 'unpacked by the one who parsed it');
    const key = crypto.randomUUID();
    const [first, again] = [
      await post(`${host.url}/v1/cases`, submission, { 'idempotency-key': key }),
      await post(`${host.url}/v1/cases`, submission.replaceAll('":', '": '), { 'idempotency-key': key }),
    ];
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.deepEqual(await again.json(), await first.json());
    const wrong = await post(`${host.url}/v1/cases`, '{}');
    assert.equal(wrong.status, 422);
    assert.ok(((await wrong.json()) as Problem).errors?.some(({ pointer }) => pointer === '/content'));
    const form = await post(`${host.url}/v1/cases`, 'title=a', { 'content-type': 'application/x-www-form-urlencoded' });
    assert.equal(form.status, 415);
    host.close();
  });

  test('so do bodies kept as bytes or text, and what nobody has read', async () => {
    const app = express();
    app.use('/bytes', express.raw({ type: '*/*', limit: '15mb' }), nodeListener(server.fetch));
    app.use('/text', express.text({ type: 'application/json' }), nodeListener(server.fetch));
    app.use('/both', express.json({ verify: keepRaw }), nodeListener(server.fetch));
    const host = await onPort(app);
    for (const path of ['/bytes', '/text', '/both']) await leadsToWhatIsMade(host.url + path);
    host.close();

    // As older frameworks do it: an empty object where there was nothing to parse.
    const plain = await onPort(async (request, response) => {
      const json = request.headers['content-type'] === 'application/json';
      Object.assign(request, { body: json ? (JSON.parse(await text(request)) as unknown) : {} });
      nodeListener(server.fetch)(request, response);
    });
    await leadsToWhatIsMade(plain.url);
    plain.close();
  });

  test('a body that was read and kept nowhere is a fault of the host, and is reported to it', async () => {
    const host = await onPort(async (request, response) => {
      await text(request);
      nodeListener(server.fetch)(request, response);
    });
    const warned = once(process, 'warning');
    assert.equal((await post(`${host.url}/v1/cases`, '{}')).status, 500);
    assert.match(String((await warned)[0]), /mount nodeListener before what reads it/);
    host.close();
  });
});

function keepRaw(request: IncomingMessage, _response: unknown, bytes: Buffer): void {
  Object.assign(request, { rawBody: bytes });
}
