import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Role } from '@dvk/sdk/contract';
import type { JWTPayload } from 'jose';
import type { HttpProblem } from '../problems/problem.ts';
import { audience, issuer, newKey, signToken } from '../testkit/issuer.ts';
import { ownRoleNames, tokenAuthenticator, type ClaimNames } from './index.ts';

const key = await newKey();

async function ask(
  claims: JWTPayload,
  options: { claims?: Partial<ClaimNames>; roleNames?: Readonly<Record<string, Role>> } = {},
  { tenant = 'hue', amongMany = false, subject = 'u1' as unknown } = {},
) {
  const authenticator = tokenAuthenticator({ issuer, audience, keys: async () => key.publicKey, ...options });
  const token = await signToken(
    key,
    typeof subject === 'string' ? claims : { ...claims, sub: subject as string },
    (jwt) => (typeof subject === 'string' ? jwt.setSubject(subject) : jwt),
  );
  const request = new Request('http://test/', { headers: { authorization: `Bearer ${token}` } });
  return authenticator.authenticate(request, tenant, amongMany);
}

const refusedFor = (start: string) => (problem: HttpProblem) => {
  assert.equal(problem.code, 'unauthenticated');
  assert.ok(problem.extras.reason?.startsWith(start), problem.extras.reason);
  return true;
};

describe('the tenant of a token', () => {
  const malformed = [
    ['hue'],
    [],
    7,
    0,
    true,
    false,
    null,
    {},
    { hue: 1 },
    '',
    ' ',
    ' hue',
    'hue ',
    'hue\0',
    'h\u0007ue',
    'hue\n',
    '\ud800',
  ];

  test('that is no plain text refuses the token, also where one tenant is served', async () => {
    for (const tenant of malformed) {
      for (const amongMany of [false, true]) {
        await assert.rejects(
          ask({ tenant }, {}, { amongMany }),
          refusedFor('tenant-malformed'),
          JSON.stringify(tenant),
        );
      }
    }
  });

  test('that resembles ours is another one', async () => {
    for (const tenant of [
      'Hue',
      'HUE',
      'ｈｕｅ',
      'hue\u200b',
      'h\u00adue',
      'hu\u00e9',
      'hue/x',
      '__proto__',
      'da-nang',
    ]) {
      await assert.rejects(ask({ tenant }), refusedFor('tenant:'), tenant);
    }
    // The same letters for a reader, composed and decomposed.
    await assert.rejects(ask({ tenant: 'hue\u0301' }, {}, { tenant: 'hu\u00e9' }), refusedFor('tenant:'));
  });

  test('may be missing only where one tenant is served', async () => {
    assert.equal((await ask({})).tenant, 'hue');
    await assert.rejects(ask({}, {}, { amongMany: true }), refusedFor('tenant-missing'));
  });

  test('is not missing where the way to it ends at something else', async () => {
    for (const org of ['hue', ['hue'], 7, null, true]) {
      await assert.rejects(ask({ org }, { claims: { tenant: 'org.tenant' } }), { code: 'unauthenticated' });
    }
    assert.equal((await ask({ org: {} }, { claims: { tenant: 'org.tenant' } })).tenant, 'hue');
    assert.equal((await ask({ org: { tenant: 'hue' } }, { claims: { tenant: 'org.tenant' } })).tenant, 'hue');
  });

  test('is never found on a prototype', async () => {
    for (const tenant of ['constructor.name', '__proto__.tenant', 'toString']) {
      assert.equal((await ask({}, { claims: { tenant } })).tenant, 'hue');
      await assert.rejects(ask({}, { claims: { tenant } }, { amongMany: true }), refusedFor('tenant-missing'));
    }
  });
});

