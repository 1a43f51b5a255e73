import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Case } from '@dvk/sdk/cases';
import { builtInActivities, type RetentionItem, type RetentionKind, type RetentionRun } from '@dvk/sdk/personal-data';
import { plainText, readText } from '@dvk/documents/text';
import { getTableName, sql } from 'drizzle-orm';
import { startNoticeWorld, type NoticeWorld } from '../notices/testkit/world.ts';
import { directoryStorage } from '../storage/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { unitTable } from '../testkit/files.ts';
import { jobContext } from '../testkit/job-context.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { tablesOfCode } from '../testkit/schema.ts';
import { retentionJob } from './retention-job.ts';
import { coverage } from './testkit/coverage.ts';
import { dataDesk, type DataDesk } from './testkit/desk.ts';
import { whereFound } from './testkit/everything.ts';
import { citizen, marks, plantedCase } from './testkit/planted.ts';

interface Preview {
  items: { kind: RetentionKind; active: boolean; count: number; first: RetentionItem[] }[];
}

test('every table is said to hold personal data, or none, so that no new one is forgotten', async () => {
  const tables = (await tablesOfCode()).map((table) => getTableName(table)).sort();
  assert.deepEqual(Object.keys(coverage).sort(), tables);
  const activities = new Set(Object.values(coverage).filter((each) => each !== null));
  assert.deepEqual([...activities].sort(), builtInActivities.map(({ id }) => id).sort());
});

