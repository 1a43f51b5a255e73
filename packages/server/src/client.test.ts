import assert from 'node:assert/strict';
import type { Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createBulk, createClient, fileHeaders, isProblem, type Client } from '@dvk/sdk/client';
import { validate } from '@dvk/sdk/constraints';
import type { Role } from '@dvk/sdk/contract';
import { memoryStorage } from './storage/index.ts';
import { onBothEngines } from './testkit/engines.ts';
import { pdf } from './testkit/files.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from './testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from './testkit/server.ts';
import { addUnits } from './units/store.ts';

/** Numbers from 0 to 1, the same on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

onBothEngines('the client and the server', (_engine, create) => {
  let server: TestServer;
  let http: NodeServer;
  let client: Client;
  let visitor: Client;
  let staff: Client;
  /** Share of requests whose connection is cut: half before they are carried out, half after. */
  let cuts = 0;
  const unit = sampleUnit();
  const roll = dice(1);

  before(async () => {
    server = await startTestServer(create, { storage: memoryStorage() });
    await addUnits(server.database.queries, testTenant, [unit]);
    http = createAdaptorServer({
      fetch: async (request, bindings) => {
        const { incoming } = bindings as HttpBindings;
        const fate = roll();
        if (fate < cuts / 2) incoming.socket.destroy();
        const response = fate < cuts / 2 ? new Response() : await server.fetch(request);
        if (fate >= cuts / 2 && fate < cuts) incoming.socket.destroy();
        return response;
      },
    }) as NodeServer;
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const baseUrl = baseUrlOf(http);
    const officer = await server.tokenFor({ roles: ['unit-officer'] satisfies Role[], unitId: unit.id });
    const secretary = await server.tokenFor('secretariat');
    visitor = createClient({ baseUrl, validate });
    client = createClient({ baseUrl, validate, getToken: () => officer, maxRetries: 30, timeout: 60_000 });
    staff = createClient({ baseUrl, validate, getToken: () => secretary });
  });
  after(async () => {
    http.closeAllConnections();
    http.close();
    await server.end();
  });

  test('a citizen sends a report and follows it; a wrong secret looks like a wrong code', async () => {
    const { code, secret } = await visitor.cases.create({ body: sampleSubmission() });
    const followed = await visitor.cases.track({ params: { code }, headers: { 'case-secret': secret } });
    assert.equal(followed.code, code);
    for (const [wrongCode, wrongSecret] of [
      [code, 'wrong'],
      ['PA-000000-0000-0', secret],
    ] as const) {
      const call = visitor.cases.track({ params: { code: wrongCode }, headers: { 'case-secret': wrongSecret } });
      await assert.rejects(call, (error) => isProblem(error, 'not-found'));
    }
  });

  test('a second writer gets 412, and the first one’s version stays', async () => {
    const model = await client.models.create({ body: sampleRegistration({ unitId: unit.id, unitName: undefined }) });
    const change = (name: string, ifMatch: string) =>
      client.models.update(
        { params: { id: model.id }, body: sampleRegistration({ unitId: unit.id, unitName: undefined, name }) },
        { ifMatch },
      );
    const { etag } = await change('Tên thứ nhất', model.etag).withResponse();
    await assert.rejects(change('Tên thứ hai', model.etag), (error) => isProblem(error, 'precondition-failed'));
    const read = await client.models.get({ params: { id: model.id } });
    assert.equal(read.name, 'Tên thứ nhất');
    assert.equal(read.etag, etag);
  });

  test('a refused body comes back with the pointers of the same check made before sending', async () => {
    const body = sampleRegistration({ name: ' ', startDate: '2026-02-30' });
    const found = validate('models.create', 'body', body).map(({ pointer, code }) => ({ pointer, code }));
    const trusting = createClient({ baseUrl: baseUrlOf(http), getToken: () => server.tokenFor('secretariat') });
    const refused = await trusting.models.create({ body }).safe();
    assert.ok(!refused.ok && isProblem(refused.error, 'validation-failed'));
    assert.deepEqual(
      refused.error.errors.map(({ pointer, code }) => ({ pointer, code })),
      found,
    );
    await assert.rejects(staff.models.create({ body }), { name: 'ContractError', attempts: 0 });
  });

  test('whatever connections break, each POST is carried out exactly once', async () => {
    const count = 40;
    const earlier = await staff.models.list().toArray({ limit: 1000 });
    cuts = 0.4;
    const made = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        client.models.create({
          body: sampleRegistration({ unitId: unit.id, unitName: undefined, name: `Mô hình số ${index}` }),
        }),
      ),
    );
    cuts = 0;
    assert.equal(new Set(made.map(({ id }) => id)).size, count);
    const listed: string[] = [];
    for await (const { id } of staff.models.list({ query: { limit: 7 } })) listed.push(id);
    const added = listed.filter((id) => !earlier.some((known) => known.id === id));
    assert.deepEqual(added.toSorted(), made.map(({ id }) => id).toSorted());
  });

  test('a step for several cases is recorded once in each, also where the answer was lost', async () => {
    const secretary = await server.tokenFor('secretariat');
    const lost: string[] = [];
    const losing = createClient({
      baseUrl: baseUrlOf(http),
      getToken: () => secretary,
      maxRetries: 0,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = await fetch(request);
        if (request.method !== 'POST' || lost.length === 2) return response;
        lost.push(request.headers.get('idempotency-key')!);
        throw new TypeError('The answer was lost');
      },
    });
    const texts = ['Đèn đường hỏng', 'Cống tắc', 'Rác chưa dọn'];
    for (const content of texts) await visitor.cases.create({ body: sampleSubmission({ content }) });
    const { items } = await staff.cases.list({ query: { status: ['received'] } });
    const chosen = items.slice(0, texts.length);
    const accepting = createBulk({
      idOf: ({ id }: (typeof chosen)[number]) => id,
      send: ({ id, etag }: { id: string; etag: string }, idempotencyKey) =>
        losing.cases.transition({ params: { id }, body: { action: 'accept' } }, { ifMatch: etag, idempotencyKey }),
    });
    const prepare = ({ id }: { id: string }) => losing.cases.get({ params: { id } });
    const first = await accepting.run(chosen, { prepare });
    assert.deepEqual(
      first.map(({ ok }) => ok),
      [false, false, true],
    );
    const again = await accepting.run(
      first.filter(({ ok }) => !ok).map(({ item }) => item),
      { prepare },
    );
    assert.deepEqual(
      again.map(({ ok }) => ok),
      [true, true],
    );
    for (const { id } of chosen) {
      const history = await staff.cases.history({ params: { id } });
      assert.equal(history.items.filter(({ kind }) => kind === 'case.accepted').length, 1);
    }
  });

  test('a file goes up, is attached, and comes down as it was', async () => {
    const body = new Blob([new Uint8Array(pdf())], { type: 'application/pdf' });
    const file = await client.attachments.upload({ headers: fileHeaders('tờ trình.pdf'), body });
    assert.equal(file.name, 'tờ trình.pdf');
    await client.models.create({
      body: sampleRegistration({ unitId: unit.id, unitName: undefined, attachments: [file.id] }),
    });
    const back = await client.attachments.download({ params: { id: file.id } });
    assert.deepEqual(await back.bytes(), await body.bytes());
  });
});

function baseUrlOf(http: NodeServer): string {
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
