import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Problem } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createServer, type Server, type ServerOptions } from '../create-server.ts';
import { newId, openDatabase } from '../database/index.ts';
import { Keyring } from '../secrets/keyring.ts';
import { memoryStorage } from '../storage/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { pdf } from '../testkit/files.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { deleteOldCharges, UploadQuotaKeeper } from './upload-quota.ts';

const mebibyte = 1024 ** 2;
/** A PDF of one mebibyte, another one each time. */
function largePdf(): Buffer {
  const file = pdf();
  return Buffer.concat([file.subarray(0, 9), Buffer.from(`%${randomBytes(mebibyte / 2).toString('hex')}\n`), file]);
}

onBothEngines('the quota of uploads', (engine, create) => {
  let server: TestServer;
  /** On the same database; the embedded one is open to one process alone. */
  let servers: Server[];
  let now: number;
  let storageFails = false;
  before(async () => {
    const storage = memoryStorage();
    const options: Partial<ServerOptions> = {
      storage: {
        ...storage,
        write: (...args) => (storageFails ? Promise.reject(new Error('out of order')) : storage.write(...args)),
      },
      clock: () => new Date(now),
      uploadQuotas: {
        public: { caller: 5 * mebibyte, tenant: 100 * mebibyte },
        staff: { caller: 20 * mebibyte, tenant: 200 * mebibyte },
      },
    };
    const files = await create();
    server = await startTestServer(async () => files, options);
    servers = [server];
    if (engine === 'PostgreSQL')
      servers.push(
        createServer({
          ...options,
          database: await openDatabase(files.options),
          tenant: testTenant,
          secretKey: testSecretKey,
          work: 'apart',
          log: pino({ level: 'silent' }),
        }),
      );
  });
  beforeEach(async () => {
    now = Date.parse('2026-11-23T02:00:00Z');
    await server.database.queries.execute(sql`TRUNCATE upload_charge`);
  });
  after(async () => {
    for (const other of servers.slice(1)) await other.close();
    await server.end();
  });

  async function send(remoteAddress: string, as: Asker = 'anonymous', by = server as Server): Promise<Response> {
    const headers = new Headers({
      'content-disposition': 'attachment; filename=a.pdf',
      'idempotency-key': randomUUID(),
    });
    if (as !== undefined && as !== 'anonymous') headers.set('authorization', `Bearer ${await server.tokenFor(as)}`);
    const request = new Request('http://test/v1/attachments', {
      method: 'POST',
      headers,
      body: new Uint8Array(largePdf()),
    });
    return by.fetch(request, { remoteAddress });
  }

  async function sendUntilRefused(address: string, most = 40): Promise<{ taken: number; refusal: Response }> {
    for (let taken = 0; taken < most; taken += 1) {
      const response = await send(address);
      if (response.status !== 201) return { taken, refusal: response };
      const { id } = (await response.json()) as Attachment;
      // Attached at once: it counts all the same.
      const { status } = await server.call('POST', '/v1/cases', { body: sampleSubmission({ attachments: [id] }) });
      assert.equal(status, 201);
    }
    return assert.fail(`${most} files from one address were taken`);
  }

  test('an address that has used its own is refused, attached or not, and nobody else is', async () => {
    const { taken, refusal } = await sendUntilRefused('192.0.2.1');
    assert.equal(taken, 4);
    assert.equal(refusal.status, 429);
    const { type, detail } = (await refusal.json()) as Problem;
    assert.equal(type, 'urn:dvk:problem:rate-limited');
    assert.match(detail ?? '', /trong 24 giờ qua/);
    assert.equal((await send('192.0.2.2')).status, 201);
    assert.equal((await send('192.0.2.1', 'citizen')).status, 201, 'somebody signed in behind the same address');
  });

  test('the time to wait is true: the address may send again then and not before', async () => {
    await sendUntilRefused('192.0.2.1');
    now += 60 * 60 * 1000;
    const { headers } = await send('192.0.2.1');
    const wait = Number(headers.get('retry-after'));
    assert.ok(wait > 22 * 3600 && wait <= 24 * 3600, `${wait} s`);
    now += (wait - 900) * 1000;
    assert.equal((await send('192.0.2.1')).status, 429);
    now += 900 * 1000;
    assert.equal((await send('192.0.2.1')).status, 201);
  });

  test('many addresses together do not use up what the province has, and each gets less', async () => {
    const taken: number[] = [];
    for (let address = 1; address <= 30; address += 1) {
      let count = 0;
      while ((await send(`198.51.100.${address}`)).status === 201) count += 1;
      taken.push(count);
    }
    assert.equal(taken[0], 4);
    assert.ok(taken.at(-1)! < 4, taken.join());
    assert.ok(taken.reduce((sum, each) => sum + each) < 100);
  });

  test('what the public has sent takes nothing from those at work', async () => {
    for (let address = 1; address <= 30; address += 1) await send(`198.51.100.${address}`);
    for (let count = 0; count < 10; count += 1) {
      assert.equal((await send('192.0.2.9', 'secretariat')).status, 201);
    }
  });

  test('of many sent at once, to whatever servers, no more are taken than one after the other', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => send('192.0.2.1', 'anonymous', servers[at % servers.length])),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 4);
  });

  test('of two servers one waits for the other, however long it takes to write down a file', async () => {
    const { database } = server;
    const quota = { caller: mebibyte, tenant: 100 * mebibyte };
    const sender = {
      session: { subject: null, name: null, roles: ['anonymous'], unitId: null, tenant: testTenant } as Session,
      caller: 'one',
      now: new Date(now).toISOString(),
    };
    const charging = Array.from({ length: 4 }, () =>
      new UploadQuotaKeeper({ public: quota, staff: quota }, new Keyring(testSecretKey)).charge(
        (work) => database.transaction(work),
        { id: newId(), size: mebibyte, pixels: 0 },
        sender,
        () => setTimeout(50),
      ),
    );
    const ends = await Promise.allSettled(charging);
    assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  test('a file that could not be kept does not count', async () => {
    storageFails = true;
    for (let count = 0; count < 6; count += 1) assert.equal((await send('192.0.2.1')).status, 503);
    storageFails = false;
    assert.equal((await send('192.0.2.1')).status, 201);
  });

  test('who sent something stands nowhere in clear, and is forgotten after a day', async () => {
    await send('192.0.2.1');
    const charges = async () =>
      (
        await server.database.queries.execute<{ text: string }>(
          sql`SELECT upload_charge::text AS text FROM upload_charge`,
        )
      ).rows;
    const before = await charges();
    assert.equal(before.length, 1);
    assert.ok(
      !before[0]!.text.includes('192.0.2.1') && !before[0]!.text.includes(Buffer.from('192.0.2.1').toString('hex')),
    );
    await deleteOldCharges(server.database.queries, new Date(now + 25 * 3600 * 1000));
    assert.deepEqual(await charges(), []);
  });
});
