import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Assessment, AssessmentSummary } from '@dvk/sdk/assessments';
import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import type { CaseSummary, PublicCase } from '@dvk/sdk/cases';
import { checkRegistration, type Model, type ModelSummary } from '@dvk/sdk/models';
import type { Plan } from '@dvk/sdk/plans';
import { isCode } from '@dvk/sdk/text';
import { memoryStorage, openDatabase } from '@dvk/server';
import { eventsOf } from '../../server/src/events/index.ts';
import { onBothEngines } from '../../server/src/testkit/engines.ts';
import { faultsOf } from '../../server/src/testkit/ledger.ts';
import { startTestServer, testSecretKey, testTenant } from '../../server/src/testkit/server.ts';
import { findTemplates } from '../../server/src/testkit/templates.ts';
import { makeAssessment } from './assessments/make-assessment.ts';
import { planForModel, planForUnits } from './assessments/planned-assessments.ts';
import { makeCases } from './cases/make-cases.ts';
import { CodeCounter } from './support/code-counter.ts';
import { createDemoIssuer, demoPersons, demoUnitCode, sampleCases, seedDemo } from './index.ts';
import { makeModels } from './models/make-models.ts';
import { makeProvince } from './units/province.ts';
import { apportion, Random, stableId } from './support/random.ts';

const now = '2026-11-24T03:00:00.000Z';
const context = { seed: 7, now, deadlines: { calendar: vietnamCalendar, terms: legalTerms } };
const count = <T>(rows: readonly T[], counts: (row: T) => boolean) => rows.filter(counts).length;

test('random numbers are the same for the same key, and take every value', () => {
  const numbers = (...key: string[]) => {
    const random = new Random(...key);
    return Array.from({ length: 300 }, () => random.integer(1, 6));
  };
  assert.deepEqual(numbers('a', 'b'), numbers('a', 'b'));
  assert.notDeepEqual(numbers('a', 'b'), numbers('a', 'c'));
  assert.deepEqual([...new Set(numbers('a'))].toSorted(), [1, 2, 3, 4, 5, 6]);
  assert.match(stableId('x'), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a total is shared out to the last one', () => {
  assert.deepEqual(apportion(10, { a: 1, b: 1, c: 1 }), { a: 4, b: 3, c: 3 });
  assert.deepEqual(apportion(5, { a: 1000, b: 1, c: 0 }), { a: 4, b: 1, c: 0 });
  assert.deepEqual(apportion(1, { a: 1, b: 1 }), { a: 1, b: 0 });
});

test('at scale 1 the sizes are the published ones', async () => {
  const province = await makeProvince();
  const made = makeModels(context, province, new CodeCounter(), 1);
  assert.equal(made.length, 2071);
  assert.equal(
    count(made, ({ model: { status } }) => status === 'recognised'),
    1808,
  );
  assert.ok(count(made, ({ model: { registrantKind } }) => registrantKind === 'individual') > 60);
  assert.equal(new Set(made.map(({ model }) => model.code)).size, 2071);

  const sent = makeCases(context, province, new CodeCounter(), 1);
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
  const province = await makeProvince();
  const madeModels = makeModels(context, province, new CodeCounter(), 0.2);
  const planned = [
    ...madeModels.flatMap((each) => planForModel(context, each) ?? []),
    ...planForUnits(context, province),
  ];
  const made = [
    ...madeModels.map(({ model }) => model),
    ...planned.map((each) => makeAssessment(context, province.unit(demoUnitCode).id, each)),
    ...makeCases(context, province, new CodeCounter(), 0.2),
  ];
  assert.equal(new Set(made.map(({ id }) => id)).size, made.length);
  for (const { id, history } of made) {
    let last = '';
    for (const { at } of history) {
      assert.ok(at <= now, `${id} ${at}`);
      assert.ok(at >= last, id);
      last = at;
    }
  }
});

test('registrations keep the rules, codes their check character, dates their order', async () => {
  const province = await makeProvince();
  for (const { model } of makeModels(context, province, new CodeCounter(), 0.1)) {
    assert.deepEqual(
      checkRegistration({
        ...model,
        unitName: undefined,
        registrantName: model.registrantName ?? undefined,
        unitId: model.unitId ?? undefined,
      }),
      [],
    );
    assert.ok(isCode(model.code));
  }
});

test('the same seed gives the same data, another seed other data', async () => {
  const province = await makeProvince();
  const made = (seed: number) => JSON.stringify(makeCases({ ...context, seed }, province, new CodeCounter(), 0.05));
  assert.equal(made(1), made(1));
  assert.notEqual(made(1), made(2));
});

onBothEngines('the sample province', (_engine, create) => {
  test('is written once, whole, and lives like any other data', async (t) => {
    const storage = memoryStorage();
    const server = await startTestServer(create, { storage, clock: () => new Date(now) });
    t.after(() => server.end());
    const { database } = server;
    const options = { database, tenant: testTenant, secretKey: testSecretKey, storage, now: new Date(now) };
    const first = await seedDemo(options);
    assert.ok(first && first.models > 50 && first.cases > 100, JSON.stringify(first));
    assert.equal(await seedDemo(options), undefined);

    assert.deepEqual(await faultsOf(server), []);
    const { rows } = await database.queries.execute<{ id: string; version: number; status: string }>(
      'SELECT id, version, status FROM citizen_case',
    );
    assert.equal(rows.length, first.cases);
    for (const row of rows) {
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

    const examples = await sampleCases({ ...options, server, issuer: server.issuer });
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

test('the demo issuer does not run in production', async () => {
  await assert.rejects(createDemoIssuer({ NODE_ENV: 'production' }), /does not run in production/);
});

test('the command fills an empty tenant, once, and not in production', async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'dvk-seed-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  await cp(findTemplates().directory, path.join(directory, 'database'), { recursive: true });
  const command = path.join(import.meta.dirname, 'command.ts');
  const run = (environment: Record<string, string> = {}) =>
    new Promise<string>((resolve) => {
      const env = { PATH: process.env.PATH, DVK_DATA: directory, DVK_DEMO_SCALE: '0.01', ...environment };
      execFile(process.execPath, [command], { env }, (_error, stdout, stderr) => resolve(stdout + stderr));
    });
  assert.match(await run({ NODE_ENV: 'production' }), /^Sample data is not for production/);
  assert.match(await run({ DVK_DEMO_SCALE: 'x' }), /^DVK_DEMO_SCALE is "x"/);
  assert.match(await run(), /^\d+ units, \d+ models, \d+ assessments, \d+ cases, \d+ events$/m);
  assert.match(await run(), /^Nothing to do/);
});
