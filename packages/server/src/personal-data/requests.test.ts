import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Case, CaseSummary } from '@dvk/sdk/cases';
import type {
  DataRequest,
  DataRequestSummary,
  HeldData,
  ProcessingRegister,
  PublicDataRequest,
} from '@dvk/sdk/personal-data';
import { plainText, readText } from '@dvk/documents/text';
import { pino } from 'pino';
import { createServer } from '../create-server.ts';
import { eventsOf } from '../events/index.ts';
import { startNoticeWorld, type NoticeWorld } from '../notices/testkit/world.ts';
import { directoryStorage } from '../storage/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { testSecretKey, testTenant, type Asker } from '../testkit/server.ts';
import { dataDesk, lawBasis, type DataDesk } from './testkit/desk.ts';
import { everyRow } from './testkit/everything.ts';
import { citizen, officer, plantedCase, tick } from './testkit/planted.ts';

onBothEngines('requests about personal data', (_engine, create) => {
  let world: NoticeWorld;
  let desk: DataDesk;
  let files: string;
  const other: Asker = { subject: 'other', roles: ['secretariat'] };

  before(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'data-requests-'));
    world = await startNoticeWorld(create, { storage: directoryStorage(files) });
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: world.unit.id }]);
    desk = dataDesk(world);
  });
  after(async () => {
    await world.server.end();
    await rm(files, { recursive: true });
  });

  const paper = async (address: string, as: Asker = 'secretariat'): Promise<string> => {
    const headers = { authorization: `Bearer ${await world.server.tokenFor(as!)}` };
    const response = await world.server.fetch(new Request(`http://test${address}`, { headers }));
    assert.equal(response.status, 200, await response.clone().text());
    return plainText(await readText(new Uint8Array(await response.arrayBuffer())));
  };
  const kindsOf = async (subject: string) =>
    (await eventsOf(world.server.database.queries, testTenant, subject)).map(({ kind }) => kind);

  test('run two terms by the calendar, are extended once, and show when they are overdue', async () => {
    const { code } = await world.sendCase();
    const made = await desk.take('restriction', code);
    // Received on Monday 14 December 2026: two working days, and fifteen days.
    assert.equal(made.respondDueAt, '2026-12-16T16:59:59.999Z');
    assert.equal(made.dueAt, '2026-12-29T16:59:59.999Z');
    assert.match(made.code, /^YC-261214-/);
    assert.equal(made.termBasis.number, '356/2025/NĐ-CP');
    assert.equal((await desk.take('access', code)).termBasis.confidence, 'from-memory');
    const far = await desk.step(made, { action: 'extend', reason: 'Phức tạp', until: '2027-01-14' });
    assert.equal(far.status, 422);
    const longer = await desk.step(made, { action: 'extend', reason: 'Phức tạp', until: '2027-01-13' });
    assert.deepEqual([longer.status, longer.body.dueAt], [200, '2027-01-13T16:59:59.999Z']);
    assert.equal(longer.body.respondDue?.class, 'soon', 'a longer term is no response');
    const twice = await desk.step(made, { action: 'extend', reason: 'Lại', until: '2027-01-20' });
    assert.equal(twice.status, 409);
    const earlier = world.now;
    world.now = '2027-02-01T02:00:00.000Z';
    const { items } = await desk.ask<{ items: DataRequestSummary[] }>('GET', '/v1/personal-data/requests?due=overdue', {
      as: 'inspector',
    });
    assert.ok(items.some((each) => each.code === made.code && each.due?.class === 'overdue'));
    world.now = earlier;
  });

  test('say who asked to the secretariat alone, each look being an event, and never in a row or an event', async () => {
    const { code } = await world.sendCase();
    const made = await desk.take('access', code);
    const path = `/v1/personal-data/requests/${made.id}`;
    assert.equal((await desk.ask<DataRequest>('GET', path, { as: 'inspector' })).subject, null);
    assert.equal((await desk.ask<DataRequest>('GET', path, { as: other })).subject?.words, 'Đề nghị Qxzjw');
    await desk.ask('GET', path, { as: other });
    assert.deepEqual(await kindsOf(`data-request/${made.id}`), [
      'data-request.received',
      'data-request.subject-read',
      'data-request.subject-read',
    ]);
    for (const [table, rows] of await everyRow(world.server.database))
      assert.ok(!rows.some((row) => row.includes('Qxzjw')), table);
  });

  test('are the sender’s own by secret or sign-in; of another case nobody learns anything, nor is it asked twice', async () => {
    const mine = await world.sendCase({ senderName: 'Nguyễn Văn A' });
    const path = `/v1/tracking/${mine.code}/personal-data-requests`;
    const headers = { 'case-secret': mine.secret };
    const body = { kind: 'access', words: 'Xin xem dữ liệu' };
    const made = await desk.ask<PublicDataRequest>('POST', path, { headers, body });
    assert.deepEqual([made.status, Object.keys(made).includes('id')], ['received', false]);
    assert.equal((await world.call('POST', path, { headers, body })).status, 409);
    assert.equal((await world.call('POST', path, { headers: { 'case-secret': 'AAAA' }, body })).status, 404);
    assert.equal((await world.call('POST', path, { as: citizen, body })).status, 404);
    assert.equal((await world.call('GET', path, { as: citizen })).status, 404);
    const listed = await desk.ask<{ items: PublicDataRequest[] }>('GET', path, { headers });
    assert.deepEqual(
      listed.items.map(({ code }) => code),
      [made.code],
    );
  });

  test('take no step of anybody but the secretariat, and another tenant has none of them', async () => {
    const { code } = await world.sendCase();
    const made = await desk.checked('withdrawal', code);
    for (const as of [officer, 'administrator', 'inspector'] as Asker[]) {
      const { status } = await desk.step(made, { action: 'carry-out' }, as);
      assert.equal(status, 403, JSON.stringify(as));
    }
    const unknown = { kind: 'access', channel: 'phone', caseCodes: ['PA-200101-0001-X'], name: 'A', words: 'B' };
    const refused = await world.call('POST', '/v1/personal-data/requests', { as: 'secretariat', body: unknown });
    assert.equal(refused.status, 422);
    const { database, issuer } = world.server;
    const elsewhere = createServer({
      database,
      tenant: 'elsewhere',
      secretKey: testSecretKey,
      authenticator: issuer,
      log: pino({ level: 'silent' }),
      work: 'apart',
    });
    const headers = {
      authorization: `Bearer ${await issuer.issue({ subject: 'z', name: 'Z', roles: ['secretariat'] })}`,
    };
    const asked = (address: string) => elsewhere.fetch(new Request(`http://test${address}`, { headers }));
    assert.equal((await asked(`/v1/personal-data/requests/${made.id}`)).status, 404);
    assert.deepEqual(await (await asked('/v1/personal-data/requests')).json(), { items: [], nextCursor: null });
  });

  test('of two officers at once one carries it out, and the other is told', async () => {
    const planted = await plantedCase(world);
    const made = await desk.checked('erasure', planted.code);
    tick(world);
    const path = `/v1/personal-data/requests/${made.id}`;
    const { etag } = await desk.ask<DataRequest>('GET', path, { as: 'secretariat' });
    const headers = { 'if-match': etag };
    const bodies = [
      { action: 'carry-out' },
      { action: 'refuse', reason: 'Trùng', basis: lawBasis },
      { action: 'carry-out-in-part', reason: 'Giữ', basis: lawBasis },
    ];
    const outcomes = await Promise.all(
      bodies.map((body) => world.call('POST', `${path}/transitions`, { as: 'secretariat', body, headers })),
    );
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), [200, 412, 412]);
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('for correction change who sent the case, and say that but not what', async () => {
    const sent = await world.sendCase({ senderName: 'Nguyễn Văn Sai', senderPhone: '0911111111' });
    const made = await desk.checked('correction', sent.code);
    assert.equal((await desk.step(made, { action: 'carry-out' })).status, 422);
    const correction = { name: 'Nguyễn Văn Đúng', phone: null };
    assert.equal((await desk.step(made, { action: 'carry-out', correction })).status, 200);
    const { sender } = await desk.ask<Case>('GET', `/v1/cases/${sent.id}`, { as: 'secretariat' });
    assert.deepEqual(sender, { name: 'Nguyễn Văn Đúng', phone: null, email: null });
    const events = await eventsOf(world.server.database.queries, testTenant, `case/${sent.id}`);
    assert.deepEqual(events.find(({ kind }) => kind === 'case.sender-corrected')?.data, {});
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('for restriction leave the case to one officer, by whatever way it is asked for, until it is lifted', async () => {
    const planted = await plantedCase(world);
    const made = await desk.checked('restriction', planted.code);
    assert.equal((await desk.step(made, { action: 'carry-out' })).status, 200);
    const base = `/v1/cases/${planted.id}`;
    const file = (await desk.ask<Case>('GET', base, { as: 'secretariat' })).attachments[0]!.id;
    const ways = [base, `${base}/notes`, `${base}/history`, `${base}/papers/reply`, `/v1/attachments/${file}`];
    const readers: Asker[] = [
      other,
      officer,
      { subject: 'x', roles: ['inspector'] },
      { subject: 'y', roles: ['administrator'] },
    ];
    for (const as of readers) {
      for (const way of ways) {
        const { status } = await world.call('GET', way, { as });
        assert.ok(status === 404 || status === 403, `${way} by ${JSON.stringify(as)}: ${status}`);
      }
      for (const query of ['', `?q=${planted.code}`, '?status=closed', '?sort=newest', `?unitId=${world.unit.id}`]) {
        const { items } = await desk.ask<{ items: CaseSummary[] }>('GET', `/v1/cases${query}`, { as });
        assert.ok(!items.some(({ code }) => code === planted.code), query);
      }
    }
    const again = await desk.take('access', planted.code);
    await desk.step(again, { action: 'check-identity', identityMethod: 'called-back' });
    const held = await world.call('GET', `/v1/personal-data/requests/${again.id}/data`, { as: other });
    assert.equal(held.status, 409);
    const headers = { 'case-secret': planted.secret };
    assert.equal(
      (await world.call('GET', `/v1/tracking/${planted.code}`, { headers })).status,
      200,
      'their sender reads it',
    );
    assert.equal((await desk.step(made, { action: 'lift', reason: 'Hết lý do' }, other)).status, 200);
    assert.equal((await world.call('GET', base, { as: officer })).status, 200);
    assert.deepEqual(await faultsOf(world.server), []);
  });

  test('for access give all that is held, as data and on paper, once it is known who asks', async () => {
    const planted = await plantedCase(world);
    const made = await desk.take('access', planted.code);
    const path = `/v1/personal-data/requests/${made.id}`;
    assert.equal((await world.call('GET', `${path}/data`, { as: 'secretariat' })).status, 409);
    await desk.step(made, { action: 'check-identity', identityMethod: 'identity-card-shown' });
    const { cases } = await desk.ask<HeldData>('GET', `${path}/data`, { as: 'secretariat' });
    const [held] = cases;
    assert.deepEqual(held?.sender, { name: 'Nguyễn Văn Qxzjw', phone: '0987654321', email: 'qxzjw@example.vn' });
    assert.deepEqual(
      [held?.notes?.length, held?.attachments.length, held?.linked, held?.rating?.solved],
      [1, 1, true, 5],
    );
    assert.equal(held?.earlierTerms[0]?.answer?.attachments.length, 1);
    assert.ok(held!.notices.length > 0);
    const text = await paper(`${path}/papers/data`);
    for (const part of [
      planted.code,
      '0987654321',
      'Qxzjw Nội dung',
      'Qxzjw Trả lời lại',
      'Qxzjw Ghi chú',
      'Qxzjw.pdf',
    ])
      assert.ok(text.includes(part), part);
    assert.ok((await kindsOf(`data-request/${made.id}`)).includes('data-request.file-read'));
    const inPart = { action: 'carry-out-in-part', reason: 'Ghi chú nêu người khác', basis: lawBasis };
    assert.equal((await desk.step(made, inPart)).status, 200);
    const without = await desk.ask<HeldData>('GET', `${path}/data`, { as: 'secretariat' });
    assert.equal(without.cases[0]?.notes, null);
  });

  test('the register follows from how the product is set up and what the province adds, also on paper', async () => {
    const own = {
      address: 'Số 1 đường Mẫu',
      officer: { name: 'Nguyễn Văn A', title: 'Chánh Văn phòng', phone: null, email: null },
      recipients: ['Đơn vị vận hành máy chủ (mẫu)'],
      measures: [],
      activities: [],
    };
    const change = {
      validFrom: '2026-01-01',
      validTo: null,
      basis: null,
      reason: 'Thử',
      provisional: false,
      replaces: 0,
    };
    const body = { name: 'processing-register', value: own, ...change };
    await desk.ask('POST', '/v1/settings/versions', { as: 'administrator', body });
    const register = await desk.ask<ProcessingRegister>('GET', '/v1/personal-data/register', { as: 'administrator' });
    const cases = register.activities.find(({ id }) => id === 'cases')!;
    assert.ok(cases.recipients.some(({ vi }) => vi.includes('vận hành máy chủ')));
    assert.ok(cases.retention.some(({ vi }) => vi.includes('24 tháng, chưa tự xóa (mẫu minh họa)')));
    const text = await paper('/v1/personal-data/papers/register', 'inspector');
    for (const part of ['Số 1 đường Mẫu', 'Chánh Văn phòng', '91/2025/QH15', 'Nhật ký và an toàn hệ thống'])
      assert.ok(text.includes(part), part);
  });
});
