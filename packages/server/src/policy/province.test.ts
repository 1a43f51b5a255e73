import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { casePrivacyNotice, caseTopics } from '@dvk/sdk/cases';
import type { Problem } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import type { Settings } from '@dvk/sdk/settings';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleRegistration, sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

onBothEngines('the province served', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create, {
      province: '01',
      office: { name: 'Bộ phận tiếp nhận phường Mẫu', hotline: '1900 0000' },
    });
  });
  after(() => server.end());

  test('is known to every widget, also for a visitor', async () => {
    const { body } = await server.call<Session>('GET', '/v1/session');
    assert.equal(body.province, '01');
  });

  test('stands in the settings, with all that a form needs before anybody signs in', async () => {
    const { status, body } = await server.call<Settings>('GET', '/v1/settings');
    assert.deepEqual(
      [status, body.province, body.office],
      [200, '01', { name: 'Bộ phận tiếp nhận phường Mẫu', hotline: '1900 0000' }],
    );
    assert.deepEqual(body.topics.map(({ topic }) => topic).sort(), [...caseTopics].sort());
    assert.ok(body.topics.every(({ illustrative, icon, example }) => illustrative && icon && example.vi));
    assert.equal(body.privacyNotice.version, casePrivacyNotice.version);
    assert.ok(body.files.accepts.includes('image/jpeg'));
  });

  test('is the only one of which cases and models are taken', async () => {
    const elsewhere = { provinceCode: '38', communeCode: '16000' };
    const refused = [
      await server.call<Problem>('POST', '/v1/cases', { body: sampleSubmission(elsewhere) }),
      await server.call<Problem>('POST', '/v1/models', { body: sampleRegistration(elsewhere), as: 'secretariat' }),
    ];
    for (const { status, body } of refused) {
      assert.equal(status, 422, JSON.stringify(body));
      assert.deepEqual(
        body.errors!.map(({ pointer, code, detail }) => [pointer, code, detail]),
        [['/provinceCode', 'other-province', 'Không thuộc tỉnh, thành phố mà hệ thống này phục vụ']],
      );
    }
    assert.equal((await server.call('POST', '/v1/cases', { body: sampleSubmission() })).status, 201);
  });
});
