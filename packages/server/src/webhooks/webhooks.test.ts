/** Messages to a real receiver that takes them, refuses, hangs, breaks off, leads elsewhere and is away. */
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Problem } from '@dvk/sdk/contract';
import { sampleBodies } from '@dvk/sdk/testing';
import type { WebhookDelivery, WebhookMessage, WebhookWithSecret } from '@dvk/sdk/webhooks';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { Webhook as Verifier } from 'standardwebhooks';
import { createServices } from '../create-services.ts';
import { startNoticeWorld, type NoticeWorld } from '../notices/testkit/world.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { startWork, type Work } from '../queue/work.ts';
import { serverJobs } from '../server-jobs.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { testSecretKey, testTenant } from '../testkit/server.ts';
import { post } from './post.ts';
import { isPublicAddress } from './public-address.ts';

interface Message {
  headers: IncomingHttpHeaders;
  body: string;
}

describe('webhooks', () => {
  let world: NoticeWorld;
  let work: Work;
  let receiver: Server;
  let port = 0;
  const arrived: Message[] = [];
  /** What the receiver does: answers with a status, never, or ends the connection. */
  let manner: number | 'hang' | 'break' = 204;
  let logged = '';
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;

  async function listen(): Promise<void> {
    receiver = createServer(async (request, response) => {
      const body = await text(request);
      if (manner === 'break') return void request.socket.destroy();
      if (manner === 'hang') return;
      arrived.push({ headers: request.headers, body });
      response.writeHead(manner, { location: at('/elsewhere') }).end('{"never":"read"}');
    });
    await new Promise<void>((resolve) => receiver.listen(port, '127.0.0.1', resolve));
    port = (receiver.address() as AddressInfo).port;
  }
  async function away(): Promise<void> {
    receiver.closeAllConnections();
    await new Promise((resolve) => receiver.close(resolve));
  }

  const ask = <Body>(method: string, path: string, body?: unknown) =>
    world.call<Body>(method, `/v1/webhooks${path}`, { as: 'administrator', ...(body === undefined ? {} : { body }) });
  async function add(kinds = ['case.received']): Promise<WebhookWithSecret> {
    const { status, body } = await ask<WebhookWithSecret>('POST', '', { name: 'Mẫu', url: at('/dvk'), kinds });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }
  const deliveriesOf = async (id: string) =>
    (await ask<{ items: WebhookDelivery[] }>('GET', `/${id}/deliveries`)).body.items;
  async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      await setTimeout(40);
    }
  }
  const firstIn = (id: string, is: (delivery: WebhookDelivery) => boolean) =>
    until(async () => (await deliveriesOf(id)).find(is));
  /** Lets jobs that wait for their next try be tried now. */
  const hurry = () =>
    world.server.database.queries
      .update(storedJobs)
      .set({ startAfter: '2026-01-01T00:00:00Z' })
      .where(eq(storedJobs.state, 'retry'));
  const ping = async (id: string) => (await ask<WebhookDelivery>('POST', `/${id}/ping`)).body;

  before(async () => {
    await listen();
    const options = { webhookHosts: ['127.0.0.1'] };
    world = await startNoticeWorld(freshDatabase.PostgreSQL, options, new Date().toISOString());
    work = startWork({
      database: world.server.database,
      services: createServices({ secretKey: testSecretKey, ...options }),
      tenant: testTenant,
      jobs: serverJobs.filter(({ name }) => ['events.announce', 'webhooks.deliver'].includes(name)),
      ready: async () => {},
      clock: () => new Date(),
      log: pino({ level: 'trace' }, { write: (line: string) => void (logged += line) }),
      pace: { poll: 0.5, supervise: 5 },
    });
  });
  after(async () => {
    await work.stop(5000);
    await world.server.end();
    await away();
  });

  test('an event is told by what it is and what it is about, signed, and nothing of the matter is in it', async () => {
    const { id, secret } = await add();
    const {
      id: caseId,
      code,
      secret: own,
    } = await world.sendCase({ senderName: 'Chị Lan', senderPhone: '0912345678' });
    const delivery = await firstIn(id, ({ state }) => state === 'delivered');
    const { headers, body } = arrived.at(-1)!;
    const message = new Verifier(secret).verify(body, headers as Record<string, string>) as WebhookMessage;
    const { timestamp, data, ...rest } = message;
    assert.deepEqual(rest, { type: 'case.received' });
    assert.deepEqual([data.subject, Object.keys(data)], [`case/${caseId}`, ['subject', 'position']]);
    assert.equal(timestamp, world.now);
    assert.equal(headers['webhook-id'], `msg_${delivery.id}`);
    assert.deepEqual([delivery.attempts, delivery.lastStatus, delivery.lastError], [1, 204, null]);
    for (const hidden of [code, own, 'Chị Lan', '0912345678', secret]) assert.ok(!body.includes(hidden));
    assert.throws(() => new Verifier(`whsec_${'A'.repeat(44)}`).verify(body, headers as Record<string, string>));
    await ask('POST', `/${id}/disable`);
  });

  test('a new secret is signed with beside the old one while both hold, then alone', async () => {
    const { id, secret } = await add();
    const rotated = (await ask<WebhookWithSecret>('POST', `/${id}/rotate`, { overlapHours: 2 })).body;
    const verifies = async (...secrets: string[]) => {
      const sent = await ping(id);
      await firstIn(id, (each) => each.id === sent.id && each.state === 'delivered');
      const { headers, body } = arrived.at(-1)!;
      return secrets.map((each) => {
        try {
          return Boolean(new Verifier(each).verify(body, headers as Record<string, string>));
        } catch {
          return false;
        }
      });
    };
    assert.deepEqual(await verifies(secret, rotated.secret), [true, true]);
    const again = (await ask<WebhookWithSecret>('POST', `/${id}/rotate`, { overlapHours: 0 })).body;
    assert.deepEqual(await verifies(rotated.secret, again.secret), [false, true]);
    assert.ok(!JSON.stringify((await ask('GET', '')).body).includes('whsec_'), 'it is shown once');
    await ask('POST', `/${id}/disable`);
  });

  for (const [how, seen] of [
    [500, /^The receiver answered 500$/],
    [429, /^The receiver answered 429$/],
    ['break', /^The receiver could not be reached \(ECONNRESET\)$/],
    ['away', /^The receiver could not be reached \(ECONNREFUSED\)$/],
  ] as const)
    test(`${how}: it is told again under the same id, until it has it`, async () => {
      const { id } = await add();
      if (how === 'away') await away();
      else manner = how;
      const sent = await ping(id);
      const tried = await firstIn(id, ({ lastError }) => lastError !== null);
      assert.match(tried.lastError!, seen);
      assert.equal(tried.state, 'waiting');
      manner = 204;
      if (how === 'away') await listen();
      await until(async () => {
        await hurry();
        const [now] = await deliveriesOf(id);
        return now!.state === 'delivered' || undefined;
      });
      assert.equal(arrived.at(-1)!.headers['webhook-id'], `msg_${sent.id}`);
      await ask('POST', `/${id}/disable`);
    });

  test('a receiver that never answers is left after a while', async () => {
    manner = 'hang';
    const options = { url: new URL(at('/')), body: '{}', headers: {}, hosts: ['127.0.0.1'], timeout: 200 };
    await assert.rejects(post({ ...options, signal: new AbortController().signal }), { name: 'AbortError' });
    manner = 204;
  });

  for (const status of [302, 410])
    test(`${status}: it is given up at once, and no other address is asked`, async () => {
      const { id } = await add();
      manner = status;
      const before = arrived.length;
      await ping(id);
      const failed = await firstIn(id, ({ state }) => state === 'failed');
      assert.deepEqual([failed.attempts, failed.lastStatus], [1, status]);
      assert.equal(arrived.length, before + 1);
      manner = 204;
      await ask('POST', `/${id}/deliveries/${failed.id}/replay`);
      const replayed = await firstIn(id, ({ state }) => state === 'delivered');
      assert.deepEqual([replayed.id, replayed.attempts], [failed.id, 2]);
      await ask('POST', `/${id}/disable`);
    });

  test('a system that was disabled is told nothing, nor what waited, until it is enabled', async () => {
    const { id } = await add();
    assert.equal((await ask('POST', `/${id}/enable`)).status, 409);
    assert.equal((await ask('POST', `/${id}/disable`)).status, 200);
    assert.equal((await ask('POST', `/${id}/ping`)).status, 409);
    assert.equal((await ask('POST', `/${id}/disable`)).status, 409);
    assert.equal((await ask('POST', `/${id}/enable`)).status, 200);
    await ping(id);
    await firstIn(id, ({ state }) => state === 'delivered');
  });

  const refused = [
    'http://webhook.example/',
    'https://user:pass@webhook.example/',
    'https://localhost/',
    'https://127.0.0.2/',
    'https://0x7f000002/',
    'https://2130706434/',
    'https://10.1.2.3/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://0.0.0.0/',
    'https://metadata.internal/',
  ];
  test('an address in a private network, in whatever form it is written, is refused', async () => {
    for (const url of refused) {
      const { status, body } = await ask<Problem>('POST', '', { ...(sampleBodies.webhooks.create as object), url });
      assert.equal(status, 422, url);
      assert.match(body.errors![0]!.code, /^(?:private-address|not-a-safe-address)$/);
    }
    assert.ok(isPublicAddress('203.0.114.1') && isPublicAddress('2606:4700::1111'));
  });

  test('a name that leads into a private network is refused at the moment of connecting', async () => {
    const before = arrived.length;
    const url = new URL(`http://localhost:${port}/`);
    const options = { url, body: '{}', headers: {}, signal: new AbortController().signal };
    await assert.rejects(post({ ...options, hosts: [] }), { name: 'AddressRefused' });
    await assert.rejects(post({ ...options, url: new URL(at('/')), hosts: [] }), { name: 'AddressRefused' });
    assert.equal(arrived.length, before);
    assert.equal(await post({ ...options, hosts: ['localhost'] }), 204);
  });

  test('no secret stands in the log, and the ledger holds', async () => {
    assert.ok(logged.includes('job failed'));
    assert.ok(!logged.includes('whsec_') && !logged.includes('0912345678'));
    assert.deepEqual(await faultsOf(world.server), []);
  });
});
