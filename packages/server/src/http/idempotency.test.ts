import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@dvk/sdk/contract';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';
import { answerLifetime, forgetOldAnswers } from './idempotency.ts';

onBothEngines('keyed requests', (_engine, create) => {
  let server: TestServer;
  let now = Date.parse('2026-11-20T02:00:00Z');
  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  const send = (key: string, title = 'Một', as?: 'citizen') =>
    server.call<{ code: string } & Problem>('POST', '/v1/cases', { body: sampleSubmission({ title }), key, as });
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
    const first = await server.call('POST', '/v1/cases', { body: submission, key: 'order' });
    const reordered = Object.fromEntries(Object.entries(submission).toReversed());
    const second = await server.call('POST', '/v1/cases', {
      body: { ...reordered, title: ' Thứ tự ' },
      key: '"order"',
    });
    assert.deepEqual(second.body, first.body);
  });

  test("another person's key is another key", async () => {
    const anonymous = await send('shared');
    const citizen = await send('shared', 'Một', 'citizen');
    assert.notEqual(citizen.body.code, anonymous.body.code);
  });

  test('a refused request leaves its key free', async () => {
    const bad = await server.call('POST', '/v1/cases', { body: {}, key: 'free' });
    assert.equal(bad.status, 422);
    assert.equal((await send('free')).status, 201);
  });

  test('after a day the key is forgotten', async () => {
    const first = await send('old');
    now += answerLifetime - 1;
    assert.equal((await send('old')).body.code, first.body.code);
    now += 2;
    assert.notEqual((await send('old')).body.code, first.body.code);
    now += answerLifetime + 1;
    await forgetOldAnswers(server.database.queries, new Date(now));
    const { rows } = await server.database.queries.execute(sql`SELECT 1 FROM idempotent_answer`);
    assert.equal(rows.length, 0);
  });
});
