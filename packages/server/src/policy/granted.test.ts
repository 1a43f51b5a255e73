import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api } from '@dvk/sdk/api';
import { staff, type Endpoint } from '@dvk/sdk/contract';
import { placeOfRole, type Grant, type Person } from '@dvk/sdk/people';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

/** How somebody may hold a role of the list, and whether it opens what the role opens. */
const ways = {
  given: true,
  delegated: true,
  ended: false,
  'not begun': false,
  'of one who left': false,
  'of a basis that ended': false,
  'of another tenant': false,
} as const;
type Way = keyof typeof ways;

onBothEngines('rights of the list', (_engine, create) => {
  let server: TestServer;
  const unit = sampleUnit();
  before(async () => {
    server = await startTestServer(create, { clock: () => new Date('2026-12-14T02:00:00Z') });
    await addUnits(server.database.queries, testTenant, [unit]);
    const source = { name: 'role-source', value: 'list', validFrom: '2026-12-01', validTo: null, basis: null };
    const first = await add('first');
    await give(first, 'administrator');
    assert.equal((await call('first', 'GET', '/v1/session')).status, 200);
    for (const role of staff) for (const way of Object.keys(ways) as Way[]) await hold(role, way);
    const change = { ...source, reason: 'Chuyển sang danh sách', provisional: false, replaces: 0 };
    assert.equal(
      (await server.call('POST', '/v1/settings/versions', { as: 'administrator', body: change })).status,
      201,
    );
  });
  after(() => server.end());

  const call = (subject: string, method: string, path: string, body?: object) =>
    server.call(method, path, { as: { subject, roles: ['citizen'] }, body });
  async function post<Body>(path: string, body: object, headers: Record<string, string> = {}): Promise<Body> {
    const { status, body: made } = await server.call<Body>('POST', path, { as: 'administrator', body, headers });
    assert.ok(status < 300, `${path}: ${JSON.stringify(made)}`);
    return made;
  }
  const add = (subject: string) =>
    post<Person>('/v1/people', { name: 'Nguyễn Văn A', unitId: unit.id, invitation: subject });
  const terms = (role: Grant['role'], changes: object = {}) => ({
    role,
    unitId: placeOfRole[role] === 'unit' ? unit.id : null,
    withSubtree: false,
    from: '2026-12-01',
    to: null,
    reason: 'Mẫu',
    ...changes,
  });
  const give = ({ id }: Person, role: Grant['role'], changes: object = {}) =>
    post<Grant>(`/v1/people/${id}/grants`, terms(role, changes));
  const reason = { reason: 'Mẫu' };

  /** Lets somebody named after the role and the way hold the role in that way. */
  async function hold(role: Grant['role'], way: Way): Promise<void> {
    const person = await add(`${role} ${way}`);
    if (way === 'delegated' || way === 'of a basis that ended') return delegate(person, role, way);
    const grant = await give(person, role, way === 'not begun' ? { from: '2026-12-15' } : {});
    if (way === 'ended') await post(`/v1/people/${person.id}/grants/${grant.id}/end`, reason);
    if (way === 'of one who left') await post(`/v1/people/${person.id}/leave`, reason, { 'if-match': person.etag });
    if (way === 'of another tenant') await moveElsewhere(person, grant);
  }

  /** The same person with the same role, in another tenant. */
  async function moveElsewhere(person: Person, grant: Grant): Promise<void> {
    const { queries: db } = server.database;
    const rows = [
      [sql`person`, person],
      [sql`role_grant`, grant],
    ] as const;
    const there = JSON.stringify({ tenant: 'elsewhere', unit_id: null });
    for (const [table, { id }] of rows)
      await db.execute(sql`
        INSERT INTO ${table} SELECT (jsonb_populate_record(here, ${there}::jsonb)).* FROM ${table} AS here
        WHERE tenant = ${testTenant} AND id = ${id}`);
    for (const [table, { id }] of rows.toReversed())
      await db.execute(sql`DELETE FROM ${table} WHERE tenant = ${testTenant} AND id = ${id}`);
  }

  /**
   * By hand, since the rules let only leaders delegate: what counts here is what comes of a delegation, whatever role it gives.
   */
  async function delegate(to: Person, role: Grant['role'], way: Way): Promise<void> {
    const giver = await add(`giver of ${to.invitation}`);
    const basis = await give(giver, role);
    const grant = await give(to, role, { to: '2026-12-31' });
    await server.database.queries.execute(
      sql`UPDATE role_grant SET delegated_by = ${giver.id}, basis_id = ${basis.id}
          WHERE tenant = ${testTenant} AND id = ${grant.id}`,
    );
    if (way === 'of a basis that ended') await post(`/v1/people/${giver.id}/grants/${basis.id}/end`, reason);
  }

  const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
  const endpoints = Object.values(api).flatMap((area) => Object.values(area) as Endpoint[]);

  for (const { method, path, roles } of endpoints.filter((each) => !each.roles.includes('citizen')))
    test(`${method} ${path} is open by a role that holds, and by no other`, async () => {
      const closed = staff.find((role) => !roles.includes(role));
      const tried = [
        // Of the roles that open it one suffices: all are held alike.
        ...Object.entries(ways).map(([way, opens]) => ({
          role: staff.find((each) => roles.includes(each))!,
          way,
          opens,
        })),
        ...(closed ? [{ role: closed, way: 'given', opens: false }] : []),
      ];
      for (const { role, way, opens } of tried) {
        const as = { subject: `${role} ${way}`, roles: ['citizen'] as const };
        const { status } = await server.call(method, addressOf(path), { as, key: null });
        assert.equal(status !== 403, opens, `${role} ${way}: ${status}`);
        assert.ok(status < 500 && status !== 401, `${role} ${way}: ${status}`);
      }
    });
});
