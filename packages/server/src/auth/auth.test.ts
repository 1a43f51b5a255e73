import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { HttpProblem } from '../problems/problem.ts';
import { tokenAuthenticator, type Authenticator } from './index.ts';

const issuer = 'https://sso.example';
const audience = 'dvk';

describe('tokens of a portal', () => {
  let jwks: Server;
  let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
  let authenticator: Authenticator;

  before(async () => {
    keys = await generateKeyPair('RS256');
    const document = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' }] });
    jwks = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(document));
    await new Promise<void>((resolve) => {
      jwks.listen(0, '127.0.0.1', resolve);
    });
    authenticator = tokenAuthenticator({
      issuer,
      audience,
      keys: new URL(`http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks`),
      claims: { roles: 'realm_access.roles' },
      roleNames: { 'can-bo-xa': 'unit-officer', 'thanh-tra': 'inspector' },
    });
  });
  after(() => jwks.close());

  function token(
    claims: JWTPayload,
    change: (jwt: SignJWT) => SignJWT = (jwt) => jwt,
    key = keys.privateKey,
    kid = 'one',
  ) {
    const jwt = new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid })
      .setSubject('u1')
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('5m');
    return change(jwt).sign(key);
  }
  const ask = async (authorization: string) =>
    authenticator.authenticate(new Request('http://test/', { headers: { authorization } }), 'hue');

  test('claims become a session; foreign role names are mapped, unknown ones ignored', async () => {
    const claims = {
      name: 'Nguyễn Văn A',
      unit_id: '01993000-0000-7000-8000-00000000000A',
      realm_access: { roles: ['can-bo-xa', 'offline_access', 'anonymous'] },
    };
    assert.deepEqual(await ask(`Bearer ${await token(claims)}`), {
      subject: 'u1',
      name: 'Nguyễn Văn A',
      roles: ['unit-officer'],
      unitId: '01993000-0000-7000-8000-00000000000a',
      tenant: 'hue',
      issuer,
      identifiers: ['u1'],
    });
  });

  test('an invitation is recognised by the subject and by an e-mail address that the issuer has verified', async () => {
    const email = 'Nguyen.Van.A@example.vn';
    const identifiersOf = async (claims: JWTPayload) => (await ask(`Bearer ${await token(claims)}`)).identifiers;
    assert.deepEqual(await identifiersOf({ email, email_verified: true }), ['u1', 'nguyen.van.a@example.vn']);
    for (const email_verified of [undefined, false, 'true', 1])
      assert.deepEqual(await identifiersOf({ email, email_verified }), ['u1']);
    assert.deepEqual(await identifiersOf({ email: 7, email_verified: true, preferred_username: 'admin' }), ['u1']);
  });

  test('somebody known without a role of ours is a citizen', async () => {
    assert.deepEqual((await ask(`bearer ${await token({})}`)).roles, ['citizen']);
    const oddities = ['', 7, true, null, {}, [['administrator']], [{ toString: 1 }], { administrator: true }];
    for (const roles of oddities) {
      assert.deepEqual((await ask(`Bearer ${await token({ realm_access: { roles } })}`)).roles, ['citizen']);
    }
  });

  test('several roles are all held, each once', async () => {
    const claims = { realm_access: { roles: 'thanh-tra can-bo-xa,can-bo-xa' } };
    assert.deepEqual((await ask(`Bearer ${await token(claims)}`)).roles, ['inspector', 'unit-officer']);
  });

  test('a unit named otherwise than by its id is none; what cannot be stored names nobody', async () => {
    for (const unit_id of ['SNV', '\0', 7, {}]) {
      assert.equal((await ask(`Bearer ${await token({ unit_id })}`)).unitId, null);
    }
    for (const subject of ['a\0b', 'a\ud800', '']) {
      const signed = await token({}, (jwt) => jwt.setSubject(subject));
      await assert.rejects(ask(`Bearer ${signed}`), { code: 'unauthenticated' });
    }
  });

  test('a token that is expired, of another issuer, audience, tenant or key is refused', async () => {
    const stranger = await generateKeyPair('RS256');
    const bad = [
      await token({}, (jwt) => jwt.setExpirationTime('-5m')),
      await token({}, (jwt) => jwt.setNotBefore('5m')),
      await token({}, undefined, keys.privateKey, 'two'),
      await token({}, (jwt) => jwt.setIssuer('https://elsewhere.example')),
      await token({}, (jwt) => jwt.setAudience('other')),
      await token({ tenant: 'da-nang' }),
      await token({}, undefined, stranger.privateKey),
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.',
      'x',
    ];
    for (const each of bad) {
      // RFC 9110 §15.5.2: every 401 says how to sign in.
      await assert.rejects(ask(`Bearer ${each}`), (problem: HttpProblem) => {
        assert.equal(problem.code, 'unauthenticated');
        return problem.extras.headers?.['www-authenticate']?.startsWith('Bearer') ?? false;
      });
    }
    // A key of the issuer used as a shared secret.
    const confused = await new SignJWT({ sub: 'u1' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey))));
    await assert.rejects(ask(`Bearer ${confused}`), { code: 'unauthenticated' });
  });

  test('where one server serves many tenants, a token must name its own', async () => {
    const among = async (claims: JWTPayload) => {
      const request = new Request('http://test/', { headers: { authorization: `Bearer ${await token(claims)}` } });
      return authenticator.authenticate(request, 'hue', true);
    };
    assert.equal((await among({ tenant: 'hue' })).tenant, 'hue');
    for (const claims of [{}, { tenant: '' }, { tenant: ['hue'] }, { tenant: 'da-nang' }]) {
      await assert.rejects(among(claims), { code: 'unauthenticated' });
    }
  });

  test('an issuer out of reach or out of order is our trouble, not the caller’s', async () => {
    const lost = tokenAuthenticator({ issuer, audience, keys: new URL('http://127.0.0.1:1/jwks') });
    const request = new Request('http://test/', { headers: { authorization: `Bearer ${await token({})}` } });
    await assert.rejects(lost.authenticate(request, 'hue'), { code: 'unavailable' });
    for (const [status, document] of [
      [500, ''],
      [404, '{"keys":[]}'],
      [200, '<html>'],
      [200, '{"keys":7}'],
    ] as const) {
      const broken = createServer((_request, response) => response.writeHead(status).end(document));
      await new Promise<void>((resolve) => {
        broken.listen(0, '127.0.0.1', resolve);
      });
      const { port } = broken.address() as AddressInfo;
      const trusting = tokenAuthenticator({ issuer, audience, keys: new URL(`http://127.0.0.1:${port}/jwks`) });
      try {
        await assert.rejects(trusting.authenticate(request, 'hue'), { code: 'unavailable' }, `${status} ${document}`);
      } finally {
        broken.close();
        broken.closeAllConnections();
      }
    }
  });
});
