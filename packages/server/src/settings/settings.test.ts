import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import type { SettingChange, SettingVersion, Settings } from '@dvk/sdk/settings';
import { sampleBodies } from '@dvk/sdk/testing';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { createSettingsReader } from './in-force.ts';

const change = sampleBodies.settings.change as SettingChange;
const of = (name: SettingChange['name'], value: unknown, more: Partial<SettingChange> = {}) => ({
  ...change,
  name,
  value,
  ...more,
});
const office = (name: string) => of('office', { name, hotline: null });

interface Effect {
  movedDueDates: { id: string; code: string; dueAt: string; wouldBeDueAt: string }[];
  openCases: number;
}

onBothEngines('settings', (_engine, create) => {
  let server: TestServer;
  let now = '2026-12-14T02:00:00Z';
  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  const set = (body: object, as = 'administrator' as const) =>
    server.call<SettingVersion>('POST', '/v1/settings/versions', { as, body });
  const publicOnes = async () => (await server.call<Settings>('GET', '/v1/settings')).body;

  test('what an administrator sets is what forms are told, from its first day to its last', async () => {
    const preset = await publicOnes();
    const { status, body } = await set({
      ...office('Bộ phận Một cửa phường Mẫu'),
      validFrom: '2026-12-15',
      validTo: '2026-12-31',
    });
    assert.equal(status, 201);
    assert.equal(body.version, 1);
    assert.equal(body.changedBy, 'Nguyễn Văn A');
    assert.equal((await publicOnes()).office.name, preset.office.name, 'its time has not come');
    now = '2026-12-31T16:59:00Z';
    assert.equal((await publicOnes()).office.name, 'Bộ phận Một cửa phường Mẫu');
    now = '2026-12-31T17:00:00Z';
    assert.equal((await publicOnes()).office.name, preset.office.name, 'in Việt Nam the year has ended');
    now = '2026-12-14T02:00:00Z';
  });

  test('of two people who change the same version one is refused, and nothing is lost', async () => {
    const body = { ...office('Văn phòng A'), replaces: 1 };
    const both = await Promise.all([set(body), set({ ...body, value: { name: 'Văn phòng B', hotline: null } })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 412]);
    const { body: page } = await server.call<{ items: SettingVersion[] }>('GET', '/v1/settings/versions?name=office', {
      as: 'secretariat',
    });
    assert.deepEqual(
      page.items.map(({ version }) => version),
      [2, 1],
    );
  });

  test('a change that contradicts itself is refused at the place, in words', async () => {
    const { status, body } = await server.call<{ errors: { pointer: string; detail: string }[] }>(
      'POST',
      '/v1/settings/versions',
      {
        as: 'administrator',
        body: of('calendar', {
          holidays: [],
          makeUpDays: [{ date: '2026-12-25', name: 'Làm bù' }],
          ordinaryDays: [],
        }),
      },
    );
    assert.equal(status, 422);
    assert.deepEqual(
      body.errors.map(({ pointer }) => pointer),
      ['/value/makeUpDays/0/date'],
    );
    assert.match(body.errors[0]!.detail, /không cần làm bù/);
  });

  test('tells which open cases would be due on another day; they stay, and new ones follow the new calendar', async () => {
    const send = async () => {
      const { body } = await server.call<{ code: string; dueAt: string }>('POST', '/v1/cases', {
        body: sampleSubmission(),
      });
      return body;
    };
    const open = await send();
    // In force from the first of December, so on the day of the case too.
    const { body: effect } = await server.call<Effect>('POST', '/v1/settings/effect', {
      as: 'administrator',
      body: change,
    });
    assert.equal(effect.openCases, 1);
    assert.equal(effect.movedDueDates.length, 1);
    const [moved] = effect.movedDueDates;
    assert.equal(moved!.code, open.code);
    assert.ok(moved!.wouldBeDueAt < moved!.dueAt, 'a Saturday is worked');

    const week = async () => (await publicOnes()).workWeek;
    assert.deepEqual((await week()).worked, []);
    assert.equal((await set(change)).status, 201);
    assert.deepEqual((await week()).worked, ['2026-12-26'], 'pages are told');
    assert.ok((await week()).off.includes('2026-12-31'));
    const { rows } = await server.database.queries.execute<{ due_at: string }>(
      sql`SELECT due_at FROM citizen_case WHERE tenant = ${testTenant} AND code = ${open.code}`,
    );
    assert.equal(Date.parse(rows[0]!.due_at), Date.parse(moved!.dueAt), 'not moved');
    assert.equal(Date.parse((await send()).dueAt), Date.parse(moved!.wouldBeDueAt));
  });

  test('codes begin with the letters that are set', async () => {
    const value = { report: 'PH', proposal: 'KN', model: 'DVK' };
    assert.equal((await set(of('code-prefixes', value))).status, 201);
    const { body } = await server.call<{ code: string }>('POST', '/v1/cases', { body: sampleSubmission() });
    assert.match(body.code, /^PH-/);
  });

  test('versions are in the ledger, and a version that was tampered with is found', async () => {
    assert.deepEqual(await faultsOf(server), []);
    await server.database.queries.execute(
      sql`UPDATE setting SET reason = 'lý do khác' WHERE tenant = ${testTenant} AND name = 'calendar'`,
    );
    assert.equal((await faultsOf(server)).length, 1);
  });

  test('settings of one tenant are nothing in another', async () => {
    const presets = { office: { name: 'Nơi khác', hotline: null }, calendar: vietnamCalendar, terms: legalTerms };
    const read = createSettingsReader(presets);
    const query = { db: server.database.queries, day: '2026-12-14' };
    assert.deepEqual((await read({ ...query, tenant: 'elsewhere' })).values.office, presets.office);
    assert.notDeepEqual((await read({ ...query, tenant: testTenant })).values.office, presets.office);
  });
});
