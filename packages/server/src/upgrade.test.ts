import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assessmentProgress } from '@dvk/sdk/assessments';
import { illustrativeModel, illustrativeUnit } from '@dvk/sdk/rubrics';
import { sampleAssessments } from '@dvk/sdk/testing';
import { sql } from 'drizzle-orm';
import { canonicalJson } from './json/canonical.ts';
import { newId, openDatabase, type Database } from './database/index.ts';
import { migrate } from './migrate.ts';
import { sealEarlierData } from './ledger.ts';
import { onBothEngines } from './testkit/engines.ts';
import { faultsOf } from './testkit/ledger.ts';
import { sampleUnit } from './testkit/samples.ts';
import { testSecretKey, testTenant } from './testkit/server.ts';

const { assessmentOf } = sampleAssessments;

const folder = new URL('../migrations/', import.meta.url);

/** The schema as it was before a migration. */
async function schemaBefore(database: Database, first: string): Promise<void> {
  await database.withClient(async (client) => {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await client.query('CREATE TABLE schema_migration (name text PRIMARY KEY, checksum text NOT NULL)');
    for (const name of (await readdir(folder)).sort().filter((each) => each < first)) {
      const text = await readFile(new URL(name, folder), 'utf8');
      await client.query(text);
      const checksum = createHash('sha256').update(text).digest('hex');
      await client.query('INSERT INTO schema_migration VALUES ($1, $2)', [name, checksum]);
    }
  });
}

/** A case and its events, each hashed after the one before it in the same record, without a key. */
async function oldCase(database: Database, id: string, kinds: readonly string[]): Promise<void> {
  const at = '2026-03-02T02:00:00.000Z';
  await database.queries.execute(sql`
    INSERT INTO citizen_case (tenant, id, created_at, updated_at, code, secret_hash, kind, topic, channel, title, content,
      province_code, commune_code, status, received_at, due_at, due_explanation, due_provisional, calendar_id,
      calendar_version, extensions, search_text)
    VALUES (${testTenant}, ${id}, ${at}, ${at}, ${id}, '\\x00', 'report', 'environment', 'web', 'Rác', 'Rác ở chợ',
      '01', '00004', 'received', ${at}, ${at}, '[]', false, 'vn', '1', '[]', 'rac')`);
  let previous = Buffer.alloc(32);
  for (const [index, kind] of kinds.entries()) {
    const event = {
      tenant: testTenant,
      subject: `case/${id}`,
      sequence: index + 1,
      kind,
      at,
      actor: { subject: null, roles: ['anonymous'], unitId: null },
      data: { to: 'received' },
    };
    const hash = createHash('sha256').update(previous).update(canonicalJson(event)).digest();
    await database.queries.execute(sql`
      INSERT INTO event (tenant, subject, sequence, kind, at, actor, data, previous_hash, hash)
      VALUES (${testTenant}, ${event.subject}, ${event.sequence}, ${kind}, ${at}, ${JSON.stringify(event.actor)},
        ${JSON.stringify(event.data)}, ${previous}, ${hash})`);
    previous = hash;
  }
}

