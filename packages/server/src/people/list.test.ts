import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { HistoryEvent, Problem } from '@dvk/sdk/contract';
import {
  personStandings,
  standingsOf,
  type EndingEffect,
  type Grant,
  type ListedPerson,
  type NewGrant,
  type Person,
} from '@dvk/sdk/people';
import { addDays, dateInVietnam } from '@dvk/sdk/text';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

interface Counts {
  total: number;
  by: { standing: Record<string, number> };
}

onBothEngines('the list of people', (_engine, create) => {
  let server: TestServer;
  let now = '2026-12-14T02:00:00Z';
  const today = () => dateInVietnam(now);
  const province = sampleUnit({ name: 'Ban Dân vận' });
  const commune = sampleUnit({ name: 'Xã Mẫu', partyParentId: province.id });
  const village = sampleUnit({ name: 'Thôn Mẫu', administrativeParentId: commune.id });
  const apart = sampleUnit({ name: 'Xã khác' });
  const ids: Record<string, string> = {};

  const call = <Body = Problem>(method: string, path: string, body?: object, as: Asker = 'administrator', etag = '') =>
    server.call<Body>(method, path, { as, body, ...(etag && { headers: { 'if-match': etag } }) });
  async function invite(name: string, unitId: string | null): Promise<void> {
    const added = await call<Person>('POST', '/v1/people', { name, unitId, invitation: name.replaceAll(' ', '.') });
    assert.equal(added.status, 201, JSON.stringify(added.body));
    ids[name] = added.body.id;
  }
  async function give(name: string, changes: Partial<NewGrant>, as?: Asker): Promise<Grant> {
    const terms = { role: 'unit-officer', unitId: commune.id, withSubtree: false, from: today(), to: null };
    const body = { ...terms, reason: 'Phân công (mẫu)', ...changes };
    const given = await call<Grant>('POST', `/v1/people/${ids[name]}/grants`, body, as);
    assert.equal(given.status, 201, JSON.stringify(given.body));
    return given.body;
  }
  const list = async (query: string, as?: Asker) =>
    (await call<{ items: ListedPerson[] }>('GET', `/v1/people?${query}`, undefined, as)).body.items;
  const names = async (query: string, as?: Asker) => (await list(query, as)).map(({ name }) => name);
  const counts = async (query = '', as?: Asker) =>
    (await call<Counts>('GET', `/v1/people/counts?${query}`, undefined, as)).body;
  const leader: Asker = { subject: 'Lãnh.đạo', roles: ['unit-leader'], unitId: commune.id };
  const effect = async (name: string, query = '') =>
    (await call<EndingEffect>('GET', `/v1/people/${ids[name]}/effect${query}`)).body;

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
    await addUnits(server.database.queries, testTenant, [province, commune, village, apart]);
    await invite('Lãnh đạo', commune.id);
    await call('GET', '/v1/session', undefined, leader);
    for (const name of ['An', 'Bình', 'Cúc']) await invite(name, commune.id);
    await invite('Dung', apart.id);
    await give('Lãnh đạo', { role: 'unit-leader', withSubtree: true });
    await give('An', { to: addDays(today(), 30) });
    await give('Bình', { role: 'appraiser', unitId: null, to: addDays(today(), 31) });
    await give('Cúc', { role: 'unit-leader', withSubtree: true, to: addDays(today(), 5) }, leader);
    await give('Dung', { role: 'secretariat', unitId: null, from: addDays(today(), 1) });
  });
  after(() => server.end());

  test('each line has the roles that hold and those to come, with the names of their places', async () => {
    const all = await list('');
    const roles = Object.fromEntries(
      all.map(({ name, unitName, roles }) => [
        name,
        [unitName, ...roles.map((grant) => [grant.role, grant.unitName, grant.delegatedByName, grant.holds].join(' '))],
      ]),
    );
    assert.deepEqual(roles, {
      'Lãnh đạo': ['Xã Mẫu', 'unit-leader Xã Mẫu  true'],
      An: ['Xã Mẫu', 'unit-officer Xã Mẫu  true'],
      Bình: ['Xã Mẫu', 'appraiser   true'],
      Cúc: ['Xã Mẫu', 'unit-leader Xã Mẫu Lãnh đạo true'],
      Dung: ['Xã khác', 'secretariat   false'],
    });
  });

  test('who stands where is what the rules of the SDK say, and so is how many', async () => {
    for (const day of ['2026-12-14', '2027-01-14', '2027-04-01']) {
      now = `${day}T02:00:00Z`;
      const all = await list('limit=100');
      const found = await counts();
      for (const standing of personStandings) {
        const expected = all.filter((person) => {
          const roles = person.roles.map((grant) => ({ ...grant, basis: null }));
          return standingsOf(person, roles, { day, now }).includes(standing);
        });
        const inIt = await names(`standing=${standing}`);
        assert.deepEqual(inIt.toSorted(), expected.map(({ name }) => name).toSorted(), `${standing} on ${day}`);
        assert.equal(found.by.standing[standing], inIt.length, `${standing} on ${day}`);
      }
    }
    now = '2026-12-14T02:00:00Z';
    assert.deepEqual((await names('standing=delegated&standing=without-role')).toSorted(), ['Cúc', 'Dung']);
  });

  test('the list is narrowed by role and by whom a unit has; counts keep to all but the standing', async () => {
    assert.deepEqual(await names('role=unit-leader'), ['Cúc', 'Lãnh đạo']);
    assert.deepEqual(await names(`inUnit=${village.id}`), ['Cúc', 'Lãnh đạo'], 'those who reach it from above');
    assert.deepEqual(await names(`inUnit=${commune.id}`), ['An', 'Bình', 'Cúc', 'Lãnh đạo']);
    assert.deepEqual(await names(`inUnit=${apart.id}`), ['Dung'], 'who works for it');
    const { total, by } = await counts(`role=unit-leader&standing=delegated`);
    assert.deepEqual([total, by.standing['present'], by.standing['delegated']], [1, 2, 1]);
    assert.equal((await counts('q=binh')).total, 1);
  });

  test('a leader sees and counts the people of the own unit', async () => {
    assert.deepEqual(await names('', leader), ['An', 'Bình', 'Cúc', 'Lãnh đạo']);
    assert.equal((await counts('', leader)).total, 4);
  });

  test('what an ending brings about is told: what ends with it, and where nobody is left', async () => {
    const [own] = (await list('q=lanh')).flatMap(({ roles }) => roles);
    const both = await effect('Lãnh đạo', `?grantId=${own!.id}`);
    assert.deepEqual(
      both.alsoEnding.map(({ personName, role, unitName }) => [personName, role, unitName]),
      [['Cúc', 'unit-leader', 'Xã Mẫu']],
    );
    assert.deepEqual(both.leftWithout, [{ role: 'unit-leader', unitId: commune.id, unitName: 'Xã Mẫu', moreUnits: 1 }]);
    assert.deepEqual(await effect('Cúc'), { alsoEnding: [], leftWithout: [] }, 'the head is there still');
    const appraiser = { role: 'appraiser', unitId: null, unitName: null, moreUnits: 0 };
    assert.deepEqual((await effect('Bình')).leftWithout, [appraiser]);
    const none = await call('GET', `/v1/people/${ids['An']}/effect?grantId=${own!.id}`);
    assert.equal(none.status, 404, 'a role of somebody else');
  });

  test('the history of a person says what was changed, without names', async () => {
    const path = `/v1/people/${ids['Dung']}`;
    const { body: before } = await call<Person>('GET', path);
    const changed = await call<Person>('PATCH', path, { title: 'Văn thư' }, 'administrator', before.etag);
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    const { body } = await call<{ items: HistoryEvent[] }>('GET', `${path}/history`);
    assert.deepEqual(
      body.items.map(({ kind, fields, by }) => [kind, fields, by.self]),
      [
        ['person.changed', ['title'], true],
        ['person.added', undefined, true],
      ],
    );
  });
});
