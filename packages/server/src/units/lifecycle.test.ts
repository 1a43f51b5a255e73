import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import type { HistoryEvent } from '@dvk/sdk/contract';
import type { ListedUnit, SuccessionEffect, SuccessionResult, Unit, UnitRecord } from '@dvk/sdk/units';
import { sql } from 'drizzle-orm';
import { handOverJob } from '../cases/hand-over.ts';
import { createServices } from '../create-services.ts';
import { pino } from 'pino';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type Call, type TestServer } from '../testkit/server.ts';

interface Refused {
  errors?: { pointer: string; code: string; detail: string }[];
}
type Answer<Body> = Body & Refused;

const why = { reason: 'Sắp xếp tổ chức' };
const described = (name: string, more: object = {}) => ({
  code: name
    .replaceAll(/\P{L}+/gu, '-')
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, ''),
  name,
  kind: 'department',
  ...more,
});

onBothEngines('units that are changed', (_engine, create) => {
  let server: TestServer;
  let now = '2026-11-30T02:00:00Z';
  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  const send = <Body>(method: string, path: string, body?: object, more: Call = {}) =>
    server.call<Answer<Body>>(method, path, { as: 'administrator', ...(body && { body }), ...more });
  async function add(code: string, more: object = {}): Promise<UnitRecord> {
    const body = { code, name: `Đơn vị ${code}`, kind: 'department', validFrom: '2025-07-01', ...more };
    const { status, body: unit } = await send<UnitRecord>('POST', '/v1/units', body);
    assert.equal(status, 201, JSON.stringify(unit));
    return unit;
  }
  const read = async (id: string) => (await server.call<UnitRecord>('GET', `/v1/units/${id}`)).body;
  const change = ({ id, etag }: UnitRecord, body: object) =>
    send<UnitRecord>('PATCH', `/v1/units/${id}`, body, { headers: { 'if-match': etag } });
  const names = async (query: string) => {
    const { body } = await server.call<{ items: Unit[] }>('GET', `/v1/units?limit=100&${query}`);
    return body.items.map(({ name }) => name);
  };
  const codes = ({ body }: { body: Refused }) => body.errors?.map(({ pointer, code }) => `${pointer} ${code}`);

  /** A case that a unit has. */
  async function caseOf(unitId: string, communeCode = '00004'): Promise<Case> {
    const { body: receipt } = await server.call<CaseReceipt>('POST', '/v1/cases', {
      body: sampleSubmission({ communeCode }),
    });
    const { body: found } = await server.call<{ items: Case[] }>('GET', `/v1/cases?q=${receipt.code}`, {
      as: 'secretariat',
    });
    const { id } = found.items[0]!;
    const { body } = await server.call<Case>('GET', `/v1/cases/${id}`, { as: 'secretariat' });
    const step = await server.call<Case & Refused>('POST', `/v1/cases/${id}/transitions`, {
      as: 'secretariat',
      body: { action: 'assign', unitId },
      headers: { 'if-match': body.etag },
    });
    assert.equal(step.status, 200, JSON.stringify(step.body));
    return step.body;
  }
  const caseNow = async ({ id }: Case) =>
    (await server.call<Case>('GET', `/v1/cases/${id}`, { as: 'secretariat' })).body;

  test('an administrator adds a unit; everybody reads it, office and both notations of its code included', async () => {
    const unit = await add('A1', {
      phone: '0912 345 678',
      address: '1 đường Mẫu',
      externalId: 'HT-1',
      identificationCode: '000.00.12.H56',
    });
    const seen = await read(unit.id);
    assert.deepEqual(seen, unit);
    assert.deepEqual(seen.identificationCode, {
      written: '000.00.12.H56',
      canonical: 'H56.12',
      reversed: '000.00.12.H56',
    });
    assert.equal(seen.phone, '0912345678');
    const again = await send('POST', '/v1/units', {
      code: 'a1',
      name: 'x',
      kind: 'department',
      validFrom: '2026-01-01',
      externalId: 'ht-1',
    });
    assert.equal(again.status, 422);
    assert.deepEqual(codes(again), ['/code taken', '/externalId taken']);
    assert.match(again.body.errors![0]!.detail, /^Đã dùng cho Đơn vị A1$/);
    assert.deepEqual(await names('q=h56.12'), ['Đơn vị A1']);
  });

  test('a unit that is renamed is found by both names, and lists of a day have the name of that day', async () => {
    const unit = await add('A2', { name: 'Phường Hoà Bình' });
    const basis = { title: 'Nghị quyết mẫu', number: '12/NQ', confidence: 'illustrative' };
    const { body: renamed } = await change(unit, { name: 'Phường An Thái', since: '2026-03-01', ...why, basis });
    assert.equal(renamed.etag, '"v2"');
    assert.equal(renamed.formerStates[0]!.to, '2026-02-28');
    assert.deepEqual(await names('q=hoa%20binh'), ['Phường An Thái']);
    assert.deepEqual(await names('q=an%20thai&on=2026-02-28'), ['Phường Hoà Bình']);
    assert.deepEqual(await names('q=an%20thai&on=2025-06-30'), [], 'it did not exist');
    assert.equal((await change(unit, { phone: null })).status, 412, 'the version has changed');
    assert.equal((await change(renamed, { name: 'Phường An Thái' })).body.etag, '"v2"', 'nothing changes');
    const { body: history } = await send<{ items: HistoryEvent[] }>('GET', `/v1/units/${unit.id}/history`);
    assert.deepEqual(
      history.items.map(({ kind, reason, basis: words }) => [kind, reason, words]),
      [
        ['unit.changed', why.reason, '12/NQ – Nghị quyết mẫu'],
        ['unit.created', null, undefined],
      ],
    );
  });

  test('the trees are listed level by level, each as on a day', async () => {
    const [root, other] = [await add('T', { kind: 'party-committee' }), await add('T2', { kind: 'party-committee' })];
    const child = await add('T-1', { partyParentId: root.id, administrativeParentId: other.id });
    assert.deepEqual(await names(`parent=${root.id}`), [child.name]);
    assert.deepEqual(await names(`parent=${root.id}&tree=administrative`), []);
    assert.ok((await names('parent=none&kind=party-committee')).includes(root.name));
    assert.ok(!(await names('parent=none')).includes(child.name));
    const counts = async (more: string) => {
      const { body } = await send<{ items: ListedUnit[] }>(
        'GET',
        `/v1/units?q=${encodeURIComponent(root.name)}&${more}`,
      );
      return body.items.filter(({ id }) => id === root.id).map(({ childCount }) => childCount);
    };
    assert.deepEqual(await counts('tree=party'), [1]);
    assert.deepEqual(await counts('tree=administrative'), [0]);
    assert.deepEqual(await counts(''), [undefined], 'below which tree was not asked');
    await change(child, { partyParentId: null, since: '2026-10-01' });
    assert.deepEqual(await counts('tree=party&on=2026-09-30'), [1]);
    assert.deepEqual(await counts('tree=party&on=2026-10-01'), [0]);
    assert.deepEqual(await names(`parent=${root.id}&on=2026-09-30`), [child.name]);
    assert.deepEqual(await names(`parent=${root.id}&on=2026-10-01`), []);
    assert.ok((await names('parent=none&tree=party')).includes(child.name));
  });

  test('two moves at once make no circle', async () => {
    const [one, two] = [await add('C1'), await add('C2')];
    const both = await Promise.all([
      change(one, { administrativeParentId: two.id }),
      change(two, { administrativeParentId: one.id }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 422]);
    assert.deepEqual(codes(both.find(({ status }) => status === 422)!), ['/administrativeParentId inside-itself']);
  });

  test('two units that are added at once do not get the same code', async () => {
    const body = { code: 'TWICE', name: 'Hai lần', kind: 'department', validFrom: '2026-01-01' };
    const both = await Promise.all([
      send('POST', '/v1/units', body),
      send('POST', '/v1/units', { ...body, name: 'Khác' }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422]);
  });

  test('a unit with others below it is not closed, and a closed one gets no case', async () => {
    const parent = await add('P');
    const child = await add('P-1', { administrativeParentId: parent.id });
    const close = ({ id, etag }: UnitRecord) =>
      send<UnitRecord>(
        'POST',
        `/v1/units/${id}/close`,
        { validTo: '2026-11-29', ...why },
        { headers: { 'if-match': etag } },
      );
    assert.deepEqual(codes(await close(parent)), ['/validTo has-children']);
    assert.equal((await close(child)).body.validTo, '2026-11-29');
    assert.equal((await close(parent)).status, 200);
    await assert.rejects(caseOf(parent.id), /unit-closed/);
  });

  test('a merge says beforehand what it does; open cases go over with their due dates, the rest stays', async () => {
    const [one, two] = [await add('M1'), await add('M2', { placeCode: '00004' })];
    const child = await add('M2-1', { administrativeParentId: two.id });
    const open = [await caseOf(one.id), await caseOf(two.id)];
    const answered = await caseOf(two.id);
    await server.call('POST', `/v1/cases/${answered.id}/transitions`, {
      as: 'secretariat',
      body: { action: 'answer', answer: 'Đã xử lý.' },
      headers: { 'if-match': answered.etag },
    });
    const body = { unitIds: [one.id, two.id], into: { unit: described('Trung tâm Một') }, on: '2026-11-30', ...why };
    const { body: effect } = await send<SuccessionEffect>('POST', '/v1/unit-merges/effect', body);
    assert.deepEqual(effect.openCases, [{ name: 'Trung tâm Một', count: 2 }]);
    assert.equal(effect.atOnce, true);
    assert.deepEqual(effect.movedUnits, [{ id: child.id, name: child.name }]);
    assert.deepEqual(
      effect.stays.find(({ area }) => area === 'case'),
      { area: 'case', count: 1 },
    );
    assert.equal((await read(one.id)).validTo, null, 'nothing was done');

    const { status, body: result } = await send<SuccessionResult>('POST', '/v1/unit-merges', body);
    assert.equal(status, 200, JSON.stringify(result));
    assert.equal(result.handedOver, 2);
    const [successor] = result.successors;
    assert.deepEqual(successor!.predecessorIds, [one.id, two.id]);
    assert.deepEqual(
      result.closed.map(({ validTo, successorIds }) => [validTo, successorIds]),
      [one, two].map(() => ['2026-11-29', [successor!.id]]),
    );
    for (const before of open) {
      const { unitId, unitName, status, dueAt } = await caseNow(before);
      assert.deepEqual(
        { unitId, unitName, status, dueAt },
        { unitId: successor!.id, unitName: successor!.name, status: before.status, dueAt: before.dueAt },
      );
      const { body: history } = await server.call<{ items: HistoryEvent[] }>('GET', `/v1/cases/${before.id}/history`, {
        as: 'secretariat',
      });
      assert.deepEqual([history.items[0]!.kind, history.items[0]!.unitName], ['case.handed-over', successor!.name]);
    }
    assert.equal((await caseNow(answered)).unitId, two.id);
    assert.equal((await read(child.id)).administrativeParentId, successor!.id);
    const twice = await send('POST', '/v1/unit-merges', body);
    assert.deepEqual(codes(twice)!.slice(0, 2), ['/unitIds/0 has-successors', '/unitIds/1 has-successors']);
  });

  test('a split of the coming year waits for its day: then cases go over, each to the unit of its commune', async () => {
    const unit = await add('S');
    const [here, there] = [await caseOf(unit.id, '00004'), await caseOf(unit.id, '00007')];
    const into = [{ unit: described('Nửa thứ nhất') }, { unit: described('Nửa thứ hai', { placeCode: '00004' }) }];
    const body = { unitId: unit.id, into, on: '2027-01-01', ...why };
    const { body: effect } = await send<SuccessionEffect>('POST', '/v1/unit-splits/effect', body);
    assert.deepEqual(effect.openCases, [
      { name: 'Nửa thứ nhất', count: 1 },
      { name: 'Nửa thứ hai', count: 1 },
    ]);
    assert.equal(effect.atOnce, false);
    const { body: result } = await send<SuccessionResult>('POST', '/v1/unit-splits', body);
    assert.equal(result.handedOver, 0);
    const services = createServices({ secretKey: testSecretKey });
    const log = pino({ level: 'silent' });
    const runJob = () => {
      const { signal } = new AbortController();
      const context = { database: server.database, services, tenant: null, key: 'k', now: new Date(now), log, signal };
      return handOverJob.run(context, {});
    };
    now = '2026-12-31T16:59:00Z';
    await runJob();
    assert.equal((await caseNow(here)).unitId, unit.id);
    now = '2026-12-31T17:00:00Z';
    await runJob();
    await runJob();
    const [first, second] = result.successors;
    assert.equal((await caseNow(here)).unitId, second!.id);
    assert.equal((await caseNow(there)).unitId, first!.id);
    assert.equal((await caseNow(there)).dueAt, there.dueAt);
    now = '2026-11-30T02:00:00Z';
  });

  test('of a merge and a close of the same unit at once, one is refused, and no case is lost', async () => {
    const [one, two] = [await add('X1'), await add('X2')];
    const open = await caseOf(one.id);
    const [merged, closed] = await Promise.all([
      send<SuccessionResult>('POST', '/v1/unit-merges', {
        unitIds: [one.id],
        into: { unitId: two.id },
        on: '2026-11-30',
        ...why,
      }),
      send(
        'POST',
        `/v1/units/${one.id}/close`,
        { validTo: '2026-11-29', ...why },
        { headers: { 'if-match': one.etag } },
      ),
    ]);
    // Whichever comes first: a unit that was closed on that day can still be merged, one that was merged is not closed again.
    assert.equal(merged.status, 200);
    assert.ok(closed.status === 200 || closed.status === 412, String(closed.status));
    assert.equal((await caseNow(open)).unitId, two.id);
  });

  test('units are in the ledger with all that was done, and one that was changed by hand is found', async () => {
    assert.deepEqual(await faultsOf(server), []);
    await server.database.queries.execute(
      sql`UPDATE unit SET phone = '0900000000' WHERE tenant = ${testTenant} AND code = 'A1'`,
    );
    assert.equal((await faultsOf(server)).length, 1);
  });
});
