/** Limits that a province sets: what is due soon, who is idle, when an appraiser gives a reason. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Assessment } from '@dvk/sdk/assessments';
import type { CaseSummary } from '@dvk/sdk/cases';
import type { Problem, Role } from '@dvk/sdk/contract';
import { bacKan2017 } from '@dvk/sdk/rubrics';
import { presetThresholds, type Settings, type Thresholds } from '@dvk/sdk/settings';
import { sampleBodies } from '@dvk/sdk/testing';
import { addRubric } from '../rubrics/store.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';

const basis = { title: 'Quy chế mẫu', confidence: 'illustrative' as const };

onBothEngines('limits', (_engine, create) => {
  let server: TestServer;
  let latest = 0;
  let now = '2026-12-14T02:00:00Z';
  const unit = sampleUnit({ name: 'Phòng Nội vụ' });
  const officer = { roles: ['unit-officer'] as Role[], unitId: unit.id };

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
    await addUnits(server.database.queries, testTenant, [unit]);
    await addRubric(server.database.queries, testTenant, bacKan2017, '2026-01-01T00:00:00.000Z');
  });
  after(() => server.end());

  const bodyOf = (more: Partial<Thresholds>) => ({
    ...sampleBodies.settings.change!,
    name: 'thresholds',
    value: { ...presetThresholds(), ...more },
    replaces: latest,
  });
  async function set(more: Partial<Thresholds>): Promise<void> {
    const { status, body } = await server.call('POST', '/v1/settings/versions', {
      as: 'administrator',
      body: bodyOf(more),
    });
    assert.equal(status, 201, JSON.stringify(body));
    latest += 1;
  }
  const call = async <Body>(path: string, as: Asker) => (await server.call<Body>('GET', path, { as })).body;

  test('say what is due soon, in lists, in counts and in the effect of the change', async () => {
    await server.call('POST', '/v1/cases', { body: sampleSubmission() });
    const read = async () => {
      const { items } = await call<{ items: CaseSummary[] }>('/v1/cases', 'secretariat');
      const { by } = await call<{ by: { due: Record<string, number> } }>('/v1/cases/counts', 'secretariat');
      const soon = await call<{ items: CaseSummary[] }>('/v1/cases?due=soon', 'secretariat');
      return [items[0]!.due!.class, by.due['soon'], soon.items.length];
    };
    assert.deepEqual(await read(), ['in-time', 0, 0]);
    const more = { dueSoonDays: { amount: 30, basis } };
    const { body: effect } = await server.call<{ movedDueDates: unknown[]; dueSoon: object }>(
      'POST',
      '/v1/settings/effect',
      { as: 'administrator', body: bodyOf(more) },
    );
    assert.deepEqual([effect.movedDueDates, effect.dueSoon], [[], { before: 0, after: 1 }]);
    await set(more);
    assert.deepEqual(await read(), ['soon', 1, 1]);
    const told = (await server.call<Settings>('GET', '/v1/settings')).body;
    assert.equal(told.thresholds.dueSoonDays, 30);
  });

  test('say who has not signed in for long', async () => {
    const body = { name: 'Nguyễn Văn A', unitId: unit.id, invitation: 'a@example.vn' };
    assert.equal((await server.call('POST', '/v1/people', { as: 'administrator', body })).status, 201);
    now = '2027-01-04T02:00:00Z';
    const idle = async () =>
      (await call<{ items: unknown[] }>('/v1/people?standing=idle', 'administrator')).items.length;
    assert.equal(await idle(), 0);
    await set({ idleDays: { amount: 20, basis } });
    assert.equal(await idle(), 1);
  });

  test('ask an appraiser for a reason where the rubric alone would not', async () => {
    const opened = await server.call<Assessment>('POST', '/v1/assessments', {
      as: officer,
      body: {
        rubricId: bacKan2017.id,
        rubricVersion: bacKan2017.version,
        subject: { kind: 'unit', id: unit.id },
        period: '2026',
      },
    });
    let row = opened.body;
    const change = async (as: Asker, part: string, body: unknown, method = 'PUT') => {
      const answer = await server.call<Assessment & Pick<Problem, 'errors'>>(
        method,
        `/v1/assessments/${row.id}/${part}`,
        { as, body, headers: { 'if-match': row.etag } },
      );
      if (answer.status === 200) row = answer.body;
      return answer;
    };
    const points = (criterionId: string, entered: number) => ({ criterionId, value: { points: entered } });
    await change(officer, 'self-lines', [points('self', 8700)]);
    await change(officer, 'transitions', { action: 'submit' }, 'POST');
    // 3 points, in the same band: the rubric asks for a reason beyond 5.
    await change('appraiser', 'appraised-lines', [points('self', 8400), points('superior', 500)]);
    await set({ reasonAbove: { amount: 200, basis } });
    const appraise = () => change('appraiser', 'transitions', { action: 'appraise' }, 'POST');
    const refused = await appraise();
    assert.equal(refused.status, 422, JSON.stringify(refused.body));
    assert.deepEqual(
      refused.body.errors!.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/lines/self/reason reason-required'],
    );
    // What a province allows beyond the rubric does not loosen the rubric.
    await set({ reasonAbove: { amount: 300, basis } });
    assert.equal((await appraise()).status, 200);
    // A limit that comes later asks for no reasons after the fact.
    await set({ reasonAbove: { amount: 100, basis } });
    assert.equal((await change('secretariat', 'transitions', { action: 'conclude' }, 'POST')).status, 200);
  });

  test('are changed by administrators alone, and within their bounds', async () => {
    const more = { remindDays: { amount: 3, basis } };
    for (const as of ['secretariat', 'inspector', 'unit-officer'] as const)
      assert.equal((await server.call('POST', '/v1/settings/versions', { as, body: bodyOf(more) })).status, 403, as);
    const { status, body } = await server.call<Problem>('POST', '/v1/settings/versions', {
      as: 'administrator',
      body: bodyOf({ remindDays: { amount: 0, basis } }),
    });
    assert.equal(status, 422);
    assert.equal(body.errors![0]!.pointer, '/value/remindDays/amount');
  });
});