onBothEngines('retention', (_engine, create) => {
  let world: NoticeWorld;
  let desk: DataDesk;
  let files: string;
  let versions = 0;

  before(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'retention-'));
    world = await startNoticeWorld(create, { storage: directoryStorage(files) });
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: world.unit.id }]);
    desk = dataDesk(world);
  });
  after(async () => {
    await world.server.end();
    await rm(files, { recursive: true });
  });

  const basis = { title: 'Quyết định mẫu', confidence: 'illustrative' };
  const setRules = async (value: object[]) => {
    const body = { name: 'retention', value, validFrom: '2026-01-01', validTo: null, basis: null, provisional: false };
    const change = { ...body, replaces: versions, reason: 'Thử' };
    await desk.ask('POST', '/v1/settings/versions', { as: 'administrator', body: change });
    versions += 1;
  };
  const preview = async () => {
    const { items } = await desk.ask<Preview>('GET', '/v1/personal-data/retention', { as: 'administrator' });
    return new Map(items.map((each) => [each.kind, each]));
  };
  const night = (key: string, signal?: AbortSignal) => {
    const context = jobContext(world.server, new Date(world.now), { storage: directoryStorage(files), key });
    return retentionJob.run(signal ? { ...context, signal } : context, {});
  };
  const runs = async () =>
    (await desk.ask<{ items: RetentionRun[] }>('GET', '/v1/personal-data/retention/runs', { as: 'inspector' })).items;

  test('says what it would erase and erases nothing before the province decides', async () => {
    const planted = await plantedCase(world);
    world.now = '2029-01-15T02:00:00.000Z';
    const before = await preview();
    assert.deepEqual([before.get('case-sender')?.active, before.get('case-sender')?.count], [false, 1]);
    assert.deepEqual(before.get('case-sender')?.first, [
      { kind: 'case-sender', subject: `case/${planted.id}`, code: planted.code },
    ]);
    await night('first');
    assert.equal(
      (await desk.ask<Case>('GET', `/v1/cases/${planted.id}`, { as: 'secretariat' })).sender?.phone,
      '0987654321',
    );
    const [run] = await runs();
    assert.deepEqual(run?.erased, []);
    assert.ok(run?.finishedAt);
  });

  test('erases who sent a case, then all of it, reports it by code, and leaves what is asked about or held', async () => {
    const rule = (kind: RetentionKind, months: number) => ({ kind, months, active: true, basis });
    await setRules([rule('case-sender', 12), rule('case-content', 36)]);
    const restricted = await world.sendCase({ senderName: 'Nguyễn Văn B' });
    const asked = await world.sendCase({ senderName: 'Nguyễn Văn C' });
    const open = await world.sendCase({ senderName: 'Nguyễn Văn D' });
    for (const { id } of [restricted, asked])
      await world.step(id, { action: 'refuse', reason: 'Không thuộc thẩm quyền' });
    const restriction = await desk.checked('restriction', restricted.code);
    assert.equal((await desk.step(restriction, { action: 'carry-out' })).status, 200);
    await desk.take('access', asked.code);
    world.now = '2031-02-01T02:00:00.000Z';
    await night('2031');
    await night('2031');
    await world.work('personal-data.remove-files');
    assert.deepEqual(await whereFound(world.server.database, files, marks), []);
    const kept = await world.server.database.queries.execute<{ case_id: string }>(sql`SELECT case_id FROM case_sender`);
    assert.deepEqual(kept.rows.map((row) => row.case_id).sort(), [restricted.id, asked.id, open.id].sort());
    const [run] = await runs();
    assert.deepEqual(run?.erased, [{ kind: 'case-content', count: 1 }]);
    const base = `/v1/personal-data/retention/runs/${run!.id}`;
    const { items } = await desk.ask<{ items: RetentionItem[] }>('GET', `${base}/items`, { as: 'administrator' });
    assert.equal(items.length, 1);
    const headers = { authorization: `Bearer ${await world.server.tokenFor('administrator')}` };
    const response = await world.server.fetch(new Request(`http://test${base}/papers/list`, { headers }));
    const text = plainText(await readText(new Uint8Array(await response.arrayBuffer())));
    assert.ok(text.includes(items[0]!.code!), text);
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('goes on where it was broken off, in the same list, each once', async () => {
    for (let index = 0; index < 120; index += 1) {
      const { id } = await world.sendCase({ senderName: `Nguyễn Văn ${index}` });
      await world.step(id, { action: 'refuse', reason: 'Không thuộc thẩm quyền' });
    }
    world.now = '2033-03-01T02:00:00.000Z';
    const before = (await preview()).get('case-sender')!.count;
    assert.ok(before >= 120);
    const stop = new AbortController();
    // The rule for texts asks once and finds none; then two portions are done.
    let portions = 0;
    const signal = new Proxy(stop.signal, {
      get(target, name) {
        if (name === 'throwIfAborted') return () => void ((portions += 1) > 3 && stop.abort(), target.throwIfAborted());
        return Reflect.get(target, name, target) as unknown;
      },
    });
    await assert.rejects(night('2033', signal));
    const [broken] = await runs();
    assert.deepEqual([broken?.finishedAt, broken?.erased[0]?.count], [null, 100]);
    await night('2033');
    const [whole] = await runs();
    assert.deepEqual([whole?.id, whole?.erased[0]?.count], [broken?.id, before]);
    assert.equal((await preview()).get('case-sender')!.count, 0);
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('erases the rows of tables of units, and says so to who asks for them', async () => {
    const response = await world.server.fetch(
      new Request('http://test/v1/unit-imports', {
        method: 'POST',
        headers: {
          'idempotency-key': 'import-1',
          'content-disposition': 'attachment; filename="a.xlsx"',
          authorization: `Bearer ${await world.server.tokenFor('administrator')}`,
        },
        body: new Uint8Array(await unitTable()),
      }),
    );
    const { id } = (await response.json()) as { id: string };
    assert.equal(response.status, 201);
    await setRules([{ kind: 'unit-import', months: 6, active: true, basis }]);
    world.now = '2034-03-01T02:00:00.000Z';
    await night('2034');
    const { rows } = await world.server.database.queries.execute(sql`SELECT id FROM unit_import_content`);
    assert.deepEqual(rows, []);
    const read = await world.call('GET', `/v1/unit-imports/${id}`, { as: 'administrator' });
    assert.equal(read.status, 200);
    assert.equal((await world.call('GET', `/v1/unit-imports/${id}/result`, { as: 'administrator' })).status, 409);
    const headers = { 'if-match': read.headers.get('etag') ?? '"v1"' };
    const body = { mode: 'good-rows' };
    const carried = await world.call('POST', `/v1/unit-imports/${id}/carry-out`, {
      as: 'administrator',
      body,
      headers,
    });
    assert.equal(carried.status, 409);
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('refuses rules that contradict each other', async () => {
    const value = [
      { kind: 'case-sender', months: 24, active: true, basis },
      { kind: 'case-content', months: 12, active: true, basis },
    ];
    const body = { name: 'retention', value, validFrom: '2026-01-01', validTo: null, basis: null, provisional: false };
    const change = { ...body, replaces: versions, reason: 'Thử' };
    const { status } = await world.call('POST', '/v1/settings/versions', { as: 'administrator', body: change });
    assert.equal(status, 422);
  });

  test('erases again what was written, noted or linked after an erasure', async () => {
    await setRules([
      { kind: 'case-sender', months: 12, active: true, basis },
      { kind: 'case-content', months: 36, active: true, basis },
    ]);
    world.now = '2026-12-15T02:00:00.000Z';
    const planted = await plantedCase(world);
    const made = await desk.checked('erasure', planted.code);
    assert.equal((await desk.step(made, { action: 'carry-out' })).status, 200);
    assert.deepEqual(await whereFound(world.server.database, files, ['Qxzjw']), ['storage', 'storage', 'storage']);
    await world.work('personal-data.remove-files');
    const headers = { 'case-secret': planted.secret };
    await desk.ask('POST', `/v1/tracking/${planted.code}/reopening`, { headers, body: { reason: 'Qxzjw chưa xong' } });
    await world.step(planted.id, { action: 'answer', answer: 'Qxzjw đã xong' });
    await world.step(planted.id, { action: 'close' });
    const link = `/v1/tracking/${planted.code}/link`;
    await desk.ask('POST', link, { as: citizen, headers, body: { linked: true } });
    world.now = '2040-12-01T02:00:00.000Z';
    await night('again');
    assert.deepEqual(await whereFound(world.server.database, files, marks), []);
    const noted = { as: 'secretariat', body: { text: 'Qxzjw ghi thêm' } } as const;
    await desk.ask('POST', `/v1/cases/${planted.id}/notes`, noted);
    world.now = '2044-12-01T02:00:00.000Z';
    await night('once more');
    assert.deepEqual(await whereFound(world.server.database, files, marks), []);
    assert.deepEqual(await faultsOf(world.server), []);
  });
});
