import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { exportJWK, SignJWT, type JWTPayload } from 'jose';
import type { HttpProblem } from '../problems/problem.ts';
import { audience, newKey, type IssuerKey } from '../testkit/issuer.ts';
import { tokenAuthenticator, type Authenticator, type TokenOptions } from './index.ts';

/** An issuer that publishes where its keys are, on a port. */
async function startDiscoverable(key: IssuerKey) {
  const self = {
    reads: [] as string[],
    isDown: false,
    isSilent: false,
    address: '',
    named: '',
    keysAt: '',
    close: () => {},
  };
  const server: Server = createServer(async (request, response) => {
    self.reads.push(request.url!);
    if (self.isDown || (self.isSilent && request.url !== '/jwks')) return void response.writeHead(503).end();
    const document =
      request.url === '/jwks'
        ? { keys: [{ ...(await exportJWK(key.publicKey)), kid: key.kid }] }
        : { issuer: self.named, jwks_uri: self.keysAt, authorization_endpoint: `${self.address}/auth` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  self.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  self.named = self.address;
  self.keysAt = `${self.address}/jwks`;
  self.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return self;
}

function signBy(key: IssuerKey, issuer: string, claims: JWTPayload = {}, seconds = 300): Promise<string> {
  return new SignJWT({ sub: 'u1', roles: ['quan-tri'], ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid! })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime(`${seconds}s`)
    .sign(key.privateKey);
}

const [one, two] = await Promise.all([newKey('one'), newKey('two')]);
const roleNames = { 'quan-tri': 'administrator' } as const;

async function ask(authenticator: Authenticator, token: string) {
  const request = new Request('http://test/', { headers: { authorization: `Bearer ${token}` } });
  return authenticator.authenticate(request, 'hue');
}
const refusalOf = (authenticator: Authenticator, token: string) =>
  ask(authenticator, token).then(
    () => 'taken',
    ({ code, extras }: HttpProblem) => `${code} ${extras.reason?.split(':')[0] ?? ''}`.trim(),
  );

describe('issuers that publish where their keys are', () => {
  let a: Awaited<ReturnType<typeof startDiscoverable>>;
  let b: typeof a;
  let both: TokenOptions[];
  before(async () => {
    [a, b] = await Promise.all([startDiscoverable(one), startDiscoverable(two)]);
    both = [
      { issuer: a.address, audience, roleNames },
      { issuer: b.address, audience, roleNames, namespace: 'cong-dan', signsIn: 'citizens' },
    ];
  });
  after(() => {
    a.close();
    b.close();
  });

  test('are asked once, however many tokens come', async () => {
    const authenticator = tokenAuthenticator(both[0]!);
    const token = await signBy(one, a.address);
    await Promise.all(Array.from({ length: 5 }, () => ask(authenticator, token)));
    assert.deepEqual(a.reads, ['/.well-known/openid-configuration', '/jwks']);
  });

  test('sign in their own people alone: a token of one is never taken for somebody of another', async () => {
    const authenticator = tokenAuthenticator(both);
    const officer = await ask(authenticator, await signBy(one, a.address));
    assert.deepEqual([officer.subject, officer.roles, officer.issuer], ['u1', ['administrator'], a.address]);
    const citizen = await ask(
      authenticator,
      await signBy(two, b.address, { email: 'a@example.vn', email_verified: true }),
    );
    assert.deepEqual([citizen.subject, citizen.roles], ['~cong-dan~u1', ['citizen']]);
    // Whatever their service says of them, no invitation is theirs.
    assert.deepEqual(citizen.identifiers, undefined);
    // Signed by one, and said to be of the other.
    assert.equal(await refusalOf(authenticator, await signBy(two, a.address)), 'unauthenticated key');
    assert.equal(
      await refusalOf(authenticator, await signBy({ ...two, kid: 'one' }, a.address)),
      'unauthenticated signature',
    );
    assert.equal(await refusalOf(authenticator, await signBy(one, 'https://khac.example')), 'unauthenticated issuer');
    assert.equal(await refusalOf(authenticator, 'opaque'), 'unauthenticated malformed');
    const escaped = await ask(authenticator, await signBy(one, a.address, { sub: '~cong-dan~u1' }));
    assert.equal(escaped.subject, '~~~cong-dan~u1');
  });

  test('that could not be told apart are refused', () => {
    const plain = { issuer: 'https://c.example', audience };
    assert.throws(() => tokenAuthenticator([both[0]!, plain]), /keep subjects as they are/);
    assert.throws(() => tokenAuthenticator([both[1]!, { ...plain, namespace: 'cong-dan' }]), /have the namespace/);
    assert.throws(() => tokenAuthenticator([both[0]!, { ...both[0]!, namespace: 'x' }]), /is given twice/);
  });

  test('have each a tolerance of its clock', async () => {
    const strict = tokenAuthenticator({ ...both[0]!, clockSkew: 0 });
    const patient = tokenAuthenticator({ ...both[0]!, clockSkew: 120 });
    const token = await signBy(one, a.address, {}, -60);
    assert.equal(await refusalOf(strict, token), 'unauthenticated expired');
    assert.equal(await refusalOf(patient, token), 'taken');
  });

  test('are believed while they cannot be reached, and not asked by every request until they can', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const authenticator = tokenAuthenticator(both[0]!);
    a.isDown = true;
    const before = a.reads.length;
    const token = await signBy(one, a.address, {}, 7 * 3600);
    for (let count = 0; count < 5; count += 1) assert.equal(await refusalOf(authenticator, token), 'unavailable');
    assert.equal(a.reads.length - before, 1);
    context.mock.timers.tick(6000);
    a.isDown = false;
    assert.equal(await refusalOf(authenticator, token), 'taken');
    // Asked again after an hour; what was known is believed meanwhile.
    context.mock.timers.tick(3600_000);
    a.isSilent = true;
    const asked = () => a.reads.filter((url) => url !== '/jwks').length;
    const earlier = asked();
    for (let count = 0; count < 5; count += 1) assert.equal(await refusalOf(authenticator, token), 'taken');
    assert.equal(asked() - earlier, 1);
    a.isSilent = false;
  });

  test('that name themselves otherwise, or unsafe keys, are out of order', async () => {
    const token = await signBy(one, a.address);
    a.named = 'https://khac.example';
    assert.equal(await refusalOf(tokenAuthenticator(both[0]!), token), 'unavailable');
    a.named = a.address;
    a.keysAt = 'http://khac.example/jwks';
    assert.equal(await refusalOf(tokenAuthenticator(both[0]!), token), 'unavailable');
    a.keysAt = `${a.address}/jwks`;
  });
});
