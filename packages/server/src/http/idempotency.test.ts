import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@dvk/sdk/contract';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';
import { responseLifetime, deleteOldResponses } from './idempotency.ts';

onBothEngines('keyed requests', (_engine, create) => {
  let server: TestServer;
  let now = Date.parse('2026-11-20T02:00:00Z');
  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  type Answer = { code: string } & Problem;
  const send = (key: string, title = 'Một', as?: 'citizen') =>
    server.call<Answer>('POST', '/v1/cases', { body: sampleSubmission({ title }), key: `report-${key}`, as });
  /** As a visitor at an address, or where none is told. */
  async function sendFrom(remoteAddress: string | undefined, key: string): Promise<{ status: number } & Answer> {
    const request = new Request('http://test/v1/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(sampleSubmission({ title: 'Như nhau' })),
    });
    const response = await server.fetch(request, { remoteAddress });
    return { ...((await response.json()) as Answer), status: response.status };
  }
  async function count(): Promise<number> {
    const { rows } = await server.database.queries.execute<{ n: string }>(sql`SELECT count(*) AS n FROM citizen_case`);
    return Number(rows[0]!.n);
  }

  test('twenty at once with one key make one record', async () => {
    const earlier = await count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('race')));
    assert.equal((await count()) - earlier, 1);
    const codes = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.code));
    assert.equal(codes.size, 1);
    for (const { status, headers, body } of answers) {
      if (status === 201) continue;
      assert.equal(status, 409);
      assert.equal(body.type, 'urn:dvk:problem:request-in-progress');
      assert.ok(headers.get('retry-after'));
    }
  });

  test('a key is not good for other content', async () => {
    await send('reuse');
    const other = await send('reuse', 'Hai');
    assert.equal(other.status, 422);
    assert.equal(other.body.type, 'urn:dvk:problem:idempotency-key-reused');
  });

  test('the same content written differently is the same request', async () => {
    const submission = sampleSubmission({ title: 'Thứ tự' });
    const first = await server.call('POST', '/v1/cases', { body: submission, key: 'another-order' });
    const reordered = Object.fromEntries(Object.entries(submission).toReversed());
    const second = await server.call('POST', '/v1/cases', {
      body: { ...reordered, title: ' Thứ tự ' },
      key: '"another-order"',
    });
    assert.deepEqual(second.body, first.body);
  });

  test("another person's key is another key", async () => {
    const anonymous = await send('shared');
    const citizen = await send('shared', 'Một', 'citizen');
    assert.notEqual(citizen.body.code, anonymous.body.code);
  });

  test('strangers with the same weak key and the same content never get the response of each other', async () => {
    for (const key of ['1', 'weak-key', '20261120-0900', '00000000-0000-0000-0000-000000000000']) {
      const mine = await sendFrom('192.0.2.10', key);
      const strangers = await sendFrom('192.0.2.11', key);
      assert.deepEqual([mine.status, strangers.status], [201, 201], key);
      assert.notEqual(strangers.code, mine.code);
      assert.equal((await sendFrom('192.0.2.10', key)).code, mine.code, 'tried again from there');
    }
    // Where no address is told, nothing tells strangers apart.
    for (const key of ['2', 'submit-case']) {
      const mine = await sendFrom(undefined, key);
      assert.equal(mine.status, 201, key);
      const before = await count();
      const again = await sendFrom(undefined, key);
      assert.equal(again.status, 422, key);
      assert.equal(again.type, 'urn:dvk:problem:idempotency-key-reused');
      assert.match(again.detail ?? '', /UUID/);
      assert.ok(!JSON.stringify(again).includes(mine.code));
      assert.equal(await count(), before, 'and nothing is done twice');
    }
  });

  test('a key that nobody can guess is known from any address', async () => {
    const key = crypto.randomUUID();
    const mine = await sendFrom('192.0.2.10', key);
    assert.equal(mine.status, 201);
    assert.equal((await sendFrom('198.51.100.7', key)).code, mine.code);
    assert.equal((await sendFrom(undefined, key)).code, mine.code);
  });

  test('a refused request leaves its key free', async () => {
    const bad = await server.call('POST', '/v1/cases', { body: {}, key: 'report-free' });
    assert.equal(bad.status, 422);
    assert.equal((await send('free')).status, 201);
  });

  test('after a day the key is forgotten', async () => {
    const first = await send('old');
    now += responseLifetime - 1;
    assert.equal((await send('old')).body.code, first.body.code);
    now += 2;
    assert.notEqual((await send('old')).body.code, first.body.code);
    now += responseLifetime + 1;
    await deleteOldResponses(server.database.queries, new Date(now));
    const { rows } = await server.database.queries.execute(sql`SELECT 1 FROM idempotent_answer`);
    assert.equal(rows.length, 0);
  });
});
