import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  presetNoticeRules,
  usualWishes,
  type Notice,
  type NoticePreferences,
  type UnreadNotices,
} from '@dvk/sdk/notices';
import type { Problem } from '@dvk/sdk/contract';
import { sampleBodies } from '@dvk/sdk/testing';
import { sql } from 'drizzle-orm';
import { announceJob } from '../announce.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { testTenant } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { addressOf, startNoticeWorld, type NoticeWorld } from './testkit/world.ts';

onBothEngines('notices', (_engine, create) => {
  let world: NoticeWorld;
  const tell = () => world.work(announceJob.name);
  const as = (name: string) => ({ as: { subject: addressOf(name), roles: ['citizen'] as const } });
  const titles = async (subject: string) => (await world.noticesOf(subject)).map(({ title }) => title.vi);
  const unreadOf = async (subject: string) =>
    (await world.call<UnreadNotices>('GET', '/v1/notices/unread', as(subject))).body;

  before(async () => {
    world = await startNoticeWorld(create);
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: world.unit.id }]);
    await world.addPerson('above', [{ role: 'unit-leader', unitId: world.unit.id, withSubtree: true }]);
    await world.addPerson('secretary', [{ role: 'secretariat' }]);
    await world.addPerson('supervisor', [{ role: 'inspector' }]);
    await tell();
  });
  after(() => world.server.end());

  test('who was given a role is told, and nobody else', async () => {
    assert.deepEqual(await titles('officer'), ['Được giao vai trò Cán bộ đơn vị']);
    assert.deepEqual(await titles('supervisor'), ['Được giao vai trò Kiểm tra, giám sát']);
    assert.deepEqual(await titles('stranger'), []);
  });

  test('a case: its sender, the secretariat and the unit that gets it are told, each of their part, once', async () => {
    const { id, code } = await world.sendCase({ linked: true }, 'citizen-1');
    await tell();
    assert.deepEqual(await titles('citizen-1'), [`Đã nhận phản ánh, kiến nghị ${code}`]);
    assert.equal((await titles('secretary'))[0], `Hồ sơ mới ${code}`);
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await world.step(id, { action: 'answer', answer: 'Đã dọn xong.' }, 'officer');
    await tell();
    const [first] = await world.noticesOf('officer');
    assert.deepEqual([first!.on, first!.topic, first!.subject], ['case.assigned', 'cases', `case/${id}`]);
    assert.match(first!.text.vi, new RegExp(`Hồ sơ ${code} được chuyển đến .+ Hạn xử lý: Hết ngày `));
    assert.deepEqual(await titles('citizen-1'), [
      `Phản ánh, kiến nghị ${code} đã được trả lời`,
      `Đã nhận phản ánh, kiến nghị ${code}`,
    ]);
    assert.ok(!(await titles('supervisor')).some((title) => title.includes(code)));
  });

  test('who did something is not told of it', async () => {
    const { id, code } = await world.sendCase();
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await tell();
    const before = await titles('officer');
    assert.equal(before[0], `Hồ sơ ${code} được chuyển đến đơn vị`);
    await world.step(id, { action: 'send-back', reason: 'Không thuộc thẩm quyền' }, 'officer');
    await tell();
    assert.deepEqual(await titles('officer'), before);
    assert.equal((await titles('secretary'))[0], `Đơn vị chuyển trả hồ sơ ${code}`);
  });

  test('a unit in which nobody has a role: those above it are told', async () => {
    const below = sampleUnit({ administrativeParentId: world.unit.id, name: 'Tổ dân phố Mẫu' });
    await addUnits(world.server.database.queries, testTenant, [below]);
    const { id, code } = await world.sendCase();
    await world.step(id, { action: 'assign', unitId: below.id });
    await tell();
    assert.equal((await titles('above'))[0], `Hồ sơ ${code} được chuyển đến đơn vị`);
    assert.ok(!(await titles('officer')).some((title) => title.includes(code)));
  });

  test('whom only a token names is told from the first visit on', async () => {
    const reader = { as: { subject: 'by-token', roles: ['unit-officer'] as const, unitId: world.unit.id } };
    const count = async () => (await world.call<UnreadNotices>('GET', '/v1/notices/unread', reader)).body.unread;
    assert.equal(await count(), 0);
    const { id } = await world.sendCase();
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await tell();
    assert.equal(await count(), 1);
  });

  test('a second run of the same job tells nobody twice', async () => {
    const { database } = world.server;
    const { id } = await world.sendCase();
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await tell();
    const before = await world.noticesOf('officer');
    await database.queries.execute(sql`UPDATE pgboss.job SET state = 'created' WHERE name = ${announceJob.name}`);
    assert.ok((await tell()) > 5);
    assert.deepEqual(await world.noticesOf('officer'), before);
  });

  test('nothing is told of a denunciation, whatever happens to it', async () => {
    const { id, code } = await world.sendCase({ linked: true, senderEmail: 'x@example.vn' }, 'citizen-2');
    await world.server.database.queries.execute(sql`UPDATE citizen_case SET kind = 'denunciation' WHERE id = ${id}`);
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await tell();
    for (const subject of ['citizen-2', 'secretary', 'officer'])
      assert.ok(!JSON.stringify(await world.noticesOf(subject)).includes(code), subject);
  });

  test('are counted, read one by one or up to a moment, by their own reader alone', async () => {
    const before = await unreadOf('secretary');
    const [first] = await world.noticesOf('secretary');
    assert.equal((await world.call<Problem>('POST', `/v1/notices/${first!.id}/read`, as('officer'))).status, 404);
    const { body } = await world.call<Notice>('POST', `/v1/notices/${first!.id}/read`, as('secretary'));
    assert.equal(body.readAt, world.now);
    assert.equal((await unreadOf('secretary')).unread, before.unread - 1);
    const until = world.now;
    world.now = '2026-12-14T03:00:00.000Z';
    await world.sendCase();
    await tell();
    const read = await world.call<UnreadNotices>('POST', '/v1/notices/read', { ...as('secretary'), body: { until } });
    assert.deepEqual(read.body, { unread: 1, newestAt: world.now });
    const { body: list } = await world.call<{ items: Notice[] }>('GET', '/v1/notices?unread=true', as('secretary'));
    assert.equal(list.items.length, 1);
    assert.ok((await unreadOf('officer')).unread > 0);
  });

  test('come page by page, newest first', async () => {
    const all = await world.noticesOf('secretary');
    const found: Notice[] = [];
    let cursor = '';
    do {
      const path = `/v1/notices?limit=2${cursor}`;
      const { body } = await world.call<{ items: Notice[]; nextCursor: string | null }>('GET', path, as('secretary'));
      found.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    assert.deepEqual(found, all);
    for (const [index, { at }] of found.entries()) assert.ok(index === 0 || at <= found[index - 1]!.at);
  });

  test('a topic that somebody does not wish is not in their list', async () => {
    const path = '/v1/notices/preferences';
    const { body, headers } = await world.call<NoticePreferences>('GET', path, as('officer'));
    assert.deepEqual([body.topics, body.hasMail, headers.get('etag')], [usualWishes.topics, false, '"v1"']);
    const wishes = { ...usualWishes, topics: { ...usualWishes.topics, cases: { inApp: false, mail: 'never' } } };
    const put = (etag: string) =>
      world.call<NoticePreferences>('PUT', path, { ...as('officer'), body: wishes, headers: { 'if-match': etag } });
    assert.equal((await put('"v1"')).body.etag, '"v2"');
    assert.equal((await put('"v1"')).status, 412);
    const before = await titles('officer');
    const { id } = await world.sendCase();
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await tell();
    assert.deepEqual(await titles('officer'), before);
    assert.equal((await put('"v2"')).body.etag, '"v3"');
  });

  test('rules of the tenant hold instead, and unknown variables are refused in both languages', async () => {
    const rules = presetNoticeRules();
    const change = {
      ...(sampleBodies.settings.change as object),
      name: 'notices',
      reason: 'Lời của tỉnh',
      replaces: 0,
    };
    const set = (value: unknown, headers = {}) =>
      world.call<Problem>('POST', '/v1/settings/versions', {
        as: 'administrator',
        body: { ...change, value },
        headers,
      });
    const received = rules.find(({ id }) => id === 'case.received.secretariat')!;
    const wrong = [{ ...received, title: { vi: '{secret}', en: 'x' } }];
    const refused = await set(wrong);
    assert.deepEqual(
      refused.body.errors?.map(({ pointer, code }) => [pointer, code]),
      [['/value/0/title/vi', 'unknown-variable']],
    );
    assert.match(refused.body.errors![0]!.detail, /^Không dùng được \{secret\} ở đây\. Dùng được: \{code\}/);
    const english = await set(wrong, { 'accept-language': 'en' });
    assert.match(english.body.errors![0]!.detail, /^\{secret\} cannot be used here/);
    const title = { vi: 'Việc mới: {code}', en: 'New: {code}' };
    assert.equal((await set([{ ...received, title, illustrative: false }])).status, 201);
    const { code, id } = await world.sendCase();
    await world.step(id, { action: 'assign', unitId: world.unit.id });
    await tell();
    assert.equal((await titles('secretary'))[0], `Việc mới: ${code}`);
    assert.ok(!(await titles('above')).some((each) => each.includes(code)), 'no rule names the unit any more');
  });

  test('the ledger holds afterwards', async () => {
    assert.deepEqual(await faultsOf({ database: world.server.database }), []);
  });
});
