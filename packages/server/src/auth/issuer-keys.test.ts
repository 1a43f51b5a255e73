import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test, type TestContext } from 'node:test';
import { exportJWK, SignJWT } from 'jose';
import type { HttpProblem } from '../problems/problem.ts';
import { audience, issuer, newKey, signToken, startIssuer, type TestIssuer } from '../testkit/issuer.ts';
import { tokenAuthenticator, type Authenticator } from './index.ts';

/** Lets so many milliseconds pass for the cool-down of keys; nothing really waits. */
function pass(context: TestContext, milliseconds: number): void {
  context.mock.timers.tick(milliseconds);
}

const [one, two, three] = await Promise.all([newKey('one'), newKey('two'), newKey('three')]);
const [unnamed, another, third] = await Promise.all([newKey(), newKey(), newKey()]);

describe('the keys of an issuer', () => {
  let sso: TestIssuer;
  let authenticator: Authenticator;

  beforeEach(async () => {
    sso = await startIssuer();
    authenticator = tokenAuthenticator({ issuer, audience, keys: sso.address });
  });
  afterEach(() => sso.close());

  async function ask(token: string): Promise<string> {
    const request = new Request('http://test/', { headers: { authorization: `Bearer ${token}` } });
    try {
      return (await authenticator.authenticate(request, 'hue')).subject ?? '';
    } catch (error) {
      const { code, extras } = error as HttpProblem;
      return `${code} ${extras.reason?.split(':')[0] ?? ''}`.trim();
    }
  }

  test('without names are all tried', async () => {
    await sso.publish(unnamed, another, third);
    for (const key of [unnamed, another, third]) assert.equal(await ask(await signToken(key)), 'u1');
    assert.equal(await ask(await signToken(one)), 'unauthenticated signature');
    const expired = await signToken(third, {}, (jwt) => jwt.setExpirationTime('-5m'));
    assert.equal(await ask(expired), 'unauthenticated expired');
  });

  test('without names may be meant by a token that names its key', async () => {
    await sso.publish(unnamed, another);
    assert.equal(await ask(await signToken({ ...another, kid: 'x' })), 'u1');
  });

  test('of one name are all tried', async () => {
    await sso.publish({ ...one, kid: 'same' }, { ...two, kid: 'same' });
    assert.equal(await ask(await signToken({ ...two, kid: 'same' })), 'u1');
  });

  test('published anew are known within seconds', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    await sso.publish(one);
    assert.equal(await ask(await signToken(one)), 'u1');
    await sso.publish(one, two);
    pass(context, 6000);
    assert.equal(await ask(await signToken(two)), 'u1');
  });

  test('replaced under the same name, or without one, are known within seconds', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    for (const kid of ['one', undefined]) {
      await sso.publish({ ...one, kid });
      pass(context, 6000);
      assert.equal(await ask(await signToken({ ...one, kid })), 'u1');
      await sso.publish({ ...two, kid });
      pass(context, 6000);
      assert.equal(await ask(await signToken({ ...two, kid })), 'u1');
      assert.equal(await ask(await signToken({ ...one, kid })), 'unauthenticated signature');
    }
  });

  test('are not asked for by every made-up name or signature', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    await sso.publish(one);
    await ask(await signToken(one));
    const bad = await Promise.all(
      Array.from({ length: 60 }, (_, index) => signToken({ ...three, kid: index % 2 ? `made-up-${index}` : 'one' })),
    );
    for (const token of bad) {
      assert.match(await ask(token), /^unauthenticated (key|signature)$/);
      pass(context, 250);
    }
    // 15 seconds of them: one reading every five.
    assert.ok(sso.reads <= 5, `${sso.reads} readings`);
  });

  test('out of reach are our trouble, not the caller’s, and are not asked for by every request', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const token = await signToken(one);
    for (const [status, document] of [
      [500, ''],
      [404, '{"keys":[]}'],
      [302, ''],
      [200, '<html>'],
      [200, '{"keys":7}'],
    ] as const) {
      sso.answer(status, document);
      const before = sso.reads;
      for (let count = 0; count < 5; count += 1) assert.equal(await ask(token), 'unavailable');
      if (status !== 200) assert.equal(sso.reads - before, 1);
      pass(context, 6000);
    }
    await sso.publish(one);
    assert.equal(await ask(token), 'u1');
    // Known keys go on; only whose key is not known has to wait.
    sso.answer(500, '');
    pass(context, 6000);
    assert.equal(await ask(token), 'u1');
    assert.equal(await ask(await signToken(two)), 'unavailable');
    assert.equal(await ask(await signToken({ ...two, kid: 'one' })), 'unauthenticated signature');
  });

  test('a server of keys that is not there at all', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    authenticator = tokenAuthenticator({ issuer, audience, keys: new URL(`http://127.0.0.1:${port}/jwks`) });
    assert.equal(await ask(await signToken(one)), 'unavailable');
  });

  test('the log says why a token is refused', async (context) => {
    // A second beyond the tolerance must still be one when the last token is judged, however slow the machine.
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    await sso.publish(one);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: issuer, aud: audience, sub: 'u1', exp: Math.floor(Date.now() / 1000) + 300 };
    const shared = new SignJWT({ sub: 'u1' }).setProtectedHeader({ alg: 'HS256', kid: 'one' }).setIssuer(issuer);
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(one.publicKey)));
    const critical = new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'one', crit: ['x'], x: 1 });
    const endless = new SignJWT({ ...claims, exp: undefined }).setProtectedHeader({ alg: 'ES256', kid: 'one' });
    const cases: Record<string, string> = {
      expired: await signToken(one, {}, (jwt) => jwt.setExpirationTime('-31s')),
      early: await signToken(one, {}, (jwt) => jwt.setNotBefore('31s')),
      issuer: await signToken(one, {}, (jwt) => jwt.setIssuer(`${issuer}/`)),
      audience: await signToken(one, {}, (jwt) => jwt.setAudience(['portal', 'account'])),
      key: await signToken(three),
      signature: await signToken({ ...three, kid: 'one' }),
      algorithm: await shared.setAudience(audience).setExpirationTime('5m').sign(secret),
      extension: await critical.sign(one.privateKey, { crit: { x: true } }),
      claim: await endless.sign(one.privateKey),
      malformed: 'opaque-access-token',
      size: 'x'.repeat(20_000),
    };
    for (const [reason, token] of Object.entries(cases)) assert.equal(await ask(token), `unauthenticated ${reason}`);
    assert.equal(await ask(`${part({ alg: 'none' })}.${part(claims)}.`), 'unauthenticated algorithm');
    // Within the tolerance of clocks, and one audience of several, all is well.
    for (const change of [
      (jwt: SignJWT) => jwt.setExpirationTime('-25s'),
      (jwt: SignJWT) => jwt.setNotBefore('25s'),
      (jwt: SignJWT) => jwt.setAudience(['portal', audience]),
    ]) {
      assert.equal(await ask(await signToken(one, {}, change)), 'u1');
    }
  });
});
