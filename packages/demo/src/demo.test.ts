import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assessment, AssessmentSummary } from '@dvk/sdk/assessments';
import type { CaseSummary, PublicCase } from '@dvk/sdk/cases';
import type { Model, ModelSummary } from '@dvk/sdk/models';
import type { Plan } from '@dvk/sdk/plans';
import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import { checkRegistration } from '@dvk/sdk/models';
import { isCode } from '@dvk/sdk/text';
import { eq } from 'drizzle-orm';
import { cases } from '../cases/table.ts';
import { openDatabase } from '../database/index.ts';
import { eventsOf } from '../events/index.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { memoryStorage } from '../storage/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { startTestServer, testSecretKey, testTenant } from '../testkit/server.ts';
import { outlineOfModel, outlinesOfUnits } from './assessment-outlines.ts';
import { makeAssessment } from './assessments.ts';
import { makeCases } from './cases.ts';
import { apportion, Dice, stableId } from './dice.ts';
import { EvidenceFiles } from './evidence.ts';
import { demoCases, demoPersons, demoUnitCode, seedDemo } from './index.ts';
import { makeModels } from './models.ts';
import { layOutProvince } from './province.ts';
import { SerialBook } from './serials.ts';

const now = '2026-11-24T03:00:00.000Z';
const setting = { tenant: 'demo', seed: 7, now, calendar: vietnamCalendar };
const rules = { calendar: vietnamCalendar, terms: legalTerms };
const count = <T>(rows: readonly T[], counts: (row: T) => boolean) => rows.filter(counts).length;

