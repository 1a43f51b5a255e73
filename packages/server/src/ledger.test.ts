import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import type { Role } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import { bacKan2017 } from '@dvk/sdk/rubrics';
import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { canonicalJson } from './json/canonical.ts';
import { hashOf, sealOf, type LedgerEnd } from './events/hashes.ts';
import type { LedgerAnchor } from '@dvk/sdk/audit';
import type { StoredEvent } from './events/index.ts';
import { content, events, ledgers } from './events/table.ts';
import { anchorLedger, sealRecords, verifyRecords } from './ledger.ts';
import { addRubric } from './rubrics/store.ts';
import { Keyring } from './secrets/keyring.ts';
import { memoryStorage } from './storage/index.ts';
import { Attacker } from './testkit/attacker.ts';
import { onBothEngines } from './testkit/engines.ts';
import { pdf } from './testkit/files.ts';
import { faultsOf } from './testkit/ledger.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from './testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type Asker, type TestServer } from './testkit/server.ts';
import { addUnits } from './units/store.ts';

onBothEngines('what the event ledger proves', (_engine, create) => {
  let server: TestServer;
  let attacker: Attacker;
  const unit = sampleUnit();
  const officer = { subject: 'officer', roles: ['unit-officer'] as Role[], unitId: unit.id };
  const world = { first: '', second: '', model: '', other: '', assessment: '', file: '' };
  /** As it was when half of it had happened. */
  let anchor: LedgerAnchor;

  async function make<Body>(path: string, as: Asker, body: unknown, headers: Record<string, string> = {}) {
    const answer = await server.call<Body>('POST', path, { as, body, headers });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  }
  async function upload(): Promise<Attachment> {
    const response = await server.fetch(
      new Request('http://test/v1/attachments', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await server.tokenFor(officer)}`,
          'content-disposition': "attachment; filename*=UTF-8''a.pdf",
          'idempotency-key': crypto.randomUUID(),
        },
        body: new Blob([new Uint8Array(pdf())]),
      }),
      { remoteAddress: '192.0.2.1' },
    );
    return (await response.json()) as Attachment;
  }
  async function report(title: string): Promise<string> {
    const { code } = await make<CaseReceipt>(
      '/v1/cases',
      undefined,
      sampleSubmission({ title, senderName: 'Nguyễn Văn A', senderPhone: '0912345678' }),
    );
    const { rows } = await server.database.queries.execute<{ id: string }>(
      sql`SELECT id FROM citizen_case WHERE code = ${code}`,
    );
    return rows[0]!.id;
  }
  const move = (id: string, version: number, body: object) =>
    make<Case>(`/v1/cases/${id}/transitions`, 'secretariat', body, { 'if-match': `"v${version}"` });

  before(async () => {
    server = await startTestServer(create, { storage: memoryStorage() });
    attacker = new Attacker(server.database);
    const db = server.database.queries;
    await addUnits(db, testTenant, [unit]);
    await addRubric(db, testTenant, bacKan2017, '2026-01-01T00:00:00.000Z');
    world.first = await report('Rác tồn đọng ở chợ');
    world.second = await report('Đèn đường hỏng');
    // That somebody has read who sent them is an event of its own, once a day: here it comes before what they do.
    for (const id of [world.first, world.second]) await server.call('GET', `/v1/cases/${id}`, { as: 'secretariat' });
    world.file = (await upload()).id;
    world.model = (await make<Model>('/v1/models', officer, sampleRegistration({ attachments: [world.file] }))).id;
    world.other = (await make<Model>('/v1/models', officer, sampleRegistration())).id;
    const of = { rubricId: bacKan2017.id, rubricVersion: bacKan2017.version, period: '2026' };
    const subject = { kind: 'unit', id: unit.id };
    world.assessment = (await make<Assessment>('/v1/assessments', officer, { ...of, subject })).id;
    await attacker.remember('half');
    anchor = await anchorLedger({ database: server.database, tenant: testTenant, secretKey: testSecretKey });
    await move(world.first, 1, { action: 'accept' });
    await move(world.first, 2, { action: 'assign', unitId: unit.id });
    await move(world.second, 1, { action: 'accept' });
    await attacker.remember('whole');
    assert.deepEqual(await faultsOf(server), []);
    assert.deepEqual(await faultsOf(server, { anchor }), []);
  });
  after(() => server.end());
  afterEach(async () => {
    await attacker.restore('whole');
    assert.deepEqual(await faultsOf(server), []);
  });

  /** Every event, oldest first, written anew: with hashes of the attacker's making. */
  async function rewrite(hash: (previous: Buffer, event: StoredEvent) => Buffer): Promise<LedgerEnd> {
    const db = server.database.queries;
    const rows = await db
      .select(content)
      .from(events)
      .where(eq(events.tenant, testTenant))
      .orderBy(asc(events.position));
    let end: LedgerEnd = { count: 0, hash: Buffer.alloc(32) };
    const statements: SQL[] = [];
    for (const [index, event] of rows.entries()) {
      const made = hash(end.hash, { ...event, position: index + 1 });
      statements.push(
        sql`UPDATE event SET position = ${index + 1}, previous_hash = ${end.hash}, hash = ${made} WHERE position = ${event.position}`,
      );
      end = { count: index + 1, hash: made };
    }
    await attacker.run(...statements);
    return end;
  }
  async function writeLedger({ count, hash }: LedgerEnd, seal: Buffer | null): Promise<void> {
    await attacker.run(sql`UPDATE event_ledger SET count = ${count}, hash = ${hash}, seal = ${seal}`);
  }
  const lastPosition = async () => (await server.database.queries.select().from(ledgers))[0]!.count;
  async function assertFaults(...expected: RegExp[]): Promise<void> {
    const faults = await faultsOf(server);
    for (const pattern of expected)
      assert.ok(
        faults.some((fault) => pattern.test(fault)),
        `${pattern} in ${faults.join('\n')}`,
      );
    assert.ok(faults.length > 0);
  }
  const unsealed = /not sealed with this secret key/;

  test('a changed column of any row is found', async () => {
    const changes: [table: string, change: string, id: string, part: string, record: string][] = [
      ['citizen_case', `title = 'Khác'`, world.first, 'case', `case/${world.first}`],
      ['citizen_case', `unit_id = NULL`, world.first, 'case', `case/${world.first}`],
      ['citizen_case', `due_at = due_at + interval '1 day'`, world.second, 'case', `case/${world.second}`],
      ['citizen_case', `secret_hash = '\\x00'`, world.second, 'case', `case/${world.second}`],
      ['case_step', `note = 'Khác' WHERE sequence = 2 AND case_id`, world.first, 'step/2', `case/${world.first}`],
      ['case_sender', `sealed = '\\x00' WHERE case_id`, world.first, 'sender', `case/${world.first}`],
      ['model', `budget = 1`, world.model, 'model', `model/${world.model}`],
      ['assessment', `self_points = 10000`, world.assessment, 'assessment', `assessment/${world.assessment}`],
      ['attachment', `sha256 = 'abc'`, world.file, 'file', `attachment/${world.file}`],
      ['attachment', `name = 'b.pdf'`, world.file, 'attachments', `model/${world.model}`],
    ];
    for (const [table, change, id, part, record] of changes) {
      const where = change.includes('WHERE') ? '' : ' WHERE id';
      await attacker.run(`UPDATE ${table} SET ${change}${where} = '${id}'`);
      const found = await faultsOf(server);
      assert.ok(
        found.includes(`“${part}” of ${record} was changed behind its events`),
        `${change}: ${found.join('\n')}`,
      );
      await attacker.restore('whole');
    }
  });

  test('a changed rubric is found by what it was used for', async () => {
    await attacker.run(`UPDATE rubric SET document = jsonb_set(document, '{total}', '9')`);
    await assertFaults(/“rubric” of assessment\/\S+ was changed behind its events/);
  });

  test('the swapped senders of two cases are found', async () => {
    await attacker.run(
      `UPDATE case_sender SET sealed = (SELECT other.sealed FROM whole_case_sender AS other WHERE other.case_id <> case_sender.case_id)`,
    );
    for (const id of [world.first, world.second]) await assertFaults(new RegExp(`“sender” of case/${id} was changed`));
  });

  test('a file moved to another record is found at both', async () => {
    await attacker.run(`UPDATE attachment SET subject = 'model/${world.other}' WHERE id = '${world.file}'`);
    await assertFaults(
      new RegExp(`“attachments” of model/${world.model} was removed`),
      new RegExp(`“attachments” of model/${world.other} was added without an event`),
    );
  });

  test('a removed step, sender or record is found, and so is an added one', async () => {
    await attacker.run(
      `DELETE FROM case_step WHERE case_id = '${world.first}' AND sequence = 3`,
      `DELETE FROM case_sender WHERE case_id = '${world.second}'`,
      `DELETE FROM model WHERE id = '${world.other}'`,
      `INSERT INTO model SELECT (jsonb_populate_record(model, '{"id": "01920000-0000-7000-8000-000000000000", "code": "MH-X"}')).* FROM model WHERE id = '${world.model}'`,
    );
    assert.deepEqual(
      (await faultsOf(server)).sort(),
      [
        `“sender” of case/${world.second} was removed behind the events that tell of it`,
        `“step/3” of case/${world.first} was removed behind the events that tell of it`,
        `model/${world.other} was removed, though its events say that it is there`,
        'model/01920000-0000-7000-8000-000000000000 has no event',
      ].sort(),
    );
  });

  test('a record put back to an earlier state of its own is found', async () => {
    await attacker.restore('half', ['citizen_case']);
    await assertFaults(new RegExp(`“case” of case/${world.first} was changed`));
  });

  test('an altered event is found', async () => {
    await attacker.run(`UPDATE event SET data = '{"to": "answered"}' WHERE position = 2`);
    await assertFaults(/^event 2 \(\S+\) was altered/);
  });

  test('the digest of one record under another is found', async () => {
    await attacker.run(
      `UPDATE citizen_case SET (title, search_text) = (SELECT title, search_text FROM whole_citizen_case WHERE id = '${world.second}') WHERE id = '${world.first}'`,
      `UPDATE event SET state = (SELECT state FROM whole_event WHERE position = (SELECT max(position) FROM whole_event WHERE subject = 'case/${world.second}'))
        WHERE position = (SELECT max(position) FROM whole_event WHERE subject = 'case/${world.first}')`,
    );
    await assertFaults(/^event \d+ \(\S+\) was altered/, new RegExp(`“case” of case/${world.first} was changed`));
  });

  test('a removed newest event is found, even where the end of the ledger was adjusted or put back', async () => {
    const last = await lastPosition();
    await attacker.run(`DELETE FROM event WHERE position = ${last}`);
    await assertFaults(/the ledger ends otherwise than it says/, /“case” of case\/\S+ was changed/);
    const [before] = await server.database.queries
      .select()
      .from(events)
      .where(eq(events.position, last - 1));
    await writeLedger({ count: last - 1, hash: before!.hash }, null);
    await assertFaults(unsealed);
    // The end of an earlier day, with its own good seal.
    await attacker.restore('half', ['event', 'event_ledger']);
    await assertFaults(/“case” of case\/\S+ was changed/, /“step\/3” of case\/\S+ was added without an event/);
  });

  test('removed events of a record are missed, also where the record went with them', async () => {
    const subject = `case/${world.second}`;
    await attacker.run(`DELETE FROM event WHERE subject = '${subject}'`);
    await assertFaults(/events are missing before event/, new RegExp(`^${subject} has no event`));
    await attacker.run(
      `DELETE FROM case_step WHERE case_id = '${world.second}'`,
      `DELETE FROM case_sender WHERE case_id = '${world.second}'`,
      `DELETE FROM citizen_case WHERE id = '${world.second}'`,
    );
    await assertFaults(/events are missing before event/);
    // The others moved up, so that no number is missing.
    const end = await rewrite((previous, event) =>
      hashOf(new Keyring('another secret key, long enough too'), previous, event),
    );
    await writeLedger(end, null);
    await assertFaults(/^event 1 \(\S+\) was altered/, unsealed);
  });

  test('hashes made anew without the key are found, of the old kind too', async () => {
    await attacker.run(`UPDATE event SET kind = 'case.refuse' WHERE position = 1`);
    await rewrite((previous, event) => hashOf(new Keyring('another secret key, long enough too'), previous, event));
    await assertFaults(/^event 1 \(\S+\) was altered/, /the ledger ends otherwise/);

    // As before there was a ledger: plain hashes, and no digests.
    await attacker.run(`UPDATE event SET state = NULL`);
    const end = await rewrite((previous, event) => {
      const { position: _, state: __, ...old } = event;
      return createHash('sha256').update(previous).update(canonicalJson(old)).digest();
    });
    await writeLedger(end, null);
    await assertFaults(unsealed, /no event says how \S+ must be/);
  });

  test('the swapped events of two records are found', async () => {
    const [first, second] = [`case/${world.first}`, `case/${world.second}`];
    await attacker.run(
      `UPDATE event SET subject = 'both' WHERE subject = '${first}'`,
      `UPDATE event SET subject = '${first}' WHERE subject = '${second}'`,
      `UPDATE event SET subject = '${second}' WHERE subject = 'both'`,
    );
    await assertFaults(/^event \d+ \(case\/\S+\) was altered/);
  });

  test('swapped and forged events are found', async () => {
    await attacker.run(
      `UPDATE event SET position = CASE position WHEN 1 THEN -2 ELSE -1 END WHERE position IN (1, 2)`,
      `UPDATE event SET position = -position WHERE position < 0`,
    );
    await assertFaults(/^event 1 \(\S+\) was altered/, /^event 2 \(\S+\) does not follow the event before it/);
    await attacker.restore('whole');
    const last = await lastPosition();
    await attacker.run(
      `INSERT INTO event SELECT (jsonb_populate_record(event, '{"position": ${last + 1}, "sequence": 9, "kind": "case.close"}')).* FROM event WHERE position = ${last}`,
    );
    await assertFaults(new RegExp(`^event ${last + 1} \\(\\S+\\) was altered`), /the ledger ends otherwise/);
  });

  test('the ledger of one tenant is none of another', async () => {
    for (const table of ['event', 'event_ledger']) {
      await attacker.run(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(${table}, '{"tenant": "other"}')).* FROM ${table}`,
      );
    }
    const faults = await faultsOf(server, { tenant: 'other' });
    assert.match(faults[0]!, /^event 1 \(\S+\) was altered/);
    assert.ok(faults.some((fault) => unsealed.test(fault)));
  });

  test('an older copy of everything holds by itself; against an anchor kept elsewhere it does not', async () => {
    const { database } = server;
    const later = await anchorLedger({ database, tenant: testTenant, secretKey: testSecretKey });
    await attacker.restore('half');
    assert.deepEqual(await faultsOf(server), []);
    assert.deepEqual(await faultsOf(server, { anchor }), []);
    assert.match((await faultsOf(server, { anchor: later })).join(), /^the anchor knows more events than there are/);
    await attacker.run(
      ...['event', 'event_ledger', 'citizen_case', 'case_step', 'case_sender', 'model', 'assessment', 'attachment'].map(
        (table) => `DELETE FROM ${table}`,
      ),
    );
    assert.deepEqual(await faultsOf(server), []);
    assert.match((await faultsOf(server, { anchor })).join(), /^the anchor knows more events than there are/);
  });

  test('who has database and key rewrites the ledger unseen; not so against an anchor', async () => {
    const keyring = new Keyring(testSecretKey);
    const actor = JSON.stringify({ subject: 'somebody-else', roles: ['secretariat'], unitId: null });
    await attacker.run(sql`UPDATE event SET actor = ${actor}::jsonb WHERE position = 1`);
    const end = await rewrite((previous, event) => hashOf(keyring, previous, event));
    await writeLedger(end, sealOf(keyring, testTenant, end));
    assert.deepEqual(await faultsOf(server), []);
    assert.match((await faultsOf(server, { anchor })).join(), /^what the anchor vouches for was rewritten/);
  });

  test('an anchor of another key, or altered, is distinguished from our own', async () => {
    const forged = { ...anchor, at: '2020-01-01T00:00:00.000Z' };
    assert.deepEqual(await faultsOf(server, { anchor: forged }), ['the anchor was not made with this secret key']);
  });

  test('nothing is added behind an end that does not hold; sealing takes things as they stand and says so', async () => {
    await attacker.run(`UPDATE citizen_case SET title = 'Sửa tay' WHERE id = '${world.first}'`);
    const last = await lastPosition();
    await attacker.run(`DELETE FROM event WHERE position = ${last}`, `DELETE FROM event_ledger`);
    const refused = await server.call('POST', '/v1/cases', { body: sampleSubmission() });
    assert.equal(refused.status, 503);
    await assert.rejects(
      anchorLedger({ database: server.database, tenant: testTenant, secretKey: testSecretKey }),
      /not sealed with this secret key/,
    );

    const sealed = await sealRecords({ database: server.database, tenant: testTenant, secretKey: testSecretKey });
    assert.deepEqual(sealed, { events: last - 1, records: 2 });
    assert.deepEqual(await faultsOf(server), []);
    const { rows } = await server.database.queries.execute<{ kind: string }>(
      sql`SELECT kind FROM event WHERE position >= ${last} ORDER BY position`,
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['ledger.sealed', 'case.sealed', 'case.sealed'],
    );
    assert.equal((await server.call('POST', '/v1/cases', { body: sampleSubmission() })).status, 201);
    assert.deepEqual(await faultsOf(server), []);
  });

  test('a check of many events reports how far it is', async () => {
    const progress: number[] = [];
    const done = await verifyRecords({
      database: server.database,
      tenant: testTenant,
      secretKey: testSecretKey,
      onFault: () => {},
      onProgress: ({ events: count }) => void progress.push(count),
    });
    assert.equal(progress.at(-1), done.events);
    assert.ok(done.records >= 6 && done.faults === 0);
  });
});
