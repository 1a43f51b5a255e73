import type { Scope } from '@dvk/sdk/accounts';
import type { Session } from '@dvk/sdk/session';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import { isId } from '../database/index.ts';
import { HttpProblem, signInNeeded } from '../problems/problem.ts';
import { absent, claimAt, nameOrNull, rolesFrom, type RoleNames } from './claims.ts';
import { givenKeys, remoteKeys, type IssuerKeys } from './issuer-keys.ts';
import { notTrusted, refusalOf } from './refusal.ts';

/**
 * Where the portal's tokens say what. A claim of exactly this name comes first; else a dot steps into an object:
 * `realm_access.roles`.
 */
export interface ClaimNames {
  roles: string;
  unit: string;
  tenant: string;
  name: string;
  /** What people are invited by, such as a staff number, where they are not by their e-mail address. */
  identifier?: string;
}

export interface TokenOptions {
  /** The `iss` of accepted tokens. */
  issuer: string;
  /** The `aud` that names this API. */
  audience: string;
  /** The issuer's public keys: their address, or a key function of `jose`. */
  keys: URL | JWTVerifyGetKey;
  claims?: Partial<ClaimNames>;
  /**
   * The portal's own role names → ours. Names that are not listed give no role, ours among them; without it everybody
   * signed in is a citizen. `ownRoleNames` takes our names as they are.
   */
  roleNames?: RoleNames;
}

/** Who asks, as their sign-in service names them. */
export interface Identity extends Session {
  /** The service; without it there is one alone. */
  issuer?: string;
  /** By which an invitation is recognised, in lower case: the subject, and what the service has verified. */
  identifiers?: readonly string[];
  /** Of a program: what it may do. Its session is as it stands, whatever the list of people says. */
  scopes?: readonly Scope[];
}

/** Finds out who asks. */
export interface Authenticator {
  /**
   * @param amongMany one server serves many tenants: somebody signed in must then be told to belong to this one
   * @throws HttpProblem `unauthenticated` for a token that cannot be trusted; without one the visitor is anonymous
   */
  authenticate(request: Request, tenant: string, amongMany?: boolean): Promise<Identity>;
}

const defaultClaims: ClaimNames = { roles: 'roles', unit: 'unit_id', tenant: 'tenant', name: 'name' };
/** Signatures by key pairs only: with a shared secret, whoever can check a token could also make one. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const clockTolerance = 30;
const longestToken = 16 * 1024;
/** Faults of the issuer's keys, not of a token: codes of `jose`. */
const faultsOfKeys = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT', 'ERR_JWK_INVALID']);

/** The id of a unit as it is stored; a portal's own kind of name for it means nothing here. */
function unitIdOrNull(value: unknown): string | null {
  const text = nameOrNull(value)?.toLowerCase();
  return text !== undefined && isId(text) ? text : null;
}

/** The session of a signed-out visitor. */
export function anonymousSession(tenant: string): Session {
  return { subject: null, name: null, roles: ['anonymous'], unitId: null, tenant };
}

/** Checks a token with the key it means, or, where several may be meant, with each. */
async function verifyWithAny(token: string, keys: JWTVerifyGetKey, options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (several) {
    if (!(several instanceof errors.JWKSMultipleMatchingKeys)) throw several;
    let failed: unknown = new errors.JWSSignatureVerificationFailed();
    for await (const key of several) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (error) {
        failed = error;
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) break;
      }
    }
    throw failed;
  }
}

/** Checks a token; where it fits no key, once more with keys read anew: one may have been replaced without a new name. */
async function verify(token: string, keys: IssuerKeys, options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return await verifyWithAny(token, keys.find, options);
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    const renewed = await keys.renew().catch(() => false);
    if (!renewed) throw error;
    return verifyWithAny(token, keys.find, options);
  }
}

/** What an invitation may name: an e-mail address only where the issuer has verified it, since anybody can claim one. */
function identifiersOf(payload: JWTPayload, subject: string, identifier: string | undefined): string[] {
  const email = payload['email_verified'] === true ? nameOrNull(payload['email']) : null;
  const other = identifier === undefined ? null : nameOrNull(claimAt(payload, identifier));
  return [subject, email, other].flatMap((each) => each?.toLowerCase() ?? []);
}

/** Accepts the bearer tokens (JWT) of one issuer. */
export function tokenAuthenticator(options: TokenOptions): Authenticator {
  const claims = { ...defaultClaims, ...options.claims };
  const keys = options.keys instanceof URL ? remoteKeys(options.keys) : givenKeys(options.keys);
  const wanted: JWTVerifyOptions = {
    issuer: options.issuer,
    audience: options.audience,
    algorithms,
    clockTolerance,
    requiredClaims: ['sub', 'exp'],
  };

  async function payloadOf(token: string): Promise<JWTPayload> {
    if (token.length > longestToken) throw notTrusted('size');
    try {
      return await verify(token, keys, wanted);
    } catch (error) {
      // The issuer's keys out of reach or out of order is our trouble, not the caller's.
      if (!(error instanceof errors.JOSEError) || faultsOfKeys.has(error.code)) {
        throw new HttpProblem('unavailable', { headers: { 'retry-after': '5' }, cause: error });
      }
      throw notTrusted(refusalOf(error));
    }
  }

  return {
    async authenticate(request, tenant, amongMany = false) {
      const header = request.headers.get('authorization');
      if (header === null) return anonymousSession(tenant);
      const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
      if (!token) throw notTrusted('scheme');
      const payload = await payloadOf(token);
      // A token of one province is nothing in another; one of no province is good only where there is one alone.
      const own = claimAt(payload, claims.tenant);
      if (own === absent) {
        if (amongMany) throw notTrusted('tenant-missing');
      } else if (nameOrNull(own) === null) throw notTrusted('tenant-malformed');
      else if (own !== tenant) throw notTrusted('tenant');
      const subject = nameOrNull(payload.sub);
      if (subject === null) throw notTrusted('subject');
      return {
        subject,
        name: nameOrNull(claimAt(payload, claims.name)),
        roles: rolesFrom(claimAt(payload, claims.roles), options.roleNames ?? {}),
        unitId: unitIdOrNull(claimAt(payload, claims.unit)),
        tenant,
        issuer: options.issuer,
        identifiers: identifiersOf(payload, subject, claims.identifier),
      };
    },
  };
}

/** Takes everybody as anonymous and refuses every token: for a server that only serves the public. */
export const anonymousOnly: Authenticator = {
  async authenticate(request, tenant) {
    if (request.headers.has('authorization')) throw signInNeeded('nobody can sign in: DVK_ISSUER is not set');
    return anonymousSession(tenant);
  },
};