test('dice give the same for the same key, and every face', () => {
  const throws = (...key: string[]) => {
    const dice = new Dice(...key);
    return Array.from({ length: 300 }, () => dice.whole(1, 6));
  };
  assert.deepEqual(throws('a', 'b'), throws('a', 'b'));
  assert.notDeepEqual(throws('a', 'b'), throws('a', 'c'));
  assert.deepEqual([...new Set(throws('a'))].toSorted(), [1, 2, 3, 4, 5, 6]);
  assert.match(stableId('x'), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a total is shared out to the last one', () => {
  assert.deepEqual(apportion(10, { a: 1, b: 1, c: 1 }), { a: 4, b: 3, c: 3 });
  assert.deepEqual(apportion(5, { a: 1000, b: 1, c: 0 }), { a: 4, b: 1, c: 0 });
  assert.deepEqual(apportion(1, { a: 1, b: 1 }), { a: 1, b: 0 });
});

test('at scale 1 the sizes are the published ones', async () => {
  const province = await layOutProvince();
  const made = makeModels(setting, province, new SerialBook(), 1);
  assert.equal(made.length, 2071);
  assert.equal(
    count(made, ({ row: { status } }) => status === 'recognised'),
    1808,
  );
  assert.ok(count(made, ({ row: { registrantKind } }) => registrantKind === 'individual') > 60);
  assert.equal(new Set(made.map(({ row }) => row.code)).size, 2071);

  const sent = makeCases(setting, rules, province, new SerialBook(), 1).map(({ row }) => row);
  const up = sent.filter(({ status }) => status !== 'ineligible');
  assert.deepEqual([sent.length, up.length], [4000, 2708]);
  const byTopic = Object.groupBy(up, ({ topic }) => topic);
  assert.deepEqual(Object.fromEntries(Object.entries(byTopic).map(([topic, rows]) => [topic, rows.length])), {
    'urban-order': 1073,
    environment: 611,
    infrastructure: 489,
    telecom: 202,
    'public-utilities': 107,
    tourism: 27,
    'administrative-procedure': 21,
    other: 178,
  });
  assert.equal(
    count(up, ({ status }) => status === 'answered' || status === 'closed'),
    2327,
  );
  const answered = up.filter(({ answeredAt }) => answeredAt !== null);
  const extended = count(answered, ({ extensions }) => extensions.length > 0) / answered.length;
  assert.ok(Math.abs(extended - 0.489) < 0.05, `extended: ${extended}`);
  const late = count(answered, ({ answeredAt, dueAt }) => answeredAt! > dueAt) / answered.length;
  assert.ok(late > 0.01 && late < 0.1, `late: ${late}`);
  assert.ok(count(up, ({ answeredAt, dueAt }) => answeredAt === null && dueAt < now) > 20, 'some are overdue');
});

test('nothing happens after now, and everything in its order', async () => {
  const province = await layOutProvince();
  const evidence = new EvidenceFiles(setting);
  const madeModels = makeModels(setting, province, new SerialBook(), 0.2);
  const outlines = [
    ...madeModels.flatMap((model) => outlineOfModel(setting, model) ?? []),
    ...outlinesOfUnits(setting, province),
  ];
  const made = [
    ...madeModels,
    ...outlines.map((outline) => makeAssessment(setting, evidence, province.unit(demoUnitCode).id, outline)),
    ...makeCases(setting, rules, province, new SerialBook(), 0.2),
  ].flatMap(({ events }) => events);
  const last = new Map<string, string>();
  for (const { subject, at } of made) {
    assert.ok(at <= now, `${subject} ${at}`);
    assert.ok(at >= (last.get(subject) ?? ''), subject);
    last.set(subject, at);
  }
});

test('registrations keep the rules, codes their check character, dates their order', async () => {
  const province = await layOutProvince();
  for (const { row } of makeModels(setting, province, new SerialBook(), 0.1)) {
    assert.deepEqual(
      checkRegistration({
        ...row,
        unitName: undefined,
        registrantName: row.registrantName ?? undefined,
        unitId: row.unitId ?? undefined,
      }),
      [],
    );
    assert.ok(isCode(row.code));
  }
});

test('the same seed gives the same data, another seed other data', async () => {
  const province = await layOutProvince();
  const tell = (seed: number) =>
    JSON.stringify(makeCases({ ...setting, seed }, rules, province, new SerialBook(), 0.05));
  assert.equal(tell(1), tell(1));
  assert.notEqual(tell(1), tell(2));
});

onBothEngines('the demonstration', (_engine, create) => {
  test('is seeded once, whole, and lives like any other data', async (t) => {
    const storage = memoryStorage();
    const server = await startTestServer(create, { storage, clock: () => new Date(now) });
    t.after(() => server.end());
    const { database } = server;
    const options = { database, tenant: testTenant, secretKey: testSecretKey, storage, now: new Date(now) };
    const first = await seedDemo(options);
    assert.ok(first.seeded && first.models > 50 && first.cases > 100, JSON.stringify(first));
    assert.equal((await seedDemo(options)).seeded, false);

    assert.deepEqual(await faultsOf(server), []);
    for (const row of await database.queries.select().from(cases).where(eq(cases.tenant, testTenant))) {
      const events = await eventsOf(database.queries, testTenant, `case/${row.id}`);
      assert.equal(events.length, row.version);
      assert.equal(events.at(-1)!.data.to, row.status);
    }

    const { body: plan } = await server.call<{ items: Plan[] }>('GET', '/v1/plans');
    assert.equal(plan.items[0]!.motto, 'Dự liệu từ sớm – Can thiệp từ đầu – Giải quyết từ gốc');

    const officer = demoPersons.find(({ key }) => key === 'unit-officer')!;
    const own = await server.call<{ items: ModelSummary[] }>('GET', '/v1/models', { as: officer });
    assert.ok(own.body.items.length > 0);
    assert.ok(own.body.items.every(({ unitId }) => unitId === officer.unitId));
    const full = await server.call<Model>('GET', `/v1/models/${own.body.items[0]!.id}`, { as: officer });
    assert.equal(full.status, 200);
    const desk = await server.call<{ items: CaseSummary[] }>('GET', '/v1/cases', { as: officer });
    assert.ok(desk.body.items.length > 0);

    const appraiser = demoPersons.find(({ key }) => key === 'appraiser')!;
    const waiting = await server.call<{ items: AssessmentSummary[] }>(
      'GET',
      '/v1/assessments?status=submitted&subjectKind=model',
      { as: appraiser },
    );
    const ofModel = waiting.body.items[0]!;
    const table = await server.call<Assessment>('GET', `/v1/assessments/${ofModel.id}`, { as: appraiser });
    const evidence = table.body.attachments[0]!;
    const file = await server.fetch(
      new Request(`http://test/v1/attachments/${evidence.id}`, {
        headers: { authorization: `Bearer ${await server.tokenFor(appraiser)}` },
      }),
    );
    assert.equal((await file.bytes()).length, evidence.size);
    const open = await server.call<{ items: AssessmentSummary[] }>('GET', '/v1/assessments?status=open', {
      as: officer,
    });
    assert.ok(open.body.items.some(({ subject }) => subject.id === officer.unitId));

    const examples = await demoCases(options);
    assert.ok(examples.length >= 4);
    for (const { code, secret, status } of examples) {
      const { body } = await server.call<PublicCase>('GET', `/v1/tracking/${code}`, {
        headers: { 'case-secret': secret },
      });
      assert.equal(body.status, status);
      assert.ok(body.steps.length > 0);
    }
  });

  test('leaves another tenant alone', async (t) => {
    const files = await create();
    const database = await openDatabase(files.options);
    t.after(async () => {
      await database.close();
      await files.remove();
    });
    const storage = memoryStorage();
    await seedDemo({ database, storage, tenant: 'one', secretKey: testSecretKey });
    await seedDemo({ database, storage, tenant: 'two', secretKey: testSecretKey, seed: 3 });
    assert.deepEqual(await faultsOf({ database }, { tenant: 'two' }), []);
  });
});
