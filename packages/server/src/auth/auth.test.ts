import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createDemoIssuer, tokenAuthenticator, type Authenticator } from './index.ts';

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
      roleNames: { 'can-bo-xa': 'unit-officer' },
    });
  });
  after(() => jwks.close());

  function token(claims: JWTPayload, change: (jwt: SignJWT) => SignJWT = (jwt) => jwt, key = keys.privateKey) {
    const jwt = new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
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
    });
  });

  test('somebody known without a role of ours is a citizen', async () => {
    assert.deepEqual((await ask(`bearer ${await token({})}`)).roles, ['citizen']);
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
      await token({}, (jwt) => jwt.setIssuer('https://elsewhere.example')),
      await token({}, (jwt) => jwt.setAudience('other')),
      await token({ tenant: 'da-nang' }),
      await token({}, undefined, stranger.privateKey),
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSJ9.',
      'x',
    ];
    for (const each of bad) await assert.rejects(ask(`Bearer ${each}`), { code: 'unauthenticated' });
    // A key of the issuer used as a shared secret.
    const confused = await new SignJWT({ sub: 'u1' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey))));
    await assert.rejects(ask(`Bearer ${confused}`), { code: 'unauthenticated' });
  });

  test('an issuer out of reach is our trouble, not the caller’s', async () => {
    const lost = tokenAuthenticator({ issuer, audience, keys: new URL('http://127.0.0.1:1/jwks') });
    const request = new Request('http://test/', { headers: { authorization: `Bearer ${await token({})}` } });
    await assert.rejects(lost.authenticate(request, 'hue'), { code: 'unavailable' });
  });
});

describe('the demo issuer', () => {
  test('does not exist outside demo mode', async () => {
    for (const environment of [{}, { DVK_DEMO: '0' }, { DVK_DEMO: '1', NODE_ENV: 'production' }]) {
      await assert.rejects(createDemoIssuer(environment), /demo mode/);
    }
  });
});
