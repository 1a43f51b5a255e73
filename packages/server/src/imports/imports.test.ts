import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { UnitImport, UnitImportRecord } from '@dvk/sdk/imports';
import type { HistoryEvent } from '@dvk/sdk/contract';
import type { UnitRecord } from '@dvk/sdk/units';
import { readUnitFile } from '@dvk/documents/units';
import { eq } from 'drizzle-orm';
import { eventsOf } from '../events/index.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { jobContext } from '../testkit/job-context.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { startTestServer, testTenant, type Call, type TestServer } from '../testkit/server.ts';
import { carryOutJob } from './job.ts';
import { importTable } from './testkit/table.ts';

interface Refused {
  type?: string;
  detail?: string;
}

onBothEngines('imports of units', (_engine, create) => {
  let server: TestServer;
  let now = '2026-11-30T02:00:00Z';
  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  const as = 'administrator' as const;
  const named = { 'content-disposition': "attachment; filename*=UTF-8''%C4%91%C6%A1n%20v%E1%BB%8B.csv" };
  const check = (body: string, query = '', more: Call = {}) =>
    server.call<UnitImportRecord & Refused>('POST', `/v1/unit-imports${query}`, {
      as,
      body,
      headers: { 'content-type': 'text/csv', ...named },
      ...more,
    });
  const take = ({ id, etag }: UnitImport, step: 'carry-out' | 'undo', body: object, more: Call = {}) =>
    server.call<UnitImportRecord & Refused>('POST', `/v1/unit-imports/${id}/${step}`, {
      as,
      body,
      headers: { 'if-match': etag },
      ...more,
    });
  const carryOut = (found: UnitImport, mode = 'good-rows') => take(found, 'carry-out', { mode });
  const read = async (id: string) =>
    (await server.call<UnitImportRecord>('GET', `/v1/unit-imports/${id}`, { as })).body;
  const unitOf = async (code: string) => {
    const { body } = await server.call<{ items: { id: string; code: string }[] }>(
      'GET',
      `/v1/units?limit=100&q=${code}`,
    );
    const id = body.items.find((each) => each.code === code)?.id;
    return id === undefined ? undefined : (await server.call<UnitRecord>('GET', `/v1/units/${id}`)).body;
  };
  const download = async (path: string) => {
    const headers = { authorization: `Bearer ${await server.tokenFor(as)}` };
    const response = await server.fetch(new Request(`http://test${path}`, { headers }), { remoteAddress: '192.0.2.1' });
    assert.equal(response.status, 200);
    return response;
  };
  const tableOf = async (path: string) => readUnitFile(new Uint8Array(await (await download(path)).arrayBuffer()));

  test('a table is looked through without being carried out, and each bad row has its reason', async () => {
    const { status, body } = await check(
      importTable(
        { code: 'TINH', name: 'Tỉnh ủy', kind: 'Cấp ủy' },
        { code: 'SNV', administrativeParent: 'TINH' },
        { code: 'SAI', phone: '12' },
        { code: 'DUOI', administrativeParent: 'SAI' },
      ),
    );
    assert.equal(status, 201);
    assert.deepEqual(
      [body.status, body.fileName, body.rowCount, body.sentBy, body.undoUntil],
      ['checked', 'đơn vị.csv', 4, 'Nguyễn Văn A', null],
    );
    assert.deepEqual(body.counts, { added: 2, changed: 0, unchanged: 0, refused: 2, untouched: 0 });
    assert.deepEqual(
      body.rows.map(({ row, outcome, issues }) => [
        row,
        outcome,
        ...issues.map(({ column, cell, code }) => `${column} “${cell}” ${code}`),
      ]),
      [
        [4, 'refused', 'phone “12” not-a-phone'],
        [5, 'refused', 'administrativeParent “SAI” parent-refused'],
        [2, 'added'],
        [3, 'added'],
      ],
    );
    assert.equal(await unitOf('TINH'), undefined);
    const file = await download(`/v1/unit-imports/${body.id}/result?format=csv`);
    assert.match(
      file.headers.get('content-disposition')!,
      /filename\*=UTF-8''%C4%91%C6%A1n%20v%E1%BB%8B%20-%20k%E1%BA%BFt/,
    );
    assert.match(await file.text(), /SAI,.*Chưa nhập được,"?Điện thoại: Số điện thoại/);
  });

  test('all or nothing: a bad row keeps all out', async () => {
    const { body: found } = await check(importTable({ code: 'A1' }, { code: 'A2', phone: '12' }));
    const { status, body } = await carryOut(found, 'all-or-nothing');
    assert.deepEqual([status, body.status, body.undoUntil], [200, 'refused', null]);
    assert.equal(await unitOf('A1'), undefined);
    assert.equal((await carryOut(body)).body.type, 'urn:dvk:problem:transition-not-allowed');
  });

  test('the good rows: units are added and changed with an event each, and the table again changes nothing', async () => {
    const file = importTable(
      { code: 'B2', administrativeParent: 'B1', address: '=1+1' },
      { code: 'B1' },
      { code: 'B3', email: 'x' },
    );
    const { body: found } = await check(file);
    const { body } = await carryOut(found);
    assert.deepEqual([body.status, body.mode, body.finishedAt], ['done', 'good-rows', '2026-11-30T02:00:00.000Z']);
    assert.deepEqual(body.counts, { added: 2, changed: 0, unchanged: 0, refused: 1, untouched: 0 });
    assert.equal(body.undoUntil, '2026-12-07T02:00:00.000Z');
    const [b1, b2] = [await unitOf('B1'), await unitOf('B2')];
    assert.equal(b2!.administrativeParentId, b1!.id);
    assert.equal(await unitOf('B3'), undefined);
    const { body: history } = await server.call<{ items: HistoryEvent[] }>('GET', `/v1/units/${b1!.id}/history`, {
      as,
    });
    assert.deepEqual(
      history.items.map(({ kind, by }) => [kind, by.roles]),
      [['unit.created', ['administrator']]],
    );
    const { body: again } = await check(file);
    assert.deepEqual(again.counts, { added: 0, changed: 0, unchanged: 2, refused: 1, untouched: 0 });
    const events = await eventsOf(server.database.queries, testTenant, `import/${found.id}`);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['import.checked', 'import.finished'],
    );
  });

  test('new names and places hold from a day on', async () => {
    const { body: found } = await check(importTable({ code: 'B1', name: 'Tên mới' }), '?since=2026-11-01');
    assert.equal(found.since, '2026-11-01');
    await carryOut(found);
    assert.deepEqual(
      (await unitOf('B1'))!.formerStates.map(({ to, name }) => [to, name]),
      [['2026-10-31', 'Đơn vị B1']],
    );
  });

  test('the rows are judged again when they are carried out', async () => {
    const { body: found } = await check(importTable({ code: 'C1' }, { code: 'C2' }));
    const unit = { code: 'C1', name: 'Đơn vị khác', kind: 'department', validFrom: '2025-07-01', externalId: 'X' };
    assert.equal((await server.call('POST', '/v1/units', { as, body: unit })).status, 201);
    const { body } = await carryOut(found);
    assert.deepEqual(body.counts, { added: 1, changed: 1, unchanged: 0, refused: 0, untouched: 2 });
    assert.equal((await unitOf('C1'))!.name, 'Đơn vị C1');
  });

  test('a step that is sent twice is done once, and a stale one is refused', async () => {
    const { body: found } = await check(importTable({ code: 'D1' }));
    const key = crypto.randomUUID();
    const [first, second] = [
      await take(found, 'carry-out', { mode: 'good-rows' }, { key, headers: { 'if-match': found.etag } }),
      await take(found, 'carry-out', { mode: 'good-rows' }, { key, headers: { 'if-match': found.etag } }),
    ];
    assert.deepEqual(second.body, first.body);
    assert.equal((await carryOut(found)).status, 412);
  });

  test('what is no table is refused with words', async () => {
    for (const [body, type] of [
      ['Tên;Loại\nMột;Hai', 'unsupported-media-type'],
      ['', 'unsupported-media-type'],
      [`Mã;Tên\n${'A;B\n'.repeat(10_001)}`, 'payload-too-large'],
    ] as const) {
      const refused = await check(body);
      assert.equal(refused.body.type, `urn:dvk:problem:${type}`, body.slice(0, 20));
      assert.ok(refused.body.detail);
    }
    assert.equal((await check(importTable({ code: 'E1' }), '?since=2026-13-01')).status, 422);
  });

  test('many rows go on in the background; the job that comes twice does it once', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => ({
      code: `N${at}`,
      ...(at > 0 && { administrativeParent: `N${Math.floor((at - 1) / 5)}` }),
    }));
    const { body: found } = await check(importTable(...rows.toReversed()));
    assert.equal(found.rows.length, 100);
    const { body: started } = await carryOut(found, 'all-or-nothing');
    assert.deepEqual([started.status, started.progress], ['running', { done: 0, total: 0 }]);
    assert.equal(await unitOf('N0'), undefined);
    const [job] = await server.database.queries.select().from(storedJobs).where(eq(storedJobs.name, carryOutJob.name));
    const context = jobContext(server, new Date(now));
    const data = job!.data.data as Parameters<typeof carryOutJob.run>[1];
    for (let turn = 0; turn < 2; turn += 1) await carryOutJob.run(context, data);
    const done = await read(found.id);
    assert.deepEqual([done.status, done.progress, done.counts.added], ['done', null, 1200]);
    assert.equal((await unitOf('N1199'))!.administrativeParentId, (await unitOf('N239'))!.id);
    const events = await eventsOf(server.database.queries, testTenant, `import/${found.id}`);
    assert.deepEqual(
      events.map(({ kind, actor }) => [kind, actor.subject]),
      ['import.checked', 'import.started', 'import.finished'].map((kind) => [kind, 'test-administrator']),
    );
  });

  test('an import is taken back as far as nothing was built on it', async () => {
    const { body: found } = await check(
      importTable(
        { code: 'U1' },
        { code: 'U2', administrativeParent: 'U1' },
        { code: 'U3' },
        { code: 'D1', phone: '0912345678' },
      ),
    );
    const { body: done } = await carryOut(found);
    const u3 = (await unitOf('U3'))!;
    const person = { name: 'Nguyễn Văn A', unitId: u3.id, invitation: 'a@example.gov.vn' };
    const invited = await server.call('POST', '/v1/people', { as, body: person });
    assert.equal(invited.status, 201, JSON.stringify(invited.body));
    const { status, body } = await take(done, 'undo', { reason: 'Nhập nhầm tệp' });
    assert.deepEqual([status, body.status], [200, 'undone'], JSON.stringify(body));
    assert.deepEqual(
      body.kept.map(({ name, reason, text }) => [name, reason, text.vi]),
      [['Đơn vị U3', 'has-records', 'Đã có hồ sơ, người hoặc phân quyền gắn với đơn vị']],
    );
    assert.deepEqual([await unitOf('U1'), await unitOf('U2')], [undefined, undefined]);
    assert.equal((await unitOf('D1'))!.phone, null);
    const { body: again } = await check(importTable({ code: 'U1', validFrom: '01/01/2026' }));
    assert.equal((await carryOut(again)).body.counts.added, 1, 'their codes are free');
  });

  test('after seven days an import stays', async () => {
    const { body: found } = await check(importTable({ code: 'W1' }));
    const { body: done } = await carryOut(found);
    now = '2026-12-07T02:00:01Z';
    const refused = await take(done, 'undo', { reason: 'Nhập nhầm tệp' });
    assert.equal(refused.body.type, 'urn:dvk:problem:transition-not-allowed');
    assert.match(refused.body.detail!, /7 ngày/);
    assert.ok(await unitOf('W1'));
    now = '2026-11-30T02:00:00Z';
  });

  test('imports are listed newest first, and belong to their tenant', async () => {
    const { body } = await server.call<{ items: UnitImport[] }>('GET', '/v1/unit-imports?status=undone', { as });
    assert.deepEqual(
      body.items.map(({ status }) => status),
      ['undone'],
    );
    assert.equal((await server.call('GET', `/v1/unit-imports/${crypto.randomUUID()}`, { as })).status, 404);
  });

  test('the list is exported as it is shown, and imported again it changes nothing', async () => {
    for (const format of ['xlsx', 'csv']) {
      const all = await tableOf(`/v1/unit-table?format=${format}`);
      assert.equal(all.rows.length, 1200 + 8);
      const one = await tableOf(`/v1/unit-table?format=${format}&q=B2`);
      assert.deepEqual(
        one.rows.map(({ cells }) => [cells.code, cells.administrativeParent, cells.address]),
        [['B2', 'B1', '=1+1']],
      );
      assert.deepEqual((await tableOf(`/v1/unit-table/template?format=${format}`)).rows, []);
    }
    const text = await (await download('/v1/unit-table?format=csv')).text();
    const { body } = await check(text);
    assert.deepEqual(body.counts, { added: 0, changed: 0, unchanged: 1208, refused: 0, untouched: 0 });
  });

  test('the chain of events is whole, and every unit is as its events say', async () => {
    assert.deepEqual(await faultsOf(server), []);
  });
});
