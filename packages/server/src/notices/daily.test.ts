/** What a day brings: reminders, and one letter for each person instead of a storm. */
import assert from 'node:assert/strict';
import { after, before, test, describe } from 'node:test';
import type { CaseRow } from '../cases/table.ts';
import { cases } from '../cases/table.ts';
import { usualWishes } from '@dvk/sdk/notices';
import { presetThresholds } from '@dvk/sdk/settings';
import { sampleBodies } from '@dvk/sdk/testing';
import { and, eq, like } from 'drizzle-orm';
import { insertAll, newId } from '../database/index.ts';
import { plans } from '../plans/table.ts';
import { serverJobs } from '../server-jobs.ts';
import { enqueue } from '../queue/enqueue.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { startMailServer, type MailServer } from '../testkit/mail-server.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { testTenant } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { noticeMails, notices } from './table.ts';
import { addressOf, startNoticeWorld, type NoticeWorld } from './testkit/world.ts';

const unitCount = 128;
const casesEach = 5;

describe('a day', () => {
  let mail: MailServer;
  let world: NoticeWorld;
  const units = Array.from({ length: unitCount }, (_, index) => sampleUnit({ name: `Phường Mẫu ${index}` }));
  const daily = serverJobs.find(({ name }) => name === 'notices.daily')!;
  const queries = () => world.server.database.queries;

  /** It is seven in the morning in Vietnam. */
  async function morningOf(day: string): Promise<void> {
    world.now = `${day}T00:00:00.000Z`;
    await enqueue(queries(), daily, {}, { tenant: testTenant, key: day, now: new Date(world.now) });
    await world.work('notices.daily', 'notices.mail');
  }
  const lettersOf = (day: string) =>
    queries()
      .select()
      .from(noticeMails)
      .where(and(eq(noticeMails.tenant, testTenant), eq(noticeMails.key, `digest/${day}`)));
  const subjectsTo = (name: string) =>
    [...mail.letters.values()].flat().filter(({ to }) => to.includes(addressOf(name))).length;

  before(async () => {
    mail = await startMailServer();
    const options = {
      mail: { server: mail.url, from: 'dvk@tinh.example', links: new URL('https://dvk.tinh.example/') },
    };
    world = await startNoticeWorld(freshDatabase.PostgreSQL, options, '2026-12-07T02:00:00.000Z');
    await addUnits(queries(), testTenant, units);
    await world.addPerson('secretary', [{ role: 'secretariat' }]);
    await world.addPerson('officer', [{ role: 'unit-officer', unitId: units[0]!.id }]);
    await world.addPerson('two-units', [
      { role: 'unit-officer', unitId: units[1]!.id },
      { role: 'unit-leader', unitId: units[2]!.id, to: '2026-12-21' },
    ]);
    await world.addPerson('supervisor', [{ role: 'inspector' }]);
    await world.work('events.announce', 'notices.mail');
    await queries().delete(notices);
    await queries().delete(noticeMails);
    mail.letters.clear();
    const { id } = await world.sendCase();
    const [row] = await queries().select().from(cases).where(eq(cases.id, id));
    await queries().delete(storedJobs).where(eq(storedJobs.name, 'events.announce'));
    const made = units.flatMap((unit, at) =>
      Array.from({ length: casesEach }, (_, number): CaseRow => {
        const code = `PA-261101-${at}-${number}`;
        const overdue = { dueAt: '2026-12-11T16:59:59.999Z', status: 'in-progress' as const };
        return { ...row!, ...overdue, id: newId(), code, unitId: unit.id, unitName: unit.name };
      }),
    );
    await insertAll(queries(), cases, made);
  });
  after(async () => {
    await world.server.end();
    await mail.stop();
  });

  test(`${unitCount} units with ${casesEach} overdue cases each: one notice and one letter for each person`, async () => {
    await morningOf('2026-12-14');
    const counted = async (name: string) => (await world.noticesOf(name)).map(({ text }) => text.vi);
    assert.deepEqual(await counted('secretary'), [`0 hồ sơ sắp đến hạn, ${unitCount * casesEach} hồ sơ quá hạn.`]);
    assert.deepEqual(await counted('officer'), ['0 hồ sơ sắp đến hạn, 5 hồ sơ quá hạn.']);
    assert.deepEqual(await counted('supervisor'), []);
    const people = (await lettersOf('2026-12-14')).map(({ recipient, state }) => [recipient.split('/')[0], state]);
    assert.deepEqual(
      people,
      Array.from({ length: 3 }, () => ['person', 'sent']),
    );
    for (const name of ['secretary', 'officer', 'two-units']) assert.equal(subjectsTo(name), 1, name);
    assert.equal(mail.letters.size, 3);
    // The same job once more, as after a crash.
    await queries().update(storedJobs).set({ state: 'created' }).where(like(storedJobs.name, 'notices.%'));
    await world.work('notices.daily', 'notices.mail');
    assert.equal(mail.letters.size, 3);
    assert.equal([...mail.letters.values()].flat().length, 3);
  });

  test('what happened since the last one stands in the letter of the next day, with the reminders', async () => {
    world.now = '2026-12-14T03:00:00.000Z';
    const { code } = await world.sendCase();
    await world.work('events.announce', 'notices.mail');
    assert.equal(subjectsTo('secretary'), 1, 'not at once');
    await morningOf('2026-12-15');
    const letter = [...mail.letters.values()].flat().findLast(({ to }) => to.includes(addressOf('secretary')))!;
    const [, body] = /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(letter.raw)!;
    const text = /base64/.test(letter.raw) ? Buffer.from(body!, 'base64').toString('utf8') : body!;
    assert.ok(text.replaceAll('=\r\n', '').includes(code));
    assert.equal(subjectsTo('secretary'), 2);
  });

  test('on a day off nobody is reminded', async () => {
    // A Saturday.
    await morningOf('2026-12-19');
    assert.deepEqual(await lettersOf('2026-12-19'), []);
  });

  test('a task of a plan is told of a week before and on the day after, to the unit that it names, once', async () => {
    const task = (title: string, owner: string) => ({ id: newId(), title, owner, dueOn: '2026-12-29', section: 'I' });
    await queries()
      .insert(plans)
      .values({
        tenant: testTenant,
        id: newId(),
        title: 'Kế hoạch mẫu',
        motto: null,
        directive: 'Mẫu',
        from: '2026-01-01',
        to: '2026-12-31',
        tasks: [task('Sơ kết quý', 'PHƯỜNG MẪU 0'), task('Tổng kết năm', 'Các đơn vị')],
        updatedAt: '2026-01-01T00:00:00Z',
      });
    const tasksOf = async (name: string) =>
      (await world.noticesOf(name)).flatMap(({ on, text }) => (on.startsWith('day.task') ? [text.vi] : []));
    for (const day of ['2026-12-22', '2026-12-23']) await morningOf(day);
    assert.deepEqual(await tasksOf('officer'), ['Nhiệm vụ “Sơ kết quý” đến hạn ngày 29/12/2026.']);
    assert.deepEqual(await tasksOf('secretary'), ['Nhiệm vụ “Tổng kết năm” đến hạn ngày 29/12/2026.']);
    await morningOf('2026-12-30');
    assert.equal((await tasksOf('officer'))[0], 'Nhiệm vụ “Sơ kết quý” đã hết hạn ngày 29/12/2026.');
  });

  test('whose role ends in a week is told so once', async () => {
    const ends = async () => (await world.noticesOf('two-units')).filter(({ on }) => on === 'day.grant-ends-soon');
    // The days before went past the seventh day before it.
    assert.deepEqual(
      (await ends()).map(({ text }) => text.vi),
      ['Vai trò Lãnh đạo đơn vị – Phường Mẫu 2 hết thời hạn: 21/12/2026.'],
    );
  });

  test('mail waits until quiet hours end, and comes not at all to who wishes none', async () => {
    const path = '/v1/notices/preferences';
    const as = { as: { subject: addressOf('officer'), roles: ['citizen'] as const } };
    const put = async (changes: object) => {
      const { headers } = await world.call('GET', path, as);
      const ifMatch = { 'if-match': headers.get('etag')! };
      const done = await world.call('PUT', path, { ...as, body: { ...usualWishes, ...changes }, headers: ifMatch });
      assert.equal(done.status, 200);
    };
    const assign = async () => {
      const { id } = await world.sendCase();
      await world.step(id, { action: 'assign', unitId: units[0]!.id });
      await world.work('events.announce', 'notices.mail');
    };
    await put({ quietHours: { from: '11:00', to: '14:00' } });
    world.now = '2026-12-30T05:00:00.000Z';
    const before = subjectsTo('officer');
    await assign();
    assert.equal(subjectsTo('officer'), before, 'noon is quiet');
    world.now = '2026-12-30T07:00:00.000Z';
    await world.work('notices.mail');
    assert.equal(subjectsTo('officer'), before + 1);
    const topics = { ...usualWishes.topics, cases: { inApp: true, mail: 'never' as const } };
    await put({ topics });
    await assign();
    assert.equal(subjectsTo('officer'), before + 1);
  });

  test('of very many in one day ten come at once, the rest with the next letter, whoever does the jobs', async () => {
    world.now = '2026-12-30T08:00:00.000Z';
    world.workers = 4;
    const before = subjectsTo('two-units');
    for (let number = 0; number < 13; number += 1) {
      const { id } = await world.sendCase();
      await world.step(id, { action: 'assign', unitId: units[1]!.id });
    }
    await world.work('events.announce', 'notices.mail');
    assert.equal(subjectsTo('two-units'), before + 10);
    await morningOf('2026-12-31');
    assert.equal(subjectsTo('two-units'), before + 11);
  });

  test('a province that wants to be reminded earlier is told at once of what lies between', async () => {
    const value = {
      ...presetThresholds(),
      remindDays: { amount: 20, basis: { title: 'Mẫu', confidence: 'published' } },
    };
    const body = { ...sampleBodies.settings.change!, name: 'thresholds', value };
    await world.call('POST', '/v1/settings/versions', { as: 'administrator', body });
    const soon = async () => (await world.noticesOf('officer')).filter(({ on }) => on === 'day.task-due-soon').length;
    const task = { id: newId(), title: 'Báo cáo năm', owner: 'Phường Mẫu 0', dueOn: '2027-01-20', section: 'I' };
    const [plan] = await queries().select().from(plans);
    await queries()
      .update(plans)
      .set({ tasks: [...plan!.tasks, task] });
    const before = await soon();
    for (const day of ['2027-01-04', '2027-01-05']) await morningOf(day);
    assert.equal(await soon(), before + 1, 'once, although sixteen days are left');
  });
});