describe('a name that reads otherwise than it is', () => {
  for (const odd of ['\u202egnp', 'u1\u202c', 'u\u20671', '\u200b', '\u2060\u200d', '\u3164', '\u0301', '\u2800'])
    test(`is none: ${JSON.stringify(odd).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`)}`, async () => {
      assert.equal((await ask({ name: odd })).name, null);
      await assert.rejects(ask({}, {}, { subject: odd }), refusedFor('subject'));
      await assert.rejects(ask({ tenant: odd }), refusedFor('tenant-malformed'));
    });
});

describe('the subject of a token', () => {
  test('that is no plain text names no one', async () => {
    for (const subject of ['', ' ', 'a\0b', 'a\nb', 'a\ud800', ' u1', 'u'.repeat(256), 7, ['u1'], {}, null, true]) {
      await assert.rejects(ask({}, {}, { subject }), { code: 'unauthenticated' }, JSON.stringify(subject));
    }
  });
});

describe('the roles of a token', () => {
  const rolesOf = async (roles: unknown, roleNames?: Record<string, Role>) =>
    (await ask({ roles }, roleNames ? { roleNames } : {})).roles;

  test('come from the mapping alone: a name of the portal that is called like ours is not ours', async () => {
    const names = { 'thu-ky': 'secretariat' } as const;
    assert.deepEqual(await rolesOf(['thu-ky'], names), ['secretariat']);
    for (const name of [
      'administrator',
      'secretariat',
      'unit-leader',
      'inspector',
      'admin',
      'leader',
      'Thu-ky',
      'thu-ky ',
    ]) {
      assert.deepEqual(await rolesOf([name], names), ['citizen'], name);
      assert.deepEqual(await rolesOf([name]), ['citizen'], name);
      assert.deepEqual(await rolesOf([name], {}), ['citizen'], name);
    }
  });

  test('are our own names only where that is said', async () => {
    assert.deepEqual(await rolesOf(['administrator', 'anonymous'], ownRoleNames), ['administrator']);
  });

  test('are never found on a prototype', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      assert.deepEqual(await rolesOf([name], ownRoleNames), ['citizen']);
    }
    const own = Object.fromEntries([['__proto__', 'inspector']]) as Record<string, Role>;
    assert.deepEqual(await rolesOf(['__proto__'], own), ['inspector']);
  });

  test('in one text are separated by spaces or commas, unless the whole text is a name', async () => {
    const names = { a: 'inspector', b: 'appraiser', 'a b': 'unit-officer' } as const;
    assert.deepEqual(await rolesOf('openid a,c  b', names), ['inspector', 'appraiser']);
    assert.deepEqual(await rolesOf('a b', names), ['unit-officer']);
  });

  test('in odd shapes are none', async () => {
    for (const roles of ['', 7, true, null, {}, [['administrator']], [{ toString: 1 }], { administrator: true }]) {
      assert.deepEqual(await rolesOf(roles, ownRoleNames), ['citizen']);
    }
  });

  test('that a mapping takes for no role of ours are none', async () => {
    assert.deepEqual(await rolesOf(['x'], { x: 'root' as Role }), ['citizen']);
    assert.deepEqual(await rolesOf(['x'], { x: 'anonymous' }), ['citizen']);
  });
});

describe('the name of a claim', () => {
  const roleNames = { x: 'inspector' } as const;
  const found = async (name: string, claims: JWTPayload) =>
    (await ask(claims, { claims: { roles: name }, roleNames })).roles[0] === 'inspector';

  test('with dots is looked for whole, then as steps, of which one may have dots itself', async () => {
    assert.ok(await found('https://example.vn/roles', { 'https://example.vn/roles': ['x'] }));
    assert.ok(await found('a.b', { 'a.b': 'x', a: { b: 'y' } }));
    assert.ok(await found('a.b', { a: { b: 'x' } }));
    assert.ok(await found('resource_access.my.client.roles', { resource_access: { 'my.client': { roles: ['x'] } } }));
    assert.ok(await found('https://example.vn/claims.roles', { 'https://example.vn/claims': { roles: ['x'] } }));
    assert.ok(!(await found('a.b', { a: { c: 'x' }, b: 'x' })));
    assert.ok(!(await found('a.length', { a: ['x'] })));
  });
});
