import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet, type JWTPayload } from 'jose';
import { roles, type Role } from '@dvk/sdk/contract';
import { ownRoleNames, tokenAuthenticator, type Authenticator } from '../../auth/index.ts';

const issuer = 'https://sso.example';
const audience = 'dvk';

/** People by name: the value is their `Authorization` header, if any. */
export interface People {
  authenticator: Authenticator;
  headers: ReadonlyMap<string, string | undefined>;
}

/** Names of those whose tokens are in order, by role. */
export function goodPeople(wanted: readonly Role[]): string[] {
  return wanted.flatMap((role) => (role === 'anonymous' ? [role] : [role, `${role} of the other unit`]));
}

/** Tokens that must not be trusted. */
export const badPeople = [
  'expired',
  'not yet',
  'of another issuer',
  'of another audience',
  'of another tenant',
  'signed by a stranger',
  'unsigned',
  'no token',
  'no scheme',
  'empty',
] as const;
/** Tokens of the right issuer that say strange things. */
export const oddPeople = [
  'unit not an id',
  'unit with NUL',
  'subject with NUL',
  'subject half a letter',
  'long subject',
  'roles a number',
  'roles an object',
  'name an object',
] as const;

/** Everybody who may knock: each role in each of two units, tokens gone bad, tokens that say strange things. */
export async function makePeople(unitIds: readonly [string, string]): Promise<People> {
  const keys = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const publicKeys = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'ES256' }] });

  async function token(claims: JWTPayload, change: (jwt: SignJWT) => SignJWT = (jwt) => jwt, key = keys.privateKey) {
    const jwt = new SignJWT({ sub: 'somebody', ...claims })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('12h');
    return `Bearer ${await change(jwt).sign(key)}`;
  }

  const staff = { roles: ['unit-officer'], unit_id: unitIds[0] };
  const headers = new Map<string, string | undefined>([
    ['anonymous', undefined],
    ['expired', await token(staff, (jwt) => jwt.setExpirationTime('-5m'))],
    ['not yet', await token(staff, (jwt) => jwt.setNotBefore('1h'))],
    ['of another issuer', await token(staff, (jwt) => jwt.setIssuer('https://elsewhere.example'))],
    ['of another audience', await token(staff, (jwt) => jwt.setAudience('other'))],
    ['of another tenant', await token({ ...staff, tenant: 'elsewhere' })],
    ['signed by a stranger', await token(staff, undefined, stranger.privateKey)],
    ['unsigned', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.'],
    ['no token', 'Bearer'],
    ['no scheme', 'Basic YTpi'],
    ['empty', ''],
    ['unit not an id', await token({ ...staff, unit_id: 'SNV' })],
    ['unit with NUL', await token({ ...staff, unit_id: '\0' })],
    ['subject with NUL', await token({ ...staff, sub: 'some\0body' })],
    ['subject half a letter', await token({ ...staff, sub: 'x\ud800' })],
    ['long subject', await token({ ...staff, sub: 'x'.repeat(4000) })],
    ['roles a number', await token({ ...staff, roles: 7 })],
    ['roles an object', await token({ ...staff, roles: { admin: true } })],
    ['name an object', await token({ ...staff, name: { first: 'A' } })],
  ]);
  for (const role of roles.filter((name) => name !== 'anonymous')) {
    const claims = { sub: role, name: 'Nguyễn Văn A', roles: [role] };
    headers.set(role, await token({ ...claims, unit_id: unitIds[0] }));
    headers.set(`${role} of the other unit`, await token({ ...claims, sub: `${role}-2`, unit_id: unitIds[1] }));
    headers.set(`${role} without a unit`, await token(claims));
  }
  return {
    authenticator: tokenAuthenticator({ issuer, audience, keys: publicKeys, roleNames: ownRoleNames }),
    headers,
  };
}
