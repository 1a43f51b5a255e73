import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem, Role } from '@dvk/sdk/contract';
import { nextFor, type Model } from '@dvk/sdk/models';
import { eventsOf } from '../events/index.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleRegistration, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

onBothEngines('models', (_engine, create) => {
  let server: TestServer;
  const commune = sampleUnit({ name: 'Ủy ban nhân dân xã An Bình', kind: 'commune-committee' });
  const hamlet = sampleUnit({ name: 'Khu dân cư số 1', kind: 'residential-area', administrativeParentId: commune.id });
  const other = sampleUnit();
  const officer = { roles: ['unit-officer'] as Role[], unitId: commune.id };
  const leader = { roles: ['unit-leader'] as Role[], unitId: commune.id };
  const stranger = { roles: ['unit-officer'] as Role[], unitId: other.id };

  before(async () => {
    server = await startTestServer(create);
    await addUnits(server.database.queries, testTenant, [commune, hamlet, other]);
  });
  after(() => server.end());

  async function register(changes = {}, as: typeof officer | 'secretariat' = officer): Promise<Model> {
    const { status, body } = await server.call<Model>('POST', '/v1/models', { as, body: sampleRegistration(changes) });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }

  test('a unit registers a model and reads it back', async () => {
    const { status, headers, body } = await server.call<Model>('POST', '/v1/models', {
      as: officer,
      body: sampleRegistration(),
    });
    assert.equal(status, 201);
    assert.match(body.code, /^MH-\d{6}-\d{4}-[0-9A-Z]$/);
    assert.equal(headers.get('etag'), '"v1"');
    const location = new URL(headers.get('location')!, 'https://portal.example.vn/dvk/v1/models');
    assert.equal(location.pathname, `/dvk/v1/models/${body.id}`);
    const read = await server.call<Model>('GET', `/v1/models/${body.id}`, { as: officer });
    assert.deepEqual(read.body, body);
    assert.equal(read.body.status, 'registered');
    const unchanged = await server.call('GET', `/v1/models/${body.id}`, {
      as: officer,
      headers: { 'if-none-match': '"v1"' },
    });
    assert.equal(unchanged.status, 304);
  });

  test('no column beyond the contract reaches the wire', async () => {
    const { id } = await register();
    const { body } = await server.call('GET', `/v1/models/${id}`, { as: officer });
    for (const column of ['tenant', 'version', 'ownerUnitId', 'searchText']) assert.ok(!(column in body), column);
  });

  test('every fault is named at its field, in the language asked for', async () => {
    const { status, body } = await server.call<Problem>('POST', '/v1/models', {
      as: officer,
      body: { ...sampleRegistration(), name: ' ', field: 'sport', startDate: '2026-02-30' },
    });
    assert.equal(status, 422);
    assert.deepEqual(
      body.errors?.map(({ pointer, detail }) => [pointer, detail]),
      [
        ['/name', 'Chưa nhập'],
        ['/field', 'Chọn một giá trị trong danh sách'],
        ['/startDate', 'Ngày không hợp lệ. Nhập ngày/tháng/năm, ví dụ 15/10/2026'],
      ],
    );
    const english = await server.call<Problem>('POST', '/v1/models', {
      as: officer,
      body: { ...sampleRegistration(), endDate: '2020-01-01' },
      headers: { 'accept-language': 'en-GB,vi;q=0.5' },
    });
    assert.deepEqual(
      english.body.errors?.map(({ pointer, detail }) => [pointer, detail]),
      [['/endDate', 'The end must not be before the start']],
    );
  });

  test('a unit registers for itself and the units under it, for no other', async () => {
    const own = await register({ unitId: hamlet.id, unitName: undefined });
    assert.equal(own.unitName, hamlet.name);
    const { status, body } = await server.call<Problem>('POST', '/v1/models', {
      as: officer,
      body: sampleRegistration({ unitId: other.id, unitName: undefined }),
    });
    assert.equal(status, 422);
    assert.deepEqual(
      body.errors?.map(({ pointer, code }) => [pointer, code]),
      [['/unitId', 'unknown']],
    );
    const withoutUnit = await server.call('POST', '/v1/models', { as: 'unit-officer', body: sampleRegistration() });
    assert.equal(withoutUnit.status, 403);
  });

  test("another unit's models do not exist for a unit", async () => {
    const model = await register();
    for (const [method, path, body] of [
      ['GET', `/v1/models/${model.id}`, undefined],
      ['PUT', `/v1/models/${model.id}`, sampleRegistration()],
      ['POST', `/v1/models/${model.id}/transitions`, { action: 'withdraw', reason: 'x' }],
    ] as const) {
      const answer = await server.call(method, path, { as: stranger, body, headers: { 'if-match': '"v1"' } });
      assert.equal(answer.status, 404, `${method} ${path}`);
    }
    const list = await server.call<{ items: Model[] }>('GET', '/v1/models', { as: stranger });
    assert.deepEqual(list.body.items, []);
    assert.ok((await server.call<{ items: Model[] }>('GET', '/v1/models', { as: 'inspector' })).body.items.length > 0);
  });

  test('a role of the whole tenant does not widen what a unit role may change', async () => {
    const model = await register();
    const both = { roles: ['unit-leader', 'inspector'] as Role[], unitId: other.id };
    const read = await server.call('GET', `/v1/models/${model.id}`, { as: both });
    assert.equal(read.status, 200);
    const change = await server.call('PUT', `/v1/models/${model.id}`, {
      as: both,
      body: sampleRegistration(),
      headers: { 'if-match': '"v1"' },
    });
    assert.equal(change.status, 403);
  });

  test('of two changes from one version, one wins and the other learns it', async () => {
    const model = await register();
    const change = (name: string) =>
      server.call<Model>('PUT', `/v1/models/${model.id}`, {
        as: officer,
        body: sampleRegistration({ name }),
        headers: { 'if-match': model.etag },
      });
    const answers = await Promise.all([change('Một'), change('Hai'), change('Ba')]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412]);
    const winner = answers.find(({ status }) => status === 200)!;
    const read = await server.call<Model>('GET', `/v1/models/${model.id}`, { as: officer });
    assert.equal(read.body.name, winner.body.name);
    assert.equal(read.body.etag, '"v2"');
    const blind = await server.call('PUT', `/v1/models/${model.id}`, { as: officer, body: sampleRegistration() });
    assert.equal(blind.status, 428);
  });

  test('it moves by the table only, and every move is an event', async () => {
    const model = await register();
    const path = `/v1/models/${model.id}/transitions`;
    const move = (as: typeof leader | Role, etag: string, body: object) =>
      server.call<Model>('POST', path, { as, body, headers: { 'if-match': etag } });
    assert.equal((await move('secretariat', '"v1"', { action: 'recognise' })).status, 409);
    assert.equal((await move('appraiser', '"v1"', { action: 'start' })).status, 403);
    const noReason = await move('secretariat', '"v1"', { action: 'return' });
    assert.equal(noReason.status, 422);
    const returned = await move('secretariat', '"v1"', { action: 'return', reason: 'Thiếu mục tiêu đo được' });
    assert.equal(returned.body.status, 'returned');
    assert.equal(returned.body.statusReason, 'Thiếu mục tiêu đo được');
    const again = await move(leader, '"v2"', { action: 'resubmit' });
    assert.equal(again.body.status, 'registered');
    assert.equal((await move(leader, '"v2"', { action: 'start' })).status, 412);

    const events = await eventsOf(server.database.queries, testTenant, `model/${model.id}`);
    assert.deepEqual(
      events.map(({ kind, sequence }) => [sequence, kind]),
      [
        [1, 'model.registered'],
        [2, 'model.returned'],
        [3, 'model.resubmitted'],
      ],
    );
    assert.deepEqual(await faultsOf(server), []);
  });

  test('a reviewed registration can no longer be edited', async () => {
    const model = await register();
    await server.call('POST', `/v1/models/${model.id}/transitions`, {
      as: leader,
      body: { action: 'start' },
      headers: { 'if-match': '"v1"' },
    });
    const { status, body } = await server.call('PUT', `/v1/models/${model.id}`, {
      as: officer,
      body: sampleRegistration(),
      headers: { 'if-match': '"v2"' },
    });
    assert.equal(status, 409);
    assert.equal(body.type, 'urn:dvk:problem:transition-not-allowed');
  });

  test('returned with reasons, corrected in the same version’s line, sent again', async () => {
    const { id } = await register();
    const step = (as: typeof officer | 'secretariat', version: number, body: object) =>
      server.call<Model>('POST', `/v1/models/${id}/transitions`, {
        as,
        body,
        headers: { 'if-match': `"v${version}"` },
      });
    const remarks = [{ field: 'content/goals', text: 'Nêu số hộ tham gia.' }];
    const returned = await step('secretariat', 1, {
      action: 'return',
      reason: 'Chưa đủ.',
      remarks,
      correctBy: '2199-12-07',
    });
    assert.equal(returned.status, 200, JSON.stringify(returned.body));
    const list = await server.call<{ items: Model[] }>('GET', '/v1/models?status=returned', { as: officer });
    const listed = list.body.items.find((each) => each.id === id)!;
    assert.deepEqual([listed.remarks, listed.correctBy, listed.statusReason], [remarks, '2199-12-07', 'Chưa đủ.']);
    assert.equal(nextFor(listed, '2026-12-01').next, 'correct');
    const corrected = await server.call<Model>('PUT', `/v1/models/${id}`, {
      as: officer,
      body: sampleRegistration({ name: 'Tuyến đường hoa có số hộ' }),
      headers: { 'if-match': '"v2"' },
    });
    assert.deepEqual([corrected.status, corrected.body.status, corrected.body.remarks], [200, 'returned', remarks]);
    const again = await step(officer, 3, { action: 'resubmit' });
    assert.deepEqual([again.body.status, again.body.remarks, again.body.correctBy], ['registered', null, null]);
    assert.equal(
      (await step('secretariat', 4, { action: 'return', reason: 'x', remarks: [{ field: 'code', text: 'x' }] })).status,
      422,
    );
    assert.deepEqual(await faultsOf(server), []);
  });

  test('a model is found by its code, with hyphens or without, also after a correction', async () => {
    const model = await register();
    const find = async (q: string) => {
      const { body } = await server.call<{ items: Model[] }>('GET', `/v1/models?q=${encodeURIComponent(q)}`, {
        as: 'secretariat',
      });
      return body.items.map(({ code }) => code);
    };
    const spellings = [model.code, model.code.replaceAll('-', '').toLowerCase(), `Mã ${model.code} nhé`];
    for (const q of spellings) assert.deepEqual(await find(q), [model.code], q);
    await server.call('PUT', `/v1/models/${model.id}`, {
      as: officer,
      body: sampleRegistration({ name: 'Tên đã sửa' }),
      headers: { 'if-match': '"v1"' },
    });
    for (const q of spellings) assert.deepEqual(await find(q), [model.code], q);
  });

  test('the list filters, searches folded text and pages without a gap', async () => {
    await register({ name: 'Thắp sáng đường quê', field: 'economy' }, 'secretariat');
    const found = await server.call<{ items: Model[] }>('GET', '/v1/models?q=duong%20que&field=economy', {
      as: 'secretariat',
    });
    assert.deepEqual(
      found.body.items.map(({ name }) => name),
      ['Thắp sáng đường quê'],
    );
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: { items: Model[]; nextCursor: string | null } } = await server.call(
        'GET',
        `/v1/models?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
        { as: 'secretariat' },
      );
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    assert.equal(new Set(ids).size, ids.length);
    const all = await server.call<{ items: Model[] }>('GET', '/v1/models?limit=100', { as: 'secretariat' });
    assert.deepEqual(
      ids,
      all.body.items.map(({ id }) => id),
    );
  });
});
