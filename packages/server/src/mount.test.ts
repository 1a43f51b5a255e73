import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createNodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { getRequestListener, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { pino } from 'pino';
import { createServer, migrate, openDatabase, type Server } from './index.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { testSecretKey, testTenant } from './testkit/server.ts';

// As the guide “Host the server” shows it: the same answers, and the caller's address for the limits of visitors.

async function start(): Promise<Server> {
  const database = await openDatabase({ memory: true });
  await migrate(database);
  return createServer({
    database,
    tenant: testTenant,
    secretKey: testSecretKey,
    rateLimits: { anonymousWrite: { burst: 1, perMinute: 1 } },
    log: pino({ level: 'silent' }),
  });
}

async function send({ port }: AddressInfo, path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), connection: 'close' },
    body: JSON.stringify(sampleSubmission()),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function use(address: AddressInfo): Promise<void> {
  assert.equal(await send(address, '/v1/cases'), 201);
  assert.equal(await send(address, '/v1/cases'), 429);
  assert.equal(await send(address, '/v1/nothing'), 404);
}

test('the handler mounts in a Node server', async () => {
  const server = await start();
  const answer = getRequestListener((request, { incoming }) =>
    server.fetch(request, { remoteAddress: incoming.socket.remoteAddress }),
  );
  const host = createNodeServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(host, 'listening');
  await use(host.address() as AddressInfo);
  host.close();
  await server.close();
});

test('the handler mounts in a hono app', async () => {
  const server = await start();
  const app = new Hono();
  app.all('/v1/*', (c) => server.fetch(c.req.raw, { remoteAddress: getConnInfo(c).remote.address }));
  const host = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(host, 'listening');
  await use(host.address() as AddressInfo);
  host.close();
  await server.close();
});
