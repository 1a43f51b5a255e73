import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

type As = NonNullable<NonNullable<Parameters<TestServer['call']>[2]>['as']>;

onBothEngines('whose name a change is made in', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create);
  });
  after(() => server.end());

  const signedIn = (as?: As) => (as ? { as } : {});

  async function tagOf(as?: As): Promise<string> {
    const { body } = await server.call<Session>('GET', '/v1/session', signedIn(as));
    return body.subjectTag!;
  }

  const send = (expected: string, as?: As, language = 'vi') =>
    server.call<Problem>('POST', '/v1/cases', {
      ...signedIn(as),
      body: sampleSubmission(),
      headers: { 'dvk-expected-subject': expected, 'accept-language': language },
    });

  test('a change is made for the person whom the page was opened for, and for a visitor', async () => {
    assert.equal((await send(await tagOf('citizen'), 'citizen')).status, 201);
    assert.equal((await send(await tagOf())).status, 201);
  });

  test('it is refused if somebody else has signed in meanwhile, in words, before what they may do counts', async () => {
    for (const expected of [await tagOf('citizen'), await tagOf(), 'nonsense', '']) {
      const refused = await send(expected, 'secretariat');
      assert.equal(refused.status, 409);
      assert.equal(refused.body.type, 'urn:dvk:problem:subject-mismatch');
      assert.match(refused.body.detail!, /chưa ghi nhận gì.*vẫn được giữ.*tải lại trang/s);
    }
    const english = await send(await tagOf(), 'citizen', 'en');
    assert.match(english.body.detail!, /nothing was recorded/);
    const notAllowed = await server.call<Problem>('POST', '/v1/models', {
      as: 'citizen',
      body: {},
      headers: { 'dvk-expected-subject': await tagOf('unit-officer') },
    });
    assert.equal(notAllowed.body.type, 'urn:dvk:problem:subject-mismatch');
  });

  test('what a signed-in person wrote is not sent as a visitor’s once they are signed out', async () => {
    const refused = await send(await tagOf('citizen'));
    assert.equal(refused.status, 401);
    assert.ok(refused.headers.get('www-authenticate'));
  });

  test('an answer to a change is not given again to somebody else', async () => {
    const expected = await tagOf('citizen');
    const call = {
      body: sampleSubmission(),
      key: 'a-key-of-one-person-alone',
      headers: { 'dvk-expected-subject': expected },
    };
    assert.equal((await server.call('POST', '/v1/cases', { ...call, as: 'citizen' })).status, 201);
    assert.equal((await server.call('POST', '/v1/cases', { ...call, as: 'secretariat' })).status, 409);
  });

  test('reading needs no name, so that a page can ask who is signed in', async () => {
    const headers = { 'dvk-expected-subject': await tagOf('citizen') };
    assert.equal((await server.call('GET', '/v1/session', { as: 'secretariat', headers })).status, 200);
  });

  test('a tag names nobody, and is another for each person', async () => {
    const { body } = await server.call<Session>('GET', '/v1/session', { as: 'citizen' });
    assert.match(body.subjectTag!, /^[\w-]{22}$/);
    assert.ok(!body.subjectTag!.includes(body.subject!));
    const tags = [body.subjectTag, await tagOf(), await tagOf('secretariat')];
    assert.equal(new Set(tags).size, 3);
  });
});
