import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Case, CaseReceipt, CaseSubmission, OwnCase, PublicCase } from '@dvk/sdk/cases';
import type { Role } from '@dvk/sdk/contract';
import { verifyRecords } from '../ledger.ts';
import { memoryStorage } from '../storage/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { png } from '../testkit/files.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type Asker, type TestServer } from '../testkit/server.ts';

onBothEngines('own cases', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create, { storage: memoryStorage() });
  });
  after(() => server.end());

  const citizen = (subject: string) => ({ subject, roles: ['citizen'] as Role[] });
  const [one, other] = [citizen('cong-dan-1'), citizen('cong-dan-2')];

  const send = async (as: Asker, changes: Partial<CaseSubmission> = {}) =>
    (await server.call<CaseReceipt>('POST', '/v1/cases', { as, body: sampleSubmission(changes) })).body;
  const mineOf = async (as: Asker, query = '') =>
    (await server.call<{ items: OwnCase[]; nextCursor: string | null }>('GET', `/v1/own-cases${query}`, { as })).body;
  const codesOf = async (as: Asker) => (await mineOf(as)).items.map(({ code }) => code);
  const open = (as: Asker, code: string) => server.call<PublicCase>('GET', `/v1/tracking/${code}`, { as });
  const link = async (as: Asker, code: string, linked: boolean, secret?: string) =>
    server.call('POST', `/v1/tracking/${code}/link`, {
      as,
      body: { linked },
      ...(secret !== undefined && { headers: { 'case-secret': secret } }),
    });

  test('who wished so finds a case on any device by signing in, and nobody else does', async () => {
    const { code } = await send(one, { linked: true });
    assert.deepEqual(await codesOf(one), [code]);
    assert.deepEqual(await codesOf(other), []);
    const { body: opened } = await open(one, code);
    assert.deepEqual([opened.content, opened.linked], [sampleSubmission().content, true]);
    for (const as of [other, 'secretariat', undefined] as const) assert.equal((await open(as, code)).status, 404);
    assert.equal((await server.call('GET', '/v1/own-cases')).status, 401);
    // A wrong secret is wrong, whoever sends it.
    const wrong = await server.call('GET', `/v1/tracking/${code}`, { as: one, headers: { 'case-secret': 'AAAA' } });
    assert.equal(wrong.status, 404);
  });

  test('a case that was not linked is nobody’s, and a visitor cannot link one', async () => {
    const before = await codesOf(one);
    await send(one);
    await send(one, { linked: false });
    const { code } = await send(undefined, { linked: true });
    assert.deepEqual(await codesOf(one), before);
    assert.equal((await open(one, code)).status, 404);
  });

  test('nobody learns who sent a case: not from it, its history, the ledger or the database', async () => {
    for (const linked of [true, false]) {
      const file = await server.fetch(
        new Request('http://test/v1/attachments', {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await server.tokenFor(citizen('rieng-tu'))}`,
            'content-type': 'application/octet-stream',
            'content-disposition': 'attachment; filename="a.png"',
            'idempotency-key': crypto.randomUUID(),
          },
          body: new Uint8Array(await png()),
        }),
      );
      const { id } = (await file.json()) as { id: string };
      const { code } = await send(citizen('rieng-tu'), { linked, attachments: [id] });
      const { items } = (await server.call<{ items: Case[] }>('GET', `/v1/cases?q=${code}`, { as: 'secretariat' }))
        .body;
      const path = `/v1/cases/${items[0]!.id}`;
      const [read, history] = await Promise.all([
        server.call('GET', path, { as: 'secretariat' }),
        server.call<{ items: { kind: string }[] }>('GET', `${path}/history`, { as: 'secretariat' }),
      ]);
      assert.deepEqual(
        history.body.items.map(({ kind }) => kind),
        ['case.received'],
      );
      assert.ok(!JSON.stringify([read.body, history.body]).includes('rieng-tu'));
    }
    for (const name of ['event', 'citizen_case', 'case_owner', 'case_sender', 'case_step', 'attachment']) {
      const { rows } = await server.database.queries.execute(`SELECT t::text AS text FROM ${name} t`);
      assert.ok(!JSON.stringify(rows).includes('rieng-tu'), name);
    }
    // Whoever of staff takes a case down for somebody stands in its history as before.
    await send({ subject: 'thu-ky', roles: ['secretariat'] });
    const { rows } = await server.database.queries.execute(`SELECT t::text AS text FROM event t`);
    assert.ok(JSON.stringify(rows).includes('thu-ky'));
  });

  test('a case is linked later by its secret, and let go again', async () => {
    const { code, secret } = await send(undefined);
    assert.equal((await link(other, code, true)).status, 404);
    assert.equal((await link(other, code, true, 'AAAA')).status, 404);
    assert.equal((await link(undefined, code, true, secret)).status, 401);
    assert.equal((await link(other, code, true, secret)).status, 204);
    assert.equal((await link(other, code, true, secret)).status, 204);
    assert.deepEqual(await codesOf(other), [code]);
    const headers = { 'case-secret': secret };
    for (const as of [other, one, undefined]) {
      const { body } = await server.call<PublicCase>('GET', `/v1/tracking/${code}`, { as, headers });
      assert.equal(body.linked, as === other);
    }
    assert.equal((await link(one, code, false)).status, 404);
    assert.equal((await link(other, code, false)).status, 204);
    assert.deepEqual(await codesOf(other), []);
    assert.equal((await open(other, code)).status, 404);
  });

  test('the list has pages, and shows what the tracker does', async () => {
    const many = citizen('cong-dan-3');
    const codes: string[] = [];
    for (let sent = 0; sent < 5; sent += 1) codes.unshift((await send(many, { linked: true })).code);
    const first = await mineOf(many, '?limit=3');
    const second = await mineOf(many, `?limit=3&cursor=${first.nextCursor}`);
    assert.deepEqual(
      [...first.items, ...second.items].map(({ code }) => code),
      codes,
    );
    assert.equal(second.nextCursor, null);
    const [item] = first.items;
    assert.deepEqual([item!.status, item!.title, item!.due?.class], ['received', sampleSubmission().title, 'in-time']);
    // The cursor of one person shows another theirs alone.
    assert.deepEqual((await mineOf(citizen('cong-dan-4'), `?limit=3&cursor=${first.nextCursor}`)).items, []);
  });

  test('links are part of what the ledger checks: one that was made by hand is found', async () => {
    const ledger = { database: server.database, tenant: testTenant, secretKey: testSecretKey };
    assert.equal((await verifyRecords({ ...ledger, onFault: () => {} })).faults, 0);
    await server.database.queries.execute(
      `UPDATE case_owner SET owner = (SELECT owner FROM case_owner ORDER BY case_id DESC LIMIT 1)
       WHERE case_id = (SELECT case_id FROM case_owner ORDER BY case_id LIMIT 1)`,
    );
    assert.equal((await verifyRecords({ ...ledger, onFault: () => {} })).faults, 1);
  });
});
