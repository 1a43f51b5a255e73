/** What somebody wrote is planted in every field of a case, and looked for in every table and file after its erasure. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Case, CaseReceipt, PublicCase } from '@dvk/sdk/cases';
import type { PublicDataRequest } from '@dvk/sdk/personal-data';
import { sql } from 'drizzle-orm';
import { startNoticeWorld, type NoticeWorld } from '../notices/testkit/world.ts';
import { directoryStorage } from '../storage/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { dataDesk, lawBasis, type DataDesk } from './testkit/desk.ts';
import { everyRow, whereFound } from './testkit/everything.ts';
import { citizen, marks, plantedCase, type Ask } from './testkit/planted.ts';

onBothEngines('erasure', (_engine, create) => {
  let world: NoticeWorld;
  let desk: DataDesk;
  let ask: Ask;
  let files: string;

  before(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'erasure-'));
    world = await startNoticeWorld(create, { storage: directoryStorage(files) });
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: world.unit.id }]);
    desk = dataDesk(world);
    ask = desk.ask;
  });
  after(async () => {
    await world.server.end();
    await rm(files, { recursive: true });
  });

  const found = () => whereFound(world.server.database, files, marks);
  const request = (kind: string, { code }: CaseReceipt) => desk.take(kind, code);
  const check = (made: { id: string }) => desk.step(made, { action: 'check-identity', identityMethod: 'called-back' });

  test('leaves nothing in any table or file, keeps the file of the case, and the ledger holds', async () => {
    const other = await world.sendCase({ title: 'Đèn đường hỏng' });
    const planted = await plantedCase(world);
    const before = await found();
    for (const table of ['citizen_case', 'case_step', 'case_note', 'attachment'])
      assert.ok(before.includes(`public.${table}`), `${table} of ${before.join(', ')}`);
    assert.equal(before.filter((each) => each === 'storage').length, 3);
    const sealed = async (name: string) => (await everyRow(world.server.database)).get(`public.${name}`)!.length;
    assert.deepEqual(
      [await sealed('case_sender'), await sealed('case_owner'), await sealed('draft')],
      [1, 1, 2],
      'what only the key opens is there too',
    );
    assert.ok((await sealed('notice')) > 0);
    const responses = await sealed('idempotent_answer');

    const made = await request('erasure', planted);
    assert.equal((await check(made)).status, 200);
    const done = await desk.step(made, { action: 'carry-out' });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.deepEqual([done.body.status, done.body.subject, done.body.endedAt], ['carried-out', null, world.now]);
    await world.work('personal-data.remove-files');

    assert.deepEqual(await found(), []);
    assert.deepEqual(
      [
        await sealed('case_sender'),
        await sealed('case_owner'),
        await sealed('draft'),
        await sealed('data_request_subject'),
        await sealed('upload_charge'),
      ],
      [0, 0, 0, 0, 0],
    );
    // Responses to other requests are kept, and none of the case but that to the erasure itself.
    assert.ok(responses > 20);
    const instants = sql`SELECT DISTINCT at FROM event WHERE subject = ${`case/${planted.id}`} AND at < ${world.now}`;
    const { rows } = await world.server.database.queries.execute(
      sql`SELECT 1 FROM idempotent_answer WHERE created_at IN (${instants})`,
    );
    assert.equal(rows.length, 0);
    assert.ok((await sealed('idempotent_answer')) >= 2);

    const left = await ask<Case>('GET', `/v1/cases/${planted.id}`, { as: 'secretariat' });
    assert.equal(left.title, 'Nội dung đã được xóa theo quy định về bảo vệ dữ liệu cá nhân');
    assert.deepEqual(
      [left.code, left.status, left.topic, left.communeCode, left.content, left.address, left.sender, left.attachments],
      [planted.code, 'closed', 'environment', '00004', '', null, null, []],
    );
    assert.equal(left.rating?.solved, 5);
    assert.equal((await ask<Case>('GET', `/v1/cases/${other.id}`, { as: 'secretariat' })).title, 'Đèn đường hỏng');
    const tracked = await ask<PublicCase>('GET', `/v1/tracking/${planted.code}`, {
      headers: { 'case-secret': planted.secret },
    });
    assert.equal(tracked.content, '');
    const { items } = await ask<{ items: PublicDataRequest[] }>(
      'GET',
      `/v1/tracking/${planted.code}/personal-data-requests`,
      { headers: { 'case-secret': planted.secret } },
    );
    assert.deepEqual(
      items.map(({ kind, status }) => [kind, status]),
      [['erasure', 'carried-out']],
    );
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('that is broken off in the middle has erased nothing, and is done by trying again', async () => {
    const { queries } = world.server.database;
    const planted = await plantedCase(world);
    const made = await request('erasure', planted);
    await check(made);
    const rows = async () => [...(await everyRow(world.server.database))].map(([name, all]) => [name, all.length]);
    const [whole, found0] = [await rows(), await found()];
    // The last rows that an erasure writes before its events.
    await queries.execute(sql`
      CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken off''; END'`);
    await queries.execute(sql`
      CREATE TRIGGER breaks BEFORE DELETE ON idempotent_answer FOR EACH STATEMENT EXECUTE FUNCTION break_off()`);
    assert.equal((await desk.step(made, { action: 'carry-out' })).status, 500);
    assert.deepEqual([await rows(), await found()], [whole, found0]);
    await queries.execute(sql`DROP TRIGGER breaks ON idempotent_answer`);
    await queries.execute(sql`DROP FUNCTION break_off`);
    assert.equal((await desk.step(made, { action: 'carry-out' })).status, 200);
    await world.work('personal-data.remove-files');
    assert.deepEqual(await found(), []);
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('in part takes away who sent it and keeps what they wrote; consent taken back does the same', async () => {
    for (const kind of ['erasure', 'withdrawal']) {
      const planted = await plantedCase(world);
      const made = await request(kind, planted);
      await check(made);
      const body =
        kind === 'erasure'
          ? { action: 'carry-out-in-part', reason: 'Nội dung còn phải lưu', basis: lawBasis }
          : { action: 'carry-out' };
      assert.equal((await desk.step(made, body)).status, 200);
      const left = await ask<Case>('GET', `/v1/cases/${planted.id}`, { as: 'secretariat' });
      assert.deepEqual([left.sender, left.location], [null, null]);
      assert.match(left.content, /Qxzjw/);
      const own = await ask<{ items: { code: string }[] }>('GET', '/v1/own-cases', { as: citizen });
      assert.ok(!own.items.some(({ code }) => code === planted.code));
    }
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('waits for the end of a case, and is refused with its reason and basis', async () => {
    const open = await world.sendCase({ content: 'Còn đang giải quyết', senderName: 'Nguyễn Văn A' });
    const made = await request('erasure', open);
    assert.match(made.cases[0]!.hold!.reason.vi, /đang được giải quyết/);
    await check(made);
    const refused = await desk.step(made, { action: 'carry-out' });
    assert.equal(refused.status, 409);
    assert.match(String(refused.body.detail), new RegExp(open.code));
    assert.equal((await desk.step(made, { action: 'refuse', reason: 'Chưa xong' })).status, 422);
    const told = await desk.step(made, { action: 'refuse', reason: 'Chưa xong', basis: lawBasis });
    assert.deepEqual([told.status, told.body.status, told.body.basis?.number], [200, 'refused', '91/2025/QH15']);
    assert.equal((await ask<Case>('GET', `/v1/cases/${open.id}`, { as: 'secretariat' })).sender?.name, 'Nguyễn Văn A');
  });

  test('of denunciations and complaints is refused, whatever their state, and so is taking consent back', async () => {
    for (const kind of ['denunciation', 'complaint']) {
      const sent = await world.sendCase({ senderName: 'Nguyễn Văn A' });
      await world.server.database.queries.execute(
        sql`UPDATE citizen_case SET kind = ${kind}, status = 'closed' WHERE id = ${sent.id}::uuid`,
      );
      for (const asked of ['erasure', 'withdrawal']) {
        const made = await request(asked, sent);
        await check(made);
        assert.equal((await desk.step(made, { action: 'carry-out' })).status, 409, `${asked} of a ${kind}`);
      }
    }
  });
});
