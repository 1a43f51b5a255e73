import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServiceAccount, ServiceAccountWithKey } from '@dvk/sdk/accounts';
import type { Problem } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { sampleBodies } from '@dvk/sdk/testing';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createServer } from '../create-server.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleRegistration, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

onBothEngines('service accounts', (_engine, create) => {
  let server: TestServer;
  let now = '2026-12-14T02:00:00Z';
  const log: string[] = [];
  const commune = sampleUnit({ name: 'Xã Mẫu' });
  const village = sampleUnit({ name: 'Thôn Mẫu', administrativeParentId: commune.id });
  const apart = sampleUnit({ name: 'Xã khác' });
  before(async () => {
    server = await startTestServer(create, {
      clock: () => new Date(now),
      log: pino({}, { write: (line: string) => void log.push(line) }),
    });
    await addUnits(server.database.queries, testTenant, [commune, village, apart]);
  });
  after(() => server.end());

  const make = async (changes: object = {}) => {
    const body = { ...(sampleBodies.accounts.create as object), ...changes };
    return server.call<ServiceAccountWithKey>('POST', '/v1/service-accounts', { as: 'administrator', body });
  };
  const by = <Body = Problem>(key: string, method: string, path: string, body?: object) =>
    server.call<Body>(method, path, { body, headers: { authorization: `Bearer ${key}` } });
  const manage = <Body = ServiceAccountWithKey & Problem>(path: string, body?: object) =>
    server.call<Body>('POST', `/v1/service-accounts/${path}`, { as: 'administrator', body });

  test('a program does what its scopes name, as its role, and nothing else', async () => {
    const { status, body } = await make();
    assert.equal(status, 201);
    assert.match(body.key, /^dvk_[0-9a-f]{32}_[\w-]{43}$/);
    assert.equal((await by(body.key, 'GET', '/v1/cases')).status, 200);
    const { body: session } = await by<Session>(body.key, 'GET', '/v1/session');
    assert.deepEqual([session.subject, session.roles], [`service:${body.id}`, ['inspector']]);
    const other = await by(body.key, 'GET', '/v1/assessments');
    assert.deepEqual([other.status, other.body.detail], [403, 'Khóa này không có phạm vi “assessments:read”.']);
    // The scope without the role opens nothing, and who people are is never open.
    const writing = (await make({ scopes: ['models:write', 'settings:write'] })).body.key;
    assert.equal((await by(writing, 'POST', '/v1/models', sampleRegistration())).status, 403);
    assert.equal((await by(writing, 'POST', '/v1/settings/versions', {})).status, 403);
    const administrator = (await make({ role: 'administrator' })).body.key;
    for (const path of ['/v1/people', '/v1/service-accounts', '/v1/jobs'])
      assert.equal((await by(administrator, 'GET', path)).status, 403, path);
  });

  test('a program of a unit with its subtree sees and writes what lies within', async () => {
    const { body } = await make({
      role: 'unit-officer',
      unitId: commune.id,
      withSubtree: true,
      scopes: ['models:read', 'models:write'],
    });
    const register = (unitId: string) =>
      by<{ unitId: string }>(body.key, 'POST', '/v1/models', { ...sampleRegistration(), unitName: undefined, unitId });
    assert.equal((await register(village.id)).status, 201);
    assert.equal((await register(apart.id)).status, 422);
    const { body: page } = await by<{ items: { unitId: string }[] }>(body.key, 'GET', '/v1/models');
    assert.deepEqual(
      page.items.map(({ unitId }) => unitId),
      [village.id],
    );
    const { rows } = await server.database.queries.execute<{ actor: { subject: string } }>(
      sql`SELECT actor FROM event WHERE tenant = ${testTenant} AND kind = 'model.registered'`,
    );
    assert.deepEqual(
      rows.map(({ actor }) => actor.subject),
      [`service:${body.id}`],
    );
  });

  test('two keys hold while programs are changed over; one that was ended opens nothing', async () => {
    const { body: first } = await make();
    const second = await manage(`${first.id}/keys`, { expiresOn: '2027-12-01' });
    for (const key of [first.key, second.body.key]) assert.equal((await by(key, 'GET', '/v1/cases')).status, 200);
    const third = await manage(`${first.id}/keys`, { expiresOn: '2027-12-01' });
    assert.deepEqual([third.status, /hai khóa/.test(third.body.detail!)], [409, true]);
    const ended = await manage<ServiceAccount>(`${first.id}/keys/${first.keys[0]!.id}/end`);
    assert.deepEqual(
      ended.body.keys.map(({ endedAt, lastUsedAt }) => [endedAt !== null, lastUsedAt !== null]),
      [
        [true, true],
        [false, true],
      ],
    );
    const refused = await by(first.key, 'GET', '/v1/cases');
    assert.deepEqual([refused.status, /hết hạn hoặc đã bị thu hồi/.test(refused.body.detail!)], [401, true]);
    assert.equal((await by(second.body.key, 'GET', '/v1/cases')).status, 200);
    assert.equal((await manage(`${first.id}/end`)).status, 200);
    assert.equal((await by(second.body.key, 'GET', '/v1/cases')).status, 401);
    assert.equal((await manage(`${first.id}/keys`, { expiresOn: '2027-12-01' })).status, 409);
  });

  test('a key opens until the end of its last day, and then says why not', async () => {
    const { key } = (await make({ expiresOn: '2026-12-20' })).body;
    now = '2026-12-20T16:59:00Z';
    assert.equal((await by(key, 'GET', '/v1/cases')).status, 200);
    now = '2026-12-20T17:00:00Z';
    const { status, body } = await by(key, 'GET', '/v1/cases');
    assert.equal(status, 401);
    assert.match(body.detail!, /hết hạn/);
    now = '2026-12-14T03:00:00Z';
  });

  test('a key that is wrong in one letter, or of another tenant, is refused without a word', async () => {
    const { key } = (await make()).body;
    const wrong = `${key.slice(0, -2)}${key.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const each of [wrong, `dvk_${'0'.repeat(32)}_${'a'.repeat(43)}`, 'dvk_', `${key}x`, `${key} x`]) {
      const { status, body } = await by(each, 'GET', '/v1/cases');
      assert.deepEqual([status, body.detail], [401, undefined], each.slice(0, 8));
    }
    const elsewhere = createServer({
      database: server.database,
      tenant: 'elsewhere',
      secretKey: testSecretKey,
      log: pino({ level: 'silent' }),
    });
    const headers = { authorization: `Bearer ${key}` };
    assert.equal((await elsewhere.fetch(new Request('http://test/v1/cases', { headers }))).status, 401);
  });

  test('keys are stored nowhere: not in the database, not in the log, not in the list', async () => {
    const { body } = await make({ name: 'Đồng bộ' });
    const secret = body.key.split('_').slice(2).join('_');
    const { body: list } = await server.call('GET', '/v1/service-accounts?limit=100', { as: 'administrator' });
    const { rows } = await server.database.queries.execute(
      sql`SELECT encode(hash, 'escape') AS hash, k.* FROM service_key k`,
    );
    const { rows: events } = await server.database.queries.execute(sql`SELECT data, state FROM event`);
    for (const place of [list, rows, events, log]) assert.ok(!JSON.stringify(place).includes(secret));
  });

  test('accounts and keys are in the ledger, and a key that was made to hold longer is found', async () => {
    assert.deepEqual(await faultsOf(server), []);
    await server.database.queries.execute(
      sql`UPDATE service_key SET expires_on = '2099-01-01' WHERE tenant = ${testTenant} AND expires_on = '2026-12-20'`,
    );
    assert.equal((await faultsOf(server)).length, 1);
  });

  test('a program is rate-limited like anybody else', async () => {
    const { key } = (await make()).body;
    const limited = createServer({
      database: server.database,
      tenant: testTenant,
      secretKey: testSecretKey,
      rateLimits: { read: { burst: 2, perMinute: 1 } },
      log: pino({ level: 'silent' }),
      clock: () => new Date(now),
    });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const headers = { authorization: `Bearer ${key}` };
      statuses.push((await limited.fetch(new Request('http://test/v1/cases', { headers }))).status);
    }
    assert.deepEqual(statuses, [200, 200, 429]);
  });
});
