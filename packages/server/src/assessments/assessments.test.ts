import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Assessment, AssessmentSummary } from '@dvk/sdk/assessments';
import { isInputError } from '@dvk/sdk/errors';
import type { Problem, Role } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import { bacKan2017, illustrativeModel, type RubricSummary } from '@dvk/sdk/rubrics';
import { eventsOf } from '../events/index.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { addRubric } from '../rubrics/store.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleRegistration, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

onBothEngines('assessments', (_engine, create) => {
  let server: TestServer;
  const unit = sampleUnit({ name: 'Phòng Nội vụ' });
  const other = sampleUnit();
  const officer = { roles: ['unit-officer'] as Role[], unitId: unit.id };
  const stranger = { roles: ['unit-officer'] as Role[], unitId: other.id };
  let year = 2020;

  before(async () => {
    server = await startTestServer(create);
    const db = server.database.queries;
    await addUnits(db, testTenant, [unit, other]);
    for (const rubric of [bacKan2017, illustrativeModel]) {
      await addRubric(db, testTenant, rubric, '2026-01-01T00:00:00.000Z');
    }
  });
  after(() => server.end());

  const newAssessment = (changes: object = {}) => ({
    rubricId: bacKan2017.id,
    rubricVersion: bacKan2017.version,
    subject: { kind: 'unit', id: unit.id },
    period: String(year),
    ...changes,
  });
  /** Opened for a year of its own. */
  async function open(): Promise<Assessment> {
    year += 1;
    const { status, body } = await server.call<Assessment>('POST', '/v1/assessments', {
      as: officer,
      body: newAssessment(),
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }
  function change(row: Assessment, as: Asker, part: string, body: unknown, method = 'PUT') {
    return server.call<Assessment & Pick<Problem, 'errors'>>(method, `/v1/assessments/${row.id}/${part}`, {
      as,
      body,
      headers: { 'if-match': row.etag },
    });
  }
  const step = (row: Assessment, as: Asker, action: string, reason?: string) =>
    change(row, as, 'transitions', { action, reason }, 'POST');
  const points = (criterionId: string, entered: number) => ({ criterionId, value: { points: entered } });

  test('rubrics are public, and what is read is what was added', async () => {
    const list = await server.call<{ items: RubricSummary[] }>('GET', '/v1/rubrics?subject=unit');
    assert.deepEqual(
      list.body.items.map(({ id, version, criteriaCount }) => [id, version, criteriaCount]),
      [['bac-kan-unit', '2017', 2]],
    );
    const { body } = await server.call('GET', '/v1/rubrics/illustrative-model/1');
    assert.deepEqual(body, JSON.parse(JSON.stringify(illustrativeModel)));
    assert.equal((await server.call('GET', '/v1/rubrics/illustrative-model/2')).status, 404);
  });

  test('a rubric with faults is not taken, and one that was taken never changes', async () => {
    const db = server.database.queries;
    const faulty = { ...illustrativeModel, version: '2', total: 9000, ceiling: 9000 };
    await assert.rejects(addRubric(db, testTenant, faulty, '2026-01-01T00:00:00.000Z'), isInputError);
    await assert.rejects(db.execute(`UPDATE rubric SET document = '{}'`), (error: Error) =>
      String(error.cause).includes('never changes'),
    );
  });

  test('a unit opens one for itself, once a year and rubric', async () => {
    const row = await open();
    assert.equal(row.status, 'open');
    assert.equal(row.unitName, unit.name);
    const again = await server.call<Problem>('POST', '/v1/assessments', { as: officer, body: newAssessment() });
    assert.equal(again.status, 409);
    assert.equal(again.body.type, 'urn:dvk:problem:conflict');
    assert.match(
      again.body.detail!,
      /Tìm trong danh sách rồi mở ra chấm tiếp/,
      'says how to go on with the one that is there',
    );

    const refused = async (as: Asker, body: object) => {
      const answer = await server.call<Problem>('POST', '/v1/assessments', { as, body });
      assert.equal(answer.status, 422);
      return answer.body.errors!.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    assert.deepEqual(await refused(officer, newAssessment({ subject: { kind: 'unit', id: other.id } })), [
      '/subject/id unknown',
    ]);
    assert.deepEqual(await refused('secretariat', newAssessment({ rubricVersion: '1999' })), ['/rubricId unknown']);
    assert.deepEqual(
      await refused('secretariat', newAssessment({ rubricId: 'illustrative-model', rubricVersion: '1' })),
      ['/rubricId not-an-option'],
    );
  });

  test("another unit's assessments do not exist for a unit", async () => {
    const row = await open();
    assert.equal((await server.call('GET', `/v1/assessments/${row.id}`, { as: stranger })).status, 404);
    assert.equal((await change(row, stranger, 'self-lines', [])).status, 404);
    const list = await server.call<{ items: unknown[] }>('GET', '/v1/assessments', { as: stranger });
    assert.deepEqual(list.body.items, []);
  });

  test('from self-scoring to the lock, as in Ngân Sơn in 2020: 87 became 78 and another band', async () => {
    let row = await open();
    const reserved = await change(row, officer, 'self-lines', [points('superior', 500)]);
    assert.equal(reserved.status, 422);
    assert.equal(reserved.body.errors![0]!.code, 'not-yours-to-score');
    const tooMany = await change(row, officer, 'self-lines', [points('self', 9500)]);
    assert.deepEqual(
      tooMany.body.errors!.map(({ pointer, code }) => [pointer, code]),
      [['/0/value/points', 'above-the-maximum']],
    );
    assert.equal((await step(row, officer, 'submit')).status, 422, 'nothing scored yet');
    assert.equal((await change(row, 'appraiser', 'appraised-lines', [])).status, 409, 'not yet submitted');

    row = (await change(row, officer, 'self-lines', [{ ...points('self', 8700), note: 'Theo biên bản' }])).body;
    assert.equal(row.results.self.points, 8700);
    assert.equal(row.results.self.outOf, 9000);
    row = (await step(row, officer, 'submit')).body;
    assert.equal((await change(row, officer, 'self-lines', [])).status, 409);

    row = (await change(row, 'appraiser', 'appraised-lines', [points('self', 7800), points('superior', 0)])).body;
    assert.equal(row.results.appraised!.points, 7800);
    assert.equal(row.results.classification!.finalBand, 'fair');
    assert.equal(row.lines.find(({ criterionId }) => criterionId === 'self')!.note, 'Theo biên bản');

    const asUnit = await server.call<Assessment>('GET', `/v1/assessments/${row.id}`, { as: officer });
    assert.equal(asUnit.body.results.appraised, null);
    assert.equal(asUnit.body.results.classification, null);
    assert.deepEqual(
      asUnit.body.lines.map(({ criterionId, appraised }) => [criterionId, appraised]),
      [['self', undefined]],
    );
    const listed = await server.call<{ items: AssessmentSummary[] }>('GET', '/v1/assessments', { as: officer });
    const summary = listed.body.items.find(({ id }) => id === row.id)!;
    assert.equal(summary.appraisedPoints, null);
    assert.deepEqual([summary.selfScored, summary.selfLines], [1, 1]);
    assert.deepEqual([summary.appraisedScored, summary.appraisedLines], [null, 2]);
    assert.equal(summary.finalBand, null);

    const silent = await step(row, 'appraiser', 'appraise');
    assert.deepEqual(
      silent.body.errors!.map(({ pointer, code }) => [pointer, code]),
      [['/lines/self/reason', 'reason-required']],
    );
    const reasoned = [{ ...points('self', 7800), reason: 'Thiếu minh chứng' }, points('superior', 0)];
    row = (await change(row, 'appraiser', 'appraised-lines', reasoned)).body;
    row = (await step(row, 'appraiser', 'appraise')).body;
    const handedOn = await server.call<Assessment>('GET', `/v1/assessments/${row.id}`, { as: officer });
    assert.equal(handedOn.body.results.classification!.finalBand, 'fair');
    row = (await step(row, 'secretariat', 'conclude')).body;
    row = (await step(row, 'secretariat', 'lock')).body;
    assert.equal((await step(row, 'secretariat', 'unlock', 'x')).status, 403);
    assert.equal((await change(row, 'appraiser', 'appraised-lines', [])).status, 409);
    assert.deepEqual(row.lines.find(({ criterionId }) => criterionId === 'self')!.self, { points: 8700 });

    const events = await eventsOf(server.database.queries, testTenant, `assessment/${row.id}`);
    assert.deepEqual(
      events.map(({ kind }) => kind.replace('assessment.', '')),
      [
        'opened',
        'self-scored',
        'submitted',
        'appraiser-scored',
        'appraiser-scored',
        'appraised',
        'concluded',
        'locked',
      ],
    );
    assert.deepEqual(events[3]!.data['values'], {
      self: { before: null, after: { points: 7800 } },
      superior: { before: null, after: { points: 0 } },
    });
    assert.deepEqual(await faultsOf(server), []);
  });

  test('a list is searched by names, counted by state, and ordered by points without telling a unit those it may not see', async () => {
    const at = async (path: string, as: Asker) => {
      const { status, body } = await server.call<{ items: AssessmentSummary[] }>('GET', path, { as });
      assert.equal(status, 200, JSON.stringify(body));
      return body.items;
    };
    const made: Assessment[] = [];
    for (const [self, appraised] of [
      [8000, 7000],
      [8700, 6000],
      [8300, undefined],
    ] as const) {
      let row = await open();
      row = (await change(row, officer, 'self-lines', [points('self', self)])).body;
      row = (await step(row, officer, 'submit')).body;
      if (appraised) row = (await change(row, 'appraiser', 'appraised-lines', [points('self', appraised)])).body;
      made.push(row);
    }
    const [first, second, third] = made.map(({ id }) => id);
    const order = (items: AssessmentSummary[]) =>
      items.map(({ id }) => id).filter((id) => made.some((row) => row.id === id));
    const q = 'q=phong%20noi';
    assert.deepEqual(order(await at(`/v1/assessments?${q}`, 'appraiser')), [third, second, first]);
    assert.deepEqual(order(await at(`/v1/assessments?${q}&sort=self-points`, 'appraiser')), [second, third, first]);
    assert.deepEqual(order(await at(`/v1/assessments?sort=appraised-points`, 'appraiser')), [first, second, third]);
    assert.deepEqual(order(await at(`/v1/assessments?sort=appraised-points`, officer)), [third, second, first]);
    assert.deepEqual(await at('/v1/assessments?q=khong%20co', 'appraiser'), []);
    const counts = await server.call<{ total: number; by: { status: Record<string, number> } }>(
      'GET',
      `/v1/assessments/counts?${q}&period=${year}`,
      { as: 'appraiser' },
    );
    assert.deepEqual([counts.body.total, counts.body.by.status['submitted']], [1, 1]);
  });

  test('a hard stop makes a unit ineligible whatever its points', async () => {
    let row = await open();
    row = (await change(row, officer, 'self-lines', [points('self', 9000)])).body;
    row = (await step(row, officer, 'submit')).body;
    row = (await change(row, 'appraiser', 'appraised-lines', [points('self', 9000), points('superior', 1000)])).body;
    assert.equal(row.results.classification!.finalBand, 'good');
    const condition = { conditionId: 'not-eligible', reason: 'Có vụ việc phức tạp kéo dài' };
    assert.equal((await change(row, officer, 'conditions', [condition])).status, 403);
    assert.equal((await change(row, 'appraiser', 'conditions', [{ ...condition, conditionId: 'x' }])).status, 422);
    row = (await change(row, 'appraiser', 'conditions', [condition])).body;
    assert.equal(row.results.classification!.finalBand, null);
    assert.equal(row.results.classification!.eligible, false);
  });

  test('evidence has to be files that were uploaded', async () => {
    const row = await open();
    const line = { ...points('self', 100), evidence: ['00000000-0000-7000-8000-000000000000'] };
    const { status, body } = await change(row, officer, 'self-lines', [line]);
    assert.equal(status, 422);
    assert.equal(body.errors![0]!.pointer, '/0/evidence/0');
    const unchanged = await server.call<Assessment>('GET', `/v1/assessments/${row.id}`, { as: officer });
    assert.equal(unchanged.body.etag, row.etag);
  });

  test('of two writers from one version, one wins', async () => {
    const row = await open();
    const answers = await Promise.all(
      [100, 200, 300].map((value) => change(row, officer, 'self-lines', [points('self', value)])),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412]);
  });

  test('a model is recognised only after its assessment is concluded', async () => {
    const registered = await server.call<Model>('POST', '/v1/models', { as: officer, body: sampleRegistration() });
    const { id } = registered.body;
    const opened = await server.call<Assessment>('POST', '/v1/assessments', {
      as: officer,
      body: newAssessment({ rubricId: 'illustrative-model', rubricVersion: '1', subject: { kind: 'model', id } }),
    });
    assert.equal(opened.status, 201);
    assert.equal(opened.body.subject.name, registered.body.name);
    const leader = { roles: ['unit-leader'] as Role[], unitId: unit.id };
    const path: [Asker, string][] = [
      [leader, 'start'],
      [officer, 'begin-self-assessment'],
      [officer, 'submit-for-appraisal'],
      ['appraiser', 'record-appraisal'],
    ];
    let version = 1;
    const move = (as: Asker, action: string) =>
      server.call<Model & Pick<Problem, 'detail'>>('POST', `/v1/models/${id}/transitions`, {
        as,
        body: { action },
        headers: { 'if-match': `"v${version}"` },
      });
    for (const [as, action] of path) {
      assert.equal((await move(as, action)).status, 200, action);
      version += 1;
    }
    const early = await move('secretariat', 'recognise');
    assert.equal(early.status, 409);
    assert.equal(early.body.detail, 'Chưa có kết quả thẩm định đã chốt của mô hình này.');
  });
});
