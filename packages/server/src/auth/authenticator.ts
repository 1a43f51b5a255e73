import { roles, type Role } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { isId } from '../database/index.ts';
import { HttpProblem, signInNeeded } from '../problems/problem.ts';

/** Where the portal's tokens say what. A dot steps into an object: `realm_access.roles`. */
export interface ClaimNames {
  roles: string;
  unit: string;
  tenant: string;
  name: string;
}

export interface TokenOptions {
  /** The `iss` of accepted tokens. */
  issuer: string;
  /** The `aud` that names this API. */
  audience: string;
  /** The issuer's public keys: their address, or a key function of `jose`. */
  keys: URL | JWTVerifyGetKey;
  claims?: Partial<ClaimNames>;
  /** The portal's own role names → ours; names not listed are taken as they are, unknown ones are ignored. */
  roleNames?: Readonly<Record<string, Role>>;
}

/** Finds out who asks. */
export interface Authenticator {
  /**
   * @param amongMany one server serves many tenants: somebody signed in must then be told to belong to this one
   * @throws HttpProblem `unauthenticated` for a token that cannot be trusted; without one the visitor is anonymous
   */
  authenticate(request: Request, tenant: string, amongMany?: boolean): Promise<Session>;
}

const defaultClaims: ClaimNames = { roles: 'roles', unit: 'unit_id', tenant: 'tenant', name: 'name' };
/** Signatures by key pairs only: with a shared secret, whoever can check a token could also make one. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const clockTolerance = 30;
/** Faults of the issuer's keys, not of a token: codes of `jose`. */
const faultsOfKeys = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT', 'ERR_JWK_INVALID']);

function claimAt(payload: JWTPayload, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      payload,
    );
}

/** Text that can be stored: PostgreSQL takes neither U+0000 nor half a surrogate pair. */
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.isWellFormed() && !value.includes('\0') ? value : null;
}

/** The id of a unit as it is stored; a portal's own kind of name for it means nothing here. */
function unitIdOrNull(value: unknown): string | null {
  const text = textOrNull(value)?.toLowerCase();
  return text !== undefined && isId(text) ? text : null;
}

function rolesFrom(claim: unknown, names: Readonly<Record<string, Role>>): Role[] {
  const given = typeof claim === 'string' ? claim.split(/[ ,]+/) : Array.isArray(claim) ? claim : [];
  const known = given
    .filter((name) => typeof name === 'string')
    .map((name) => (Object.hasOwn(names, name) ? names[name] : name))
    .filter((name): name is Role => name !== 'anonymous' && roles.includes(name as Role));
  return known.length > 0 ? [...new Set(known)] : ['citizen'];
}

const notTrusted = () => signInNeeded('error="invalid_token"');

/** The session of a signed-out visitor. */
export function anonymousSession(tenant: string): Session {
  return { subject: null, name: null, roles: ['anonymous'], unitId: null, tenant };
}

/** Accepts the bearer tokens (JWT) of one issuer. */
export function tokenAuthenticator(options: TokenOptions): Authenticator {
  const claims = { ...defaultClaims, ...options.claims };
  const keys = options.keys instanceof URL ? createRemoteJWKSet(options.keys) : options.keys;

  async function verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms,
        clockTolerance,
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch (error) {
      // The issuer's keys out of reach or out of order is our trouble, not the caller's.
      if (!(error instanceof errors.JOSEError) || faultsOfKeys.has(error.code)) {
        throw new HttpProblem('unavailable', { headers: { 'retry-after': '5' }, cause: error });
      }
      throw notTrusted();
    }
  }

  return {
    async authenticate(request, tenant, amongMany = false) {
      const header = request.headers.get('authorization');
      if (header === null) return anonymousSession(tenant);
      const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
      if (!token) throw signInNeeded();
      const payload = await verify(token);
      const own = textOrNull(claimAt(payload, claims.tenant));
      // A token of one province is nothing in another; one of no province is good only where there is one alone.
      if (own === null ? amongMany : own !== tenant) throw notTrusted();
      const subject = textOrNull(payload.sub);
      if (subject === null) throw notTrusted();
      return {
        subject,
        name: textOrNull(claimAt(payload, claims.name)),
        roles: rolesFrom(claimAt(payload, claims.roles), options.roleNames ?? {}),
        unitId: unitIdOrNull(claimAt(payload, claims.unit)),
        tenant,
      };
    },
  };
}

/** Knows nobody: for a server that only serves the public. */
export const nobody: Authenticator = {
  async authenticate(request, tenant) {
    if (request.headers.has('authorization')) throw signInNeeded();
    return anonymousSession(tenant);
  },
};