onBothEngines('assessments of before their lists', (_engine, create) => {
  test('get how far they are, as the rules count it, and are found by name', async (t) => {
    const files = await create();
    const database = await openDatabase(files.options);
    t.after(async () => {
      await database.close();
      await files.remove();
    });
    await schemaBefore(database, '0016');
    const { queries } = database;
    const unit = sampleUnit({ name: 'Phòng Nội vụ' });
    await queries.execute(sql`
      INSERT INTO unit (tenant, id, code, name, kind, valid_from, search_text, sort_key)
      VALUES (${testTenant}, ${unit.id}, ${unit.code}, ${unit.name}, ${unit.kind}, ${unit.validFrom}, 'phong noi vu', '')`);
    const filled = [
      { criterionId: 'plan', self: { met: true }, appraised: { met: false } },
      { criterionId: 'registered', self: { count: 3 } },
      { criterionId: 'recognised', self: { numerator: 0, denominator: 0 } },
    ];
    const made = [assessmentOf(illustrativeUnit, filled), assessmentOf(illustrativeModel, [])].map((each) => ({
      ...each,
      id: newId(),
    }));
    for (const rubric of [illustrativeUnit, illustrativeModel])
      await queries.execute(sql`
        INSERT INTO rubric (tenant, id, version, subject, criteria_count, document, added_at)
        VALUES (${testTenant}, ${rubric.id}, ${rubric.version}, ${rubric.subject}, 1, ${JSON.stringify(rubric)}, ${made[0]!.createdAt})`);
    for (const { id, rubricId, rubricVersion, results, createdAt } of made)
      await queries.execute(sql`
        INSERT INTO assessment (tenant, id, created_at, updated_at, rubric_id, rubric_version, subject_kind, subject_id,
          subject_name, unit_id, unit_name, period, status, lines, conditions, results, self_out_of, appraised_out_of)
        VALUES (${testTenant}, ${id}, ${createdAt}, ${createdAt}, ${rubricId}, ${rubricVersion}, 'unit', ${unit.id},
          ${unit.name}, ${unit.id}, ${unit.name}, '2026', 'open', '[]', '[]', ${JSON.stringify(results)}, 0, 0)`);
    await migrate(database);

    const { rows } = await queries.execute<Record<string, unknown>>(sql`
      SELECT id, self_scored, self_lines, appraised_scored, appraised_lines FROM assessment
      WHERE ' ' || search_text LIKE '% noi%' ORDER BY id`);
    const expected = [illustrativeUnit, illustrativeModel].map((rubric, at) => {
      const { selfScored, selfLines, appraisedScored, appraisedLines } = assessmentProgress(rubric, made[at]!.results);
      return {
        id: made[at]!.id,
        self_scored: selfScored,
        self_lines: selfLines,
        appraised_scored: appraisedScored,
        appraised_lines: appraisedLines,
      };
    });
    assert.deepEqual(rows, expected);
    assert.ok(expected[0]!.self_scored >= 2 && expected[0]!.self_scored < expected[0]!.self_lines);
  });
});

onBothEngines('data of before the event ledger', (_engine, create) => {
  test('is sealed as it stands by the upgrade, and holds from then on', async (t) => {
    const files = await create();
    const database = await openDatabase(files.options);
    t.after(async () => {
      await database.close();
      await files.remove();
    });
    await schemaBefore(database, '0009');
    const [first, second] = [newId(), newId()];
    await oldCase(database, first, ['case.receive', 'case.accept', 'case.assign']);
    await oldCase(database, second, ['case.receive']);
    const applied = await migrate(database);
    assert.ok(applied.includes('0009-event-ledger.sql'));
    await sealEarlierData(database, testSecretKey, applied);

    assert.deepEqual(await faultsOf({ database }), []);
    const { rows } = await database.queries.execute<{ kind: string }>(sql`SELECT kind FROM event ORDER BY position`);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['case.receive', 'case.accept', 'case.assign', 'case.receive', 'ledger.sealed', 'case.sealed', 'case.sealed'],
    );

    await database.queries.execute(sql`UPDATE citizen_case SET title = 'Khác' WHERE id = ${first}`);
    assert.deepEqual(await faultsOf({ database }), [`“case” of case/${first} was changed behind its events`]);
    await database.queries.execute(sql`ALTER TABLE event DISABLE TRIGGER event_is_append_only`);
    await database.queries.execute(sql`DELETE FROM event WHERE subject = ${`case/${second}`}`);
    const faults = await faultsOf({ database });
    assert.ok(
      faults.some((fault) => fault.startsWith('events are missing before event 5')),
      faults.join('\n'),
    );
    assert.ok(faults.includes(`case/${second} has no event`));
  });
});
