import type { Session } from '@dvk/sdk/session';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import { isId } from '../database/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { absent, claimAt, nameOrNull, rolesFrom, type RoleNames } from './claims.ts';
import { discoveredKeys, type FindConfiguration } from './discovery.ts';
import type { Identity, SignsIn } from './identity.ts';
import { givenKeys, remoteKeys, type IssuerKeys } from './issuer-keys.ts';
import { notTrusted, refusalOf } from './refusal.ts';
import { subjectOf } from './subjects.ts';

/**
 * Where tokens say what. A claim of exactly this name comes first; else a dot steps into an object: `realm_access.roles`.
 */
export interface ClaimNames {
  roles: string;
  unit: string;
  tenant: string;
  name: string;
  /** What people are invited by, such as a staff number, where they are not by their e-mail address. */
  identifier?: string;
}

/** What is known of a sign-in service, whatever it is used for. */
export interface IssuerOptions {
  /** Its name in tokens (`iss`), letter for letter. */
  issuer: string;
  /** Its public keys: their address, or a key function of `jose`; without them they are where the issuer says (discovery). */
  keys?: URL | JWTVerifyGetKey;
  claims?: Partial<ClaimNames>;
  /**
   * The portal's own role names → ours. Names that are not listed give no role, ours among them; without it everybody
   * signed in is a citizen. `ownRoleNames` takes our names as they are.
   */
  roleNames?: RoleNames;
  /** @defaultValue 'everyone' */
  signsIn?: SignsIn;
  /**
   * Tells its people from those of the other issuers: their subjects become `~key~sub`. Without one they stay as they are,
   * which at most one issuer of a server may have: small letters, digits and `-`.
   */
  namespace?: string;
  /** By how many seconds its clock may differ. @defaultValue 30 */
  clockSkew?: number;
}

export const defaultClaims: ClaimNames = { roles: 'roles', unit: 'unit_id', tenant: 'tenant', name: 'name' };
/** Signatures by key pairs only: with a shared secret, whoever can check a token could also make one. */
export const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
export const defaultClockSkew = 30;
const longestToken = 16 * 1024;
/** Faults of the issuer's keys, not of a token: codes of `jose`. */
const faultsOfKeys = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT', 'ERR_JWK_INVALID']);

/** The id of a unit as it is stored; a portal's own kind of name for it means nothing here. */
function unitIdOrNull(value: unknown): string | null {
  const text = nameOrNull(value)?.toLowerCase();
  return text !== undefined && isId(text) ? text : null;
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

/** The issuer out of reach or out of order: our trouble, not the caller's. */
export function issuerUnavailable(cause: unknown): HttpProblem {
  return new HttpProblem('unavailable', { headers: { 'retry-after': '5' }, cause });
}

/** A sign-in service: checks what it has signed, and says whom it names. */
export class Issuer {
  readonly options: IssuerOptions;
  readonly #claims: ClaimNames;
  readonly #keys: IssuerKeys;

  /** @param find how it is asked for its keys, where they are not given */
  constructor(options: IssuerOptions, find: FindConfiguration) {
    const { keys } = options;
    this.options = options;
    this.#claims = { ...defaultClaims, ...options.claims };
    this.#keys = keys instanceof URL ? remoteKeys(keys) : keys ? givenKeys(keys) : discoveredKeys(find);
  }

  /**
   * What it says in something that it has signed.
   *
   * @throws HttpProblem `unauthenticated` with the reason; `unavailable` where its keys cannot be had
   */
  async check(token: string, wanted: Pick<JWTVerifyOptions, 'audience' | 'requiredClaims'>): Promise<JWTPayload> {
    if (token.length > longestToken) throw notTrusted('size');
    const { issuer, clockSkew: clockTolerance = defaultClockSkew } = this.options;
    try {
      return await verify(token, this.#keys, { ...wanted, issuer, algorithms, clockTolerance });
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || faultsOfKeys.has(error.code)) throw issuerUnavailable(error);
      throw notTrusted(refusalOf(error));
    }
  }

  /**
   * Whom it names. A token of one province is nothing in another; one of no province is good only where there is one alone.
   *
   * @throws HttpProblem `unauthenticated` where that is nobody of this tenant
   */
  identityOf(payload: JWTPayload, tenant: string, amongMany: boolean): Identity {
    const { issuer, namespace, roleNames = {}, signsIn = 'everyone' } = this.options;
    const claims = this.#claims;
    const own = claimAt(payload, claims.tenant);
    if (own === absent) {
      if (amongMany) throw notTrusted('tenant-missing');
    } else if (nameOrNull(own) === null) throw notTrusted('tenant-malformed');
    else if (own !== tenant) throw notTrusted('tenant');
    const sub = nameOrNull(payload.sub);
    if (sub === null) throw notTrusted('subject');
    const subject = subjectOf(namespace, sub);
    const session: Session = {
      subject,
      name: nameOrNull(claimAt(payload, claims.name)),
      roles: ['citizen'],
      unitId: null,
      tenant,
    };
    // Of citizens nobody is looked for in the list of people, whatever their service says of them.
    if (signsIn === 'citizens') return { ...session, issuer, signsIn };
    return {
      ...session,
      roles: rolesFrom(claimAt(payload, claims.roles), roleNames),
      unitId: unitIdOrNull(claimAt(payload, claims.unit)),
      issuer,
      ...(signsIn === 'staff' && { signsIn }),
      identifiers: identifiersOf(payload, subject, claims.identifier),
    };
  }
}

/** What an invitation may name: an e-mail address only where the issuer has verified it, since anybody can claim one. */
function identifiersOf(payload: JWTPayload, subject: string, identifier: string | undefined): string[] {
  const email = payload['email_verified'] === true ? nameOrNull(payload['email']) : null;
  const other = identifier === undefined ? null : nameOrNull(claimAt(payload, identifier));
  return [subject, email, other].flatMap((each) => each?.toLowerCase() ?? []);
}
