import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { usualWishes, type NoticePreferences } from '@dvk/sdk/notices';
import { sql } from 'drizzle-orm';
import { announceJob } from '../announce.ts';
import { checkJob } from '../audit/check-job.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { addressOf, startNoticeWorld, type NoticeWorld } from './testkit/world.ts';

onBothEngines('notices of a ledger that does not hold', (_engine, create) => {
  let world: NoticeWorld;
  const told = async (name: string) => (await world.noticesOf(name)).filter(({ on }) => on === 'audit.checked');
  async function check() {
    const { status } = await world.call('POST', '/v1/audit/checks', { as: 'inspector', body: {} });
    assert.equal(status, 201);
    await world.work(checkJob.name, announceJob.name);
  }

  before(async () => {
    world = await startNoticeWorld(create);
    await world.addPerson('keeper', [{ role: 'administrator' }]);
    await world.addPerson('supervisor', [{ role: 'inspector' }]);
    await world.addPerson('secretary', [{ role: 'secretariat' }]);
    await world.sendCase();
  });
  after(() => world.server.end());

  test('of a check that found nothing nobody is told', async () => {
    await check();
    assert.deepEqual([...(await told('keeper')), ...(await told('supervisor'))], []);
  });

  test('administrators and inspectors are told how much does not hold, in both languages, and nobody else', async () => {
    await world.server.database.queries.execute(sql`UPDATE citizen_case SET title = 'Tên khác'`);
    await check();
    for (const name of ['keeper', 'supervisor']) {
      const [notice, ...more] = await told(name);
      assert.equal(more.length, 0);
      assert.deepEqual(notice!.title, {
        vi: 'Kiểm tra nhật ký: 1 chỗ không khớp',
        en: 'Faults found in the ledger: 1',
      });
      assert.equal(notice!.topic, 'system');
      assert.match(notice!.subject!, /^audit\//);
    }
    assert.deepEqual(await told('secretary'), []);
  });

  test('they are told too when the ledger takes no event any more', async () => {
    const { queries } = world.server.database;
    await queries.execute(sql`UPDATE event_ledger SET count = count + 1`);
    await check();
    const [first] = await told('keeper');
    assert.equal((await told('keeper')).length, 2);
    assert.match(first!.title.vi, /^Kiểm tra nhật ký: \d+ chỗ không khớp$/);
    await check();
    assert.equal((await told('keeper')).length, 3, 'each check that finds something is told of');
    await queries.execute(sql`UPDATE event_ledger SET count = count - 1`);
  });

  test('who wished something before there was this part of the work has the usual of it', async () => {
    const as = { as: { subject: addressOf('keeper'), roles: ['citizen'] as const } };
    const path = '/v1/notices/preferences';
    const wishes = { ...usualWishes, topics: { ...usualWishes.topics, cases: { inApp: false, mail: 'never' } } };
    await world.call('PUT', path, { ...as, body: wishes, headers: { 'if-match': '"v1"' } });
    const { queries } = world.server.database;
    await queries.execute(sql`UPDATE notice_wishes SET wishes = wishes #- '{topics,system}'`);
    const { status, body } = await world.call<NoticePreferences>('GET', path, as);
    assert.equal(status, 200);
    assert.deepEqual(body.topics, wishes.topics);
    await check();
    assert.equal((await told('keeper')).length, 4);
  });
});
