import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pino } from 'pino';
import { tokenAuthenticator } from '../auth/index.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { audience, issuer, newKey, signToken } from '../testkit/issuer.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

describe('why somebody was refused', () => {
  const lines: Record<string, unknown>[] = [];
  let server: TestServer;
  let token: (subject: string, audienceOfToken: string) => Promise<string>;
  before(async () => {
    const key = await newKey();
    token = (subject, named) => signToken(key, { sub: subject }, (jwt) => jwt.setAudience(named));
    server = await startTestServer(freshDatabase.PGlite, {
      authenticator: tokenAuthenticator({ issuer, audience, keys: async () => key.publicKey }),
      log: pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }),
    });
  });
  after(() => server.end());

  async function refusal(headers: Record<string, string>) {
    lines.length = 0;
    const { status, body, headers: answered } = await server.call('GET', '/v1/models', { headers });
    const text = JSON.stringify([body, ...answered]);
    return { status, text, title: body.title, reason: String(lines.find(({ msg }) => msg === 'request')?.reason) };
  }

  test('is in the log and not in the response', async () => {
    const strange = await refusal({ authorization: `Bearer ${await token('nguyen-van-a', 'portal')}` });
    const garbage = await refusal({ authorization: 'Bearer x.y.z' });
    const none = await refusal({});
    assert.match(strange.reason, /^audience: .*DVK_AUDIENCE/);
    assert.match(garbage.reason, /^malformed: /);
    assert.equal(none.reason, 'there is no token');
    assert.deepEqual([strange.status, garbage.status, none.status], [401, 401, 401]);
    assert.equal(strange.title, garbage.title);
    for (const { text } of [strange, garbage, none]) assert.doesNotMatch(text, /aud|signature|malformed|DVK_/i);
    // Nothing out of the token, on either side.
    assert.doesNotMatch(JSON.stringify(lines) + strange.reason, /nguyen-van-a|eyJ/);
  });

  test('is logged for a 403 too', async () => {
    const citizen = await refusal({ authorization: `Bearer ${await token('nguyen-van-a', audience)}` });
    assert.equal(citizen.status, 403);
    assert.equal(citizen.reason, 'citizen: none of these roles may do this');
  });
});
