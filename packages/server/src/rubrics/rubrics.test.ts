import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Problem, Role } from '@dvk/sdk/contract';
import {
  bacKan2017,
  checkRubric,
  illustrativeUnit,
  tayNinh2022,
  type Rubric,
  type RubricCheck,
  type RubricPublication,
  type RubricReading,
  type RubricSummary,
} from '@dvk/sdk/rubrics';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { addRubric } from './store.ts';

const fixture = (name: string) => readFile(new URL(`../../../documents/src/rubrics/fixtures/${name}`, import.meta.url));

onBothEngines('rubrics in force', (_engine, create) => {
  let server: TestServer;
  let now = '2026-12-14T02:00:00Z';
  const unit = sampleUnit({ name: 'Phòng Nội vụ' });
  const officer = { roles: ['unit-officer'] as Role[], unitId: unit.id };
  const as = 'administrator' as const;

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
    const db = server.database.queries;
    await addUnits(db, testTenant, [unit]);
    for (const rubric of [illustrativeUnit, bacKan2017])
      await addRubric(db, testTenant, rubric, '2026-01-01T00:00:00.000Z');
  });
  after(() => server.end());

  /** A later version of the short rubric: its first number is written otherwise, and more where a test says so. */
  const later = (version: string, more: Partial<Rubric> = {}): Rubric => ({ ...illustrativeUnit, version, ...more });
  const publication = (rubric: Rubric, more: Partial<RubricPublication> = {}): RubricPublication => ({
    rubric,
    validFrom: '2027-01-01',
    validTo: null,
    reason: 'Áp dụng từ năm 2027',
    ...more,
  });
  const send = <Body>(path: string, body: unknown) =>
    server.call<Body & Pick<Problem, 'errors'>>('POST', path, { as, body });
  const publish = (...of: Parameters<typeof publication>) => send<RubricSummary>('/v1/rubrics', publication(...of));
  const withdraw = (version: string) =>
    send<RubricSummary>(`/v1/rubrics/${illustrativeUnit.id}/${version}/withdraw`, { reason: 'Ban hành nhầm' });
  const list = async (query = '', asker: 'anonymous' | 'secretariat' = 'secretariat') =>
    (
      await server.call<{ items: RubricSummary[] }>('GET', `/v1/rubrics${query}`, {
        ...(asker === 'secretariat' && { as: asker }),
      })
    ).body.items;
  const statesOn = async (day: string) => {
    const before = now;
    now = `${day}T02:00:00Z`;
    const items = await list('?subject=unit');
    now = before;
    return Object.fromEntries(
      items.filter(({ id }) => id === illustrativeUnit.id).map(({ version, state }) => [version, state]),
    );
  };
  const open = (version: string, period: string) =>
    server.call<Assessment & Pick<Problem, 'errors'>>('POST', '/v1/assessments', {
      as: officer,
      body: { rubricId: illustrativeUnit.id, rubricVersion: version, subject: { kind: 'unit', id: unit.id }, period },
    });

  test('a version takes the place of the one before on its first day, and gives it back when it is withdrawn', async () => {
    const { status, body } = await publish(later('2027'));
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.state, 'upcoming');
    assert.deepEqual(await statesOn('2026-12-31'), { [illustrativeUnit.version]: 'in-force', '2027': 'upcoming' });
    assert.deepEqual(await statesOn('2027-01-01'), { [illustrativeUnit.version]: 'superseded', '2027': 'in-force' });
    const withdrawn = await withdraw('2027');
    assert.equal(withdrawn.status, 200, JSON.stringify(withdrawn.body));
    assert.equal(withdrawn.body.state, 'withdrawn');
    assert.deepEqual(await statesOn('2027-01-01'), { [illustrativeUnit.version]: 'in-force', '2027': 'withdrawn' });
    assert.equal((await withdraw('2027')).status, 409, 'once');
  });

  test('a published version never changes: the same name is refused, from two at once too', async () => {
    const both = await Promise.all([publish(later('2028')), publish(later('2028', { reasonAbove: 100 }))]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422]);
    const refused = both.find(({ status }) => status === 422)!;
    assert.equal(refused.body.errors?.[0]?.pointer, '/rubric/version');
    assert.match(refused.body.errors![0]!.detail, /Đã có phiên bản này/);
    assert.equal((await withdraw('2028')).status, 200);
    assert.equal((await publish(later('2028'))).status, 422, 'not after it was withdrawn either');
  });

  test('a faulty rubric is refused line by line in the words of the check; a decision must be named', async () => {
    const faulty = later('2029', { total: illustrativeUnit.total + 100, ceiling: illustrativeUnit.total + 100 });
    const [fault] = checkRubric(faulty).filter(({ severity }) => severity === 'error');
    const { status, body } = await publish(faulty);
    assert.equal(status, 422);
    const error = body.errors!.find(({ pointer }) => pointer === `/rubric${fault!.pointer}`);
    assert.equal(error?.detail, fault!.text.vi);

    const unnamed = later('2029', { legalBasis: { title: 'Quyết định ban hành', confidence: 'published' } });
    assert.deepEqual(
      (await publish(unnamed)).body.errors?.map(({ pointer }) => pointer),
      ['number', 'issuer', 'date'].map((field) => `/rubric/legalBasis/${field}`),
    );
    const backwards = await publish(later('2029'), { validTo: '2026-12-31' });
    assert.deepEqual(
      backwards.body.errors?.map(({ pointer }) => pointer),
      ['/validTo'],
    );
  });

  test('a year is scored with a version in force in it alone', async () => {
    assert.equal((await publish(later('2031'), { validFrom: '2031-01-01', validTo: '2031-12-31' })).status, 201);
    const refused = await open('2031', '2030');
    assert.equal(refused.status, 422);
    assert.equal(refused.body.errors?.[0]?.pointer, '/rubricVersion');
    assert.match(refused.body.errors![0]!.detail, /không được áp dụng cho năm 2030/);
    assert.equal((await open(illustrativeUnit.version, '2031')).status, 422, 'another took its place all year');
    assert.equal((await open('2031', '2031')).status, 201);
    const serving = async (year: string) =>
      (await list(`?serves=${year}`)).filter(({ id }) => id === illustrativeUnit.id).map(({ version }) => version);
    assert.deepEqual(await serving('2031'), ['2031']);
    assert.deepEqual(await serving('2030'), [illustrativeUnit.version]);
    assert.equal((await withdraw('2031')).status, 200);
    const { status, body } = await server.call('GET', `/v1/rubrics/${illustrativeUnit.id}/2031`);
    assert.deepEqual([status, body['version']], [200, '2031'], 'what was scored with it can still be read');
  });

  test('before it is published one sees what it takes the place of and which assessments it would touch', async () => {
    const opened = await open(illustrativeUnit.version, '2026');
    assert.equal(opened.status, 201);
    const added = { kind: 'yes-no' as const, id: 'muc-moi', title: { vi: 'Mục mới' }, max: 500 };
    const wider = later('2032', {
      criteria: [...illustrativeUnit.criteria, added],
      total: illustrativeUnit.total + added.max,
      ceiling: (illustrativeUnit.ceiling ?? illustrativeUnit.total) + added.max,
    });
    const check = await send<RubricCheck>('/v1/rubrics/check', publication(wider));
    assert.equal(check.status, 200);
    const { findings, replaces, change, assessments } = check.body;
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.equal(replaces?.version, illustrativeUnit.version);
    assert.equal(change?.name, 'all-by-hand');
    assert.ok(assessments.byHand >= 1);
    const touched = assessments.touched.find(({ id }) => id === opened.body.id);
    assert.deepEqual(touched?.lines, ['muc-moi']);
    assert.equal(touched?.unitName, unit.name);
    assert.match(touched!.reasons[0]!.vi, /Mục mới/);
    assert.equal((await send('/v1/rubrics/check', publication(tayNinh2022))).body['replaces' as never], null);
    assert.ok(!(await list()).some(({ version }) => version === '2032'), 'nothing was written');
  });

  test('who decided and why is for staff; everybody sees what is in force', async () => {
    assert.equal((await publish(later('2033'), { validFrom: '2033-01-01' })).status, 201);
    const of = (items: RubricSummary[]) => items.find(({ version }) => version === '2033')!;
    assert.deepEqual(of(await list()).decision, {
      reason: 'Áp dụng từ năm 2027',
      publishedBy: 'Nguyễn Văn A',
      withdrawReason: null,
      withdrawnBy: null,
    });
    assert.equal(of(await list('', 'anonymous')).decision, null);
  });

  test('what came with the installation can be withdrawn too', async () => {
    const { status, body } = await send<RubricSummary>(`/v1/rubrics/${bacKan2017.id}/${bacKan2017.version}/withdraw`, {
      reason: 'Tỉnh không dùng',
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual([body.state, body.decision?.publishedBy], ['withdrawn', null]);
    assert.equal((await send('/v1/rubrics/none/1/withdraw', { reason: 'Không có' })).status, 404);
  });

  test('a draft is read from a Word file with its doubts, and what is no such file is refused in words', async () => {
    const upload = (bytes: Uint8Array, query = '') =>
      server.call<RubricReading & Problem>('POST', `/v1/rubrics/read${query}`, {
        as,
        body: bytes,
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          'content-disposition': 'attachment; filename="bo-tieu-chi.docx"',
        },
      });
    const { status, body } = await upload(await fixture('unit-criteria.docx'), '?id=bo-moi&version=2027&subject=unit');
    assert.equal(status, 200, JSON.stringify(body).slice(0, 500));
    assert.deepEqual([body.rubric.id, body.rubric.version], ['bo-moi', '2027']);
    assert.ok(body.rubric.criteria.length > 0);
    assert.ok(body.doubts.every(({ text }) => text.vi.length > 0));
    const refused = await upload(new TextEncoder().encode('không phải tệp Word'));
    assert.equal(refused.status, 415);
    assert.ok(refused.body.detail!.length > 0);
  });

  test('the ledger vouches for what was decided, and for the criteria', async () => {
    assert.deepEqual(await faultsOf(server), []);
    const db = server.database.queries;
    await db.execute(sql`ALTER TABLE rubric DISABLE TRIGGER rubric_never_changes`);
    await db.execute(
      sql`UPDATE rubric SET document = jsonb_set(document, '{reasonAbove}', '4200') WHERE version = '2033'`,
    );
    await db.execute(sql`UPDATE rubric_decision SET reason = 'Lý do khác' WHERE rubric_version = '2031'`);
    assert.equal((await faultsOf(server)).length, 2);
  });
});
