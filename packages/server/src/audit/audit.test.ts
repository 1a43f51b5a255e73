import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { AuditEvent, LedgerAnchor, LedgerCheck } from '@dvk/sdk/audit';
import type { CaseReceipt } from '@dvk/sdk/cases';
import type { Problem } from '@dvk/sdk/contract';
import { sampleBodies } from '@dvk/sdk/testing';
import { eq, sql } from 'drizzle-orm';
import { keepAnchor } from '../events/index.ts';
import { storedJobs } from '../queue/stored-job.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { jobContext } from '../testkit/job-context.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleSubmission, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { checkJob, nightlyCheckJob } from './check-job.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

onBothEngines('audit', (_engine, create) => {
  let server: TestServer;
  let now = '2026-12-14T02:00:00Z';
  const as = 'inspector' as const;
  const secretary = { roles: ['secretariat'] as const, subject: 'tran-thi-b', name: 'Trần Thị B' };

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  const list = async (query = '') =>
    (await server.call<Page<AuditEvent>>('GET', `/v1/audit/events${query}`, { as })).body.items;
  const kindsOf = (events: readonly AuditEvent[]) => events.map(({ kind }) => kind);
  const setOffice = (name: string) =>
    server.call('POST', '/v1/settings/versions', {
      as: 'administrator',
      body: {
        ...(sampleBodies.settings.change as object),
        name: 'office',
        value: { name, hotline: null },
        validFrom: '2026-12-01',
      },
    });
  const sendCase = async () =>
    (
      await server.call<CaseReceipt & { id: string }>('POST', '/v1/cases', {
        body: sampleSubmission({ senderName: 'Nguyễn Văn A', senderPhone: '0912345678' }),
      })
    ).body;
  const caseIdOf = async (code: string) => {
    const { body } = await server.call<Page<{ id: string; code: string }>>('GET', '/v1/cases?limit=100', {
      as: 'secretariat',
    });
    return body.items.find((each) => each.code === code)!.id;
  };
  /** Runs the check that was asked for last, as a worker does. */
  async function runCheck() {
    const rows = await server.database.queries.select().from(storedJobs).where(eq(storedJobs.name, checkJob.name));
    const data = rows.at(-1)!.data.data as { checkId: string };
    await checkJob.run(jobContext(server, new Date(now)), data);
    return (await server.call<LedgerCheck>('GET', `/v1/audit/checks/${data.checkId}`, { as })).body;
  }

  test('events are listed newest first with who did them, and narrowed by what, whom and when', async () => {
    assert.equal((await setOffice('Bộ phận Một cửa phường Mẫu')).status, 201);
    now = '2026-12-15T16:59:59Z';
    const first = await sendCase();
    now = '2026-12-15T17:00:00Z';
    await sendCase();
    assert.deepEqual(kindsOf(await list()), ['case.received', 'case.received', 'setting.changed']);
    assert.deepEqual(kindsOf(await list('?area=setting&area=unit')), ['setting.changed']);
    assert.deepEqual(kindsOf(await list('?kind=case.received&area=setting')), [], 'both must hold');
    assert.equal((await list('?to=2026-12-15')).length, 2, 'days are those of Vietnam');
    assert.equal((await list('?from=2026-12-16&to=2026-12-16')).length, 1);
    const [setting] = await list('?actor=test-administrator');
    assert.deepEqual(setting?.by, {
      subject: 'test-administrator',
      name: null,
      roles: ['administrator'],
      unitId: null,
      unitName: null,
    });
    assert.equal(setting.data['name'], 'office');
    const ofCase = await list(`?subject=case/${await caseIdOf(first.code)}`);
    assert.deepEqual(kindsOf(ofCase), ['case.received']);
    assert.deepEqual(ofCase[0]?.by.roles, ['anonymous']);
    const page = await server.call<Page<AuditEvent>>('GET', '/v1/audit/events?limit=2&area=case&area=setting', { as });
    const cursor = encodeURIComponent(page.body.nextCursor!);
    const rest = await list(`?limit=2&area=case&area=setting&cursor=${cursor}`);
    assert.deepEqual(kindsOf(rest), ['setting.changed']);
  });

  test('only administrators and inspectors look into it', async () => {
    for (const role of ['secretariat', 'unit-leader', 'appraiser', 'anonymous'] as const) {
      const { status } = await server.call('GET', '/v1/audit/events', { as: role });
      assert.equal(status, role === 'anonymous' ? 401 : 403, role);
    }
  });

  test('who has read who sent a case is written down once a day, and stands in no timeline of the case', async () => {
    const id = await caseIdOf((await sendCase()).code);
    const read = () => server.call<{ sender: unknown }>('GET', `/v1/cases/${id}`, { as: secretary });
    const all = await Promise.all([read(), read(), read()]);
    for (const { status, body } of all) assert.ok(status === 200 && body.sender);
    const reads = () => list(`?subject=case/${id}&kind=case.sender-read`);
    assert.equal((await reads()).length, 1);
    assert.equal((await reads())[0]!.by.subject, 'tran-thi-b');
    now = '2026-12-16T17:00:00Z';
    await read();
    assert.equal((await reads()).length, 2, 'on another day');
    await server.call('GET', `/v1/cases/${id}`, { as: 'inspector' });
    assert.equal((await reads()).length, 2, 'an inspector is not told');
    const { body } = await server.call<Page<{ kind: string }>>('GET', `/v1/cases/${id}/history`, { as: secretary });
    assert.deepEqual(
      body.items.map(({ kind }) => kind),
      ['case.received'],
    );
    assert.deepEqual(await faultsOf(server), []);
  });

  test('events are found by the name of who did them, by a code, and say what their record is called', async () => {
    const made = await server.call<{ id: string }>('POST', '/v1/people', {
      as: 'administrator',
      body: { name: 'Nguyễn Văn Mẫu', unitId: null, invitation: 'mau@example.vn' },
    });
    assert.equal(made.status, 201);
    await server.call('GET', '/v1/session', { as: { subject: 'mau@example.vn', roles: ['citizen'] } });
    const { code } = await sendCase();
    const id = await caseIdOf(code);
    const found = async (q: string, more = '') => list(`?q=${encodeURIComponent(q)}${more}`);
    assert.deepEqual(kindsOf(await found(`Mã hồ sơ: ${code.toLowerCase()}`)), ['case.received']);
    const [event] = await found(code);
    assert.deepEqual([event!.subject, event!.subjectName], [`case/${id}`, code]);
    const ofPerson = await found('mau nguyen');
    assert.deepEqual(kindsOf(ofPerson).toSorted(), ['person.added', 'person.signed-in-first']);
    assert.ok(ofPerson.every(({ subjectName }) => subjectName === 'Nguyễn Văn Mẫu'));
    assert.deepEqual(kindsOf(await found('nguyen mau', '&area=case')), []);
    assert.ok((await found('test-administrator')).every(({ by }) => by.subject === 'test-administrator'));
    assert.deepEqual(await found('không có ai như thế'), []);
    assert.deepEqual(await found('!!!'), [], 'what names nothing finds nothing');
    const page = await server.call<Page<AuditEvent>>('GET', '/v1/audit/events?q=mau&limit=1', { as });
    const rest = await list(`?q=mau&limit=1&cursor=${encodeURIComponent(page.body.nextCursor!)}`);
    assert.notDeepEqual(kindsOf(page.body.items), kindsOf(rest));
  });

  test('one event is read by its place, with the units that it names', async () => {
    const unit = sampleUnit();
    await addUnits(server.database.queries, testTenant, [unit]);
    const id = await caseIdOf((await sendCase()).code);
    const { headers } = await server.call('GET', `/v1/cases/${id}`, { as: 'inspector' });
    const step = await server.call('POST', `/v1/cases/${id}/transitions`, {
      as: 'secretariat',
      body: { action: 'assign', unitId: unit.id },
      headers: { 'if-match': headers.get('etag')! },
    });
    assert.equal(step.status, 200);
    const [listed] = await list('?kind=case.assigned');
    const { body } = await server.call<AuditEvent>('GET', `/v1/audit/events/${listed!.position}`, { as });
    assert.deepEqual(body, listed);
    assert.deepEqual(body.names, { [unit.id]: unit.name });
    const statusOf = async (position: string) =>
      (await server.call('GET', `/v1/audit/events/${position}`, { as })).status;
    assert.equal(await statusOf('999999'), 404);
    for (const bad of ['0', '-1', 'abc', '1e3', '9'.repeat(30)]) assert.equal(await statusOf(bad), 404, bad);
  });

  test('a check is asked for, done in the background, and is an event; not two at once', async () => {
    const { status, body } = await server.call<LedgerCheck>('POST', '/v1/audit/checks', { as, body: {} });
    assert.equal(status, 201);
    assert.deepEqual([body.state, body.askedBy], ['waiting', 'Nguyễn Văn A']);
    const second = await server.call<Problem>('POST', '/v1/audit/checks', { as, body: {} });
    assert.equal(second.status, 409);
    assert.match(second.body.detail!, /đang được kiểm tra/);
    const done = await runCheck();
    assert.deepEqual([done.state, done.faults, done.anchorAt], ['done', 0, null]);
    assert.ok(done.events > 0 && done.records > 0);
    const [event] = await list('?kind=audit.checked');
    assert.equal(event?.data['faults'], 0);
    assert.deepEqual(event?.by.roles, ['system']);
  });

  test('the check of each night holds the ledger against the newest anchor kept, and is one however often it is tried', async (t) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'dvk-anchors-'));
    t.after(() => rm(directory, { recursive: true }));
    const anchor = (await server.call<LedgerAnchor>('GET', '/v1/audit/anchor', { as })).body;
    await keepAnchor(directory, anchor);
    const key = '2026-12-16T18:30:00.000Z';
    const context = jobContext(server, new Date(now), { anchorDirectory: directory, key });
    await nightlyCheckJob.run(context, {});
    await nightlyCheckJob.run(context, {});
    const { body } = await server.call<Page<LedgerCheck>>('GET', '/v1/audit/checks', { as });
    const nightly = body.items.filter(({ askedBy }) => askedBy === null);
    assert.equal(nightly.length, 1);
    assert.deepEqual([nightly[0]!.state, nightly[0]!.anchorAt, nightly[0]!.faults], ['done', anchor.at, 0]);
  });

  test('what was changed by hand, and a tail cut off, is found; what was found is kept though nothing more can be added', async () => {
    const anchor = (await server.call<LedgerAnchor>('GET', '/v1/audit/anchor', { as })).body;
    const db = server.database.queries;
    await db.execute(sql`UPDATE setting SET reason = 'Lý do khác' WHERE name = 'office'`);
    assert.equal((await server.call('POST', '/v1/audit/checks', { as, body: { anchor } })).status, 201);
    const changed = await runCheck();
    assert.deepEqual(
      changed.found.map(({ what }) => what),
      ['changed'],
    );
    assert.match(changed.found[0]!.subject!, /^setting\//);

    await db.execute(
      sql`UPDATE citizen_case SET title = 'Tên khác' WHERE id = (SELECT min(id::text) FROM citizen_case)::uuid`,
    );
    assert.equal((await server.call('POST', '/v1/audit/checks', { as, body: { anchor } })).status, 201);
    const named = (await runCheck()).found.find(({ subject }) => subject!.startsWith('case/'));
    assert.match(named!.subjectName!, /^PA-/, 'a fault says which record it is');

    await db.execute(sql`ALTER TABLE event DISABLE TRIGGER USER`);
    await db.execute(sql`DELETE FROM event WHERE position > ${anchor.events - 1} AND tenant = ${testTenant}`);
    assert.equal((await server.call('POST', '/v1/audit/checks', { as, body: { anchor } })).status, 201);
    const cut = await runCheck();
    assert.equal(cut.state, 'done');
    assert.ok(cut.found.some(({ what }) => what === 'end'));
    await db.execute(sql`UPDATE event_ledger SET count = count + 1`);
    const refused = await server.call<Problem>('GET', '/v1/audit/anchor', { as });
    assert.equal(refused.status, 409, 'nothing is vouched for any more');
    assert.match(refused.body.detail!, /không khớp/);
    assert.ok(cut.found.some(({ what }) => what === 'anchor-ahead'));
  });
});
