import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem, Role } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import type { Grant, NewGrant, Person } from '@dvk/sdk/people';
import type { Session } from '@dvk/sdk/session';
import type { UnitRecord } from '@dvk/sdk/units';
import { sql } from 'drizzle-orm';
import { createServer, type Server } from '../create-server.ts';
import { openDatabase } from '../database/index.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleRegistration, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

const today = '2026-12-14';

onBothEngines('people', (engine, create) => {
  let server: TestServer;
  let files: TestDatabase;
  let now = `${today}T02:00:00Z`;
  const province = sampleUnit({ name: 'Ban Dân vận' });
  const commune = sampleUnit({ name: 'Xã Mẫu', partyParentId: province.id });
  const village = sampleUnit({ name: 'Thôn Mẫu', administrativeParentId: commune.id });
  const apart = sampleUnit({ name: 'Xã khác' });

  before(async () => {
    files = await create();
    server = await startTestServer(async () => files, { clock: () => new Date(now) });
    await addUnits(server.database.queries, testTenant, [province, commune, village, apart]);
  });
  after(() => server.end());

  /** Somebody whom the token gives no role. */
  const person = (subject: string): Exclude<Asker, undefined | Role> => ({ subject, roles: ['citizen'] });
  const call = <Body = Problem>(as: Asker, method: string, path: string, body?: object, etag?: string) =>
    server.call<Body>(method, path, { as, body, ...(etag && { headers: { 'if-match': etag } }) });
  const sessionOf = async (subject: string) => (await call<Session>(person(subject), 'GET', '/v1/session')).body;

  async function invite(subject: string, unitId: string | null = null): Promise<Person> {
    const body = { name: `Người ${subject}`, unitId, invitation: subject };
    const added = await call<Person>('administrator', 'POST', '/v1/people', body);
    assert.equal(added.status, 201, JSON.stringify(added.body));
    return added.body;
  }
  const terms = (changes: Partial<NewGrant> = {}): NewGrant => ({
    role: 'unit-leader',
    unitId: commune.id,
    withSubtree: true,
    from: today,
    to: null,
    reason: 'Phân công (mẫu)',
    ...changes,
  });
  const give = (to: Person, changes: Partial<NewGrant> = {}, as: Asker = 'administrator') =>
    call<Grant & Problem>(as, 'POST', `/v1/people/${to.id}/grants`, terms(changes));
  const endGrant = ({ id, personId }: Grant, as: Asker = 'administrator') =>
    call<Grant & Problem>(as, 'POST', `/v1/people/${personId}/grants/${id}/end`, { reason: 'Hết việc' });
  const issuesOf = ({ body }: { body: Problem }) => body.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
  async function setSource(source: 'tokens' | 'list' | 'both') {
    const { body: page } = await call<{ items: { version: number }[] }>(
      'inspector',
      'GET',
      '/v1/settings/versions?name=role-source&limit=1',
    );
    const replaces = page.items[0]?.version ?? 0;
    const change = { name: 'role-source', value: source, validFrom: today, validTo: null, basis: null };
    return call('administrator', 'POST', '/v1/settings/versions', {
      ...change,
      reason: 'Chuyển nguồn vai trò',
      provisional: false,
      replaces,
    });
  }
  const register = (as: Asker, unitId: string) =>
    call<Pick<Model, 'unitId'> & Problem>(as, 'POST', '/v1/models', {
      ...sampleRegistration(),
      unitName: undefined,
      unitId,
    });
  const modelsSeen = async (as: Asker) => {
    const { status, body } = await call<{ items: { unitId: string }[] }>(as, 'GET', '/v1/models?limit=100');
    return status === 200 ? body.items.map(({ unitId }) => unitId).sort() : status;
  };

  test('the first sign-in makes an invited person known, for good', async () => {
    const added = await invite('can-bo-1', commune.id);
    assert.deepEqual([added.state, added.lastSignInAt], ['invited', null]);
    assert.deepEqual((await sessionOf('can-bo-1')).personId, added.id);
    const { body } = await call<Person>('administrator', 'GET', `/v1/people/${added.id}`);
    assert.deepEqual([body.state, body.lastSignInAt], ['active', new Date(now).toISOString()]);
    const change = await call('administrator', 'PATCH', `/v1/people/${added.id}`, { invitation: 'x' }, body.etag);
    assert.deepEqual(issuesOf(change), ['/invitation signed-in-already']);
    assert.equal((await sessionOf('can-bo-la')).personId, undefined);
  });

  test('the last sign-in is written once in an hour', async () => {
    const last = async () => {
      await sessionOf('can-bo-1');
      const { body } = await call<{ items: Person[] }>('administrator', 'GET', '/v1/people?q=can-bo-1');
      return body.items[0]!.lastSignInAt;
    };
    const first = await last();
    now = `${today}T02:59:00Z`;
    assert.equal(await last(), first);
    now = `${today}T03:01:00Z`;
    assert.equal(await last(), new Date(now).toISOString());
  });

  test('two people are not invited by the same address, in capital letters or small ones', async () => {
    const body = { name: 'Lê Văn C', unitId: null, invitation: 'CAN-BO-1' };
    assert.deepEqual(issuesOf(await call('administrator', 'POST', '/v1/people', body)), [
      '/invitation already-invited',
    ]);
    const elsewhere = { ...body, invitation: 'c', unitId: '00000000-0000-7000-8000-000000000000' };
    assert.deepEqual(issuesOf(await call('administrator', 'POST', '/v1/people', elsewhere)), ['/unitId unknown']);
  });

  test('roles come from the list where the setting says so, and never from a list without an administrator', async () => {
    const officer = await invite('can-bo-2');
    assert.equal((await give(officer, { role: 'unit-officer', withSubtree: false })).status, 201);
    assert.deepEqual((await sessionOf('can-bo-2')).roles, ['citizen'], 'the token alone counts');
    assert.deepEqual(issuesOf(await setSource('list')), ['/value no-administrator']);
    assert.equal((await setSource('both')).status, 201);
    const session = await sessionOf('can-bo-2');
    assert.deepEqual([session.roles, session.unitId, session.grants], [['unit-officer'], commune.id, undefined]);
    const token = { subject: 'can-bo-2', roles: ['appraiser'] as const };
    assert.deepEqual((await call<Session>(token, 'GET', '/v1/session')).body.roles, ['appraiser', 'unit-officer']);
  });

  test('a grant with its subtree gives the rights of the role towards what lies beneath, and nothing more', async () => {
    for (const unit of [province, commune, village, apart])
      assert.equal((await register('secretariat', unit.id)).status, 201);
    const leader = await invite('lanh-dao', commune.id);
    const as = person('lanh-dao');
    assert.equal(await modelsSeen(as), 403);
    const grant = await give(leader);
    assert.deepEqual(await modelsSeen(as), [commune.id, village.id].sort());
    const own = await register(as, village.id);
    assert.deepEqual([own.status, own.body.unitId], [201, village.id]);
    assert.deepEqual(issuesOf((await register(as, apart.id)) as never), ['/unitId unknown']);

    // An appraiser of some units judges those, and is none elsewhere.
    const appraiser = await invite('tham-dinh');
    await give(appraiser, { role: 'appraiser', unitId: province.id });
    assert.deepEqual(
      [...new Set((await modelsSeen(person('tham-dinh'))) as string[])].sort(),
      [province.id, commune.id, village.id].sort(),
    );
    assert.equal((await call(person('tham-dinh'), 'POST', '/v1/models', sampleRegistration())).status, 403);

    // A unit that moves away takes its records along, at once.
    await server.database.queries.execute(
      sql`UPDATE unit SET administrative_parent_id = ${apart.id} WHERE tenant = ${testTenant} AND id = ${village.id}`,
    );
    const stillSeen = (await modelsSeen(as)) as string[];
    assert.ok(!stillSeen.filter((id) => id !== commune.id && id !== village.id).length);
    assert.equal(stillSeen.filter((id) => id === village.id).length, 1, 'only the one that the commune registered');
    await server.database.queries.execute(
      sql`UPDATE unit SET administrative_parent_id = ${commune.id} WHERE tenant = ${testTenant} AND id = ${village.id}`,
    );
    assert.equal((await endGrant(grant.body)).status, 200);
    assert.equal(await modelsSeen(as), 403, 'from the next request on');
  });

  test('a role in a unit that is merged counts in the one that continues it, and no more in what moved away', async () => {
    const addUnit = async (code: string) => {
      const body = { code, name: `Đơn vị ${code}`, kind: 'department', validFrom: '2025-07-01' };
      return (await call<UnitRecord>('administrator', 'POST', '/v1/units', body)).body;
    };
    const [old, next, other] = [await addUnit('CU'), await addUnit('MOI'), await addUnit('KHAC')];
    for (const { id } of [old, next, other]) assert.equal((await register('secretariat', id)).status, 201);
    await give(await invite('sau-sap-nhap', old.id), { unitId: old.id });
    const as = person('sau-sap-nhap');
    assert.deepEqual(await modelsSeen(as), [old.id]);
    const merge = { unitIds: [old.id], into: { unitId: next.id }, on: '2026-12-01', reason: 'Sáp nhập' };
    assert.equal((await call('administrator', 'POST', '/v1/unit-merges', merge)).status, 200);
    assert.deepEqual(await modelsSeen(as), [old.id, next.id].sort(), 'what stayed with the old unit, too');
    const own = await register(as, next.id);
    assert.deepEqual([own.status, own.body.unitId], [201, next.id]);
  });

  test('a leader delegates within their own, for a time, and not further', async () => {
    const [chief, deputy, third] = [
      await invite('truong', commune.id),
      await invite('pho', village.id),
      await invite('ba', village.id),
    ];
    const own = await give(chief, { to: '2027-06-30' });
    const [asChief, asDeputy] = [person('truong'), person('pho')];
    assert.deepEqual(issuesOf(await give(deputy, { to: null }, asChief)), ['/to delegation-needs-end']);
    assert.deepEqual(issuesOf(await give(deputy, { to: '2027-07-01' }, asChief)), ['/to beyond-your-time']);
    assert.deepEqual(issuesOf(await give(deputy, { to: '2027-01-01', unitId: province.id }, asChief)), [
      '/unitId beyond-your-units',
    ]);
    assert.deepEqual(issuesOf(await give(deputy, { role: 'secretariat', unitId: null, withSubtree: false }, asChief)), [
      '/role not-your-role',
    ]);
    assert.equal((await give(chief, { to: '2027-01-01' }, asChief)).status, 403, 'to oneself');
    const stranger = await invite('nguoi-xa', apart.id);
    assert.equal((await give(stranger, { to: '2027-01-01' }, asChief)).status, 404);

    const delegated = await give(deputy, { to: '2027-01-01' }, asChief);
    assert.deepEqual([delegated.status, delegated.body.delegatedBy], [201, chief.id]);
    assert.deepEqual((await sessionOf('pho')).roles, ['unit-leader']);
    assert.deepEqual(issuesOf(await give(third, { to: '2026-12-31' }, asDeputy)), ['/role delegated-to-you']);
    assert.equal((await endGrant(own.body, asDeputy)).status, 404, 'not theirs to end');
    const again = await give(deputy, { to: '2027-01-01', withSubtree: false }, asChief);
    assert.equal((await endGrant(again.body, asChief)).status, 200);

    // What was delegated ends with what it was delegated from.
    assert.equal((await endGrant(own.body)).status, 200);
    assert.deepEqual((await sessionOf('pho')).roles, ['citizen']);
    const { body } = await call<{ items: Grant[] }>('administrator', 'GET', `/v1/people/${deputy.id}/grants`);
    assert.deepEqual(
      body.items.map(({ holds, endedAt }) => [holds, endedAt !== null]),
      [
        [false, true],
        [false, true],
      ],
    );
    assert.equal((await endGrant(own.body)).status, 409);
  });

  test('who leaves has nothing from the next request on, on every server, whatever the token says', async () => {
    const leaver = await invite('nghi-viec', commune.id);
    await give(leaver);
    const token = { subject: 'nghi-viec', roles: ['secretariat'] as const };
    assert.equal((await call(token, 'GET', '/v1/cases')).status, 200);
    let other: Server | undefined;
    if (engine === 'PostgreSQL')
      other = createServer({
        database: await openDatabase(files.options),
        tenant: testTenant,
        secretKey: testSecretKey,
        authenticator: server.issuer,
        clock: () => new Date(now),
      });
    const elsewhere = async () => {
      const headers = { authorization: `Bearer ${await server.tokenFor(token)}` };
      return (await other!.fetch(new Request('http://test/v1/cases', { headers }))).status;
    };
    if (other) assert.equal(await elsewhere(), 200);
    const { body: current } = await call<Person>('administrator', 'GET', `/v1/people/${leaver.id}`);
    const reason = { reason: 'Nghỉ hưu' };
    const left = await call<Person>('administrator', 'POST', `/v1/people/${leaver.id}/leave`, reason, current.etag);
    assert.deepEqual([left.status, left.body.state, left.body.leftOn], [200, 'left', today]);
    assert.equal((await call(token, 'GET', '/v1/cases')).status, 403);
    if (other) assert.equal(await elsewhere(), 403);
    await other?.close();
    assert.equal((await give(leaver)).status, 409);
    const back = await call<Person>(
      'administrator',
      'POST',
      `/v1/people/${leaver.id}/rejoin`,
      undefined,
      left.body.etag,
    );
    assert.equal(back.body.state, 'active');
    assert.deepEqual((await sessionOf('nghi-viec')).roles, ['citizen'], 'without the roles of before');
  });

  test('a grant begins and ends with its days', async () => {
    const guest = await invite('tam-thoi');
    await give(guest, { role: 'inspector', unitId: null, withSubtree: false, from: '2026-12-20', to: '2026-12-21' });
    const roleAt = async (at: string) => {
      now = at;
      return (await sessionOf('tam-thoi')).roles[0];
    };
    assert.equal(await roleAt('2026-12-19T16:59:00Z'), 'citizen');
    assert.equal(await roleAt('2026-12-19T17:00:00Z'), 'inspector');
    assert.equal(await roleAt('2026-12-21T16:59:00Z'), 'inspector');
    assert.equal(await roleAt('2026-12-21T17:00:00Z'), 'citizen');
    now = `${today}T04:00:00Z`;
  });

  test('where roles come from the list alone, tokens give none, and the last administrator stays', async () => {
    const first = await invite('quan-tri');
    await sessionOf('quan-tri');
    const grant = await give(first, { role: 'administrator', unitId: null, withSubtree: false });
    assert.equal((await setSource('list')).status, 201);
    assert.equal((await call('administrator', 'GET', '/v1/people')).status, 403);
    const as = person('quan-tri');
    assert.equal((await call(as, 'GET', '/v1/people')).status, 200);
    const { body } = await call<Person>(as, 'GET', `/v1/people/${first.id}`);
    const refused = await endGrant(grant.body, as);
    assert.deepEqual([refused.status, refused.body.detail?.includes('quản trị cuối cùng')], [409, true]);
    const leaving = await call(as, 'POST', `/v1/people/${first.id}/leave`, { reason: 'Nghỉ' }, body.etag);
    assert.equal(leaving.status, 409);
    assert.equal((await call(as, 'GET', '/v1/people')).status, 200);
    assert.equal((await give(first, { role: 'inspector', unitId: null, withSubtree: false }, as)).status, 403);
  });

  test('people of one tenant are nobody in another', async () => {
    await server.database.queries.execute(
      sql`INSERT INTO person (tenant, id, created_at, updated_at, name, title, invitation, search_text, sort_key)
          SELECT 'elsewhere', id, created_at, updated_at, name, title, 'nguoi-tinh-khac', search_text, sort_key
          FROM person WHERE tenant = ${testTenant} AND invitation = 'quan-tri'`,
    );
    assert.equal((await sessionOf('nguoi-tinh-khac')).personId, undefined);
    const { body } = await call<{ items: Person[] }>(person('quan-tri'), 'GET', '/v1/people?limit=100');
    assert.ok(body.items.length > 5 && body.items.every(({ invitation }) => invitation !== 'nguoi-tinh-khac'));
  });

  test('all of it is in the ledger without a name, and a grant that was tampered with is found', async () => {
    assert.deepEqual(await faultsOf(server), []);
    const { rows } = await server.database.queries.execute<{ data: object }>(
      sql`SELECT data FROM event WHERE tenant = ${testTenant} AND (kind LIKE 'person.%' OR kind LIKE 'grant.%')`,
    );
    assert.ok(rows.length > 20);
    assert.ok(!/Người|can-bo|Phân công/.test(JSON.stringify(rows)));
    await server.database.queries.execute(
      sql`UPDATE role_grant SET role = 'administrator', unit_id = NULL WHERE tenant = ${testTenant} AND role = 'appraiser'`,
    );
    assert.equal((await faultsOf(server)).length, 1);
  });
});
