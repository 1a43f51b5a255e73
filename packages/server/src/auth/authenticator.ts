import { decodeJwt } from 'jose';
import { signInNeeded } from '../problems/problem.ts';
import { SettingsFault } from '../startup/settings-fault.ts';
import { discover, remembered } from './discovery.ts';
import { anonymousSession, type Identity } from './identity.ts';
import { Issuer, type IssuerOptions } from './issuer.ts';
import { instantOf } from './claims.ts';
import { notTrusted } from './refusal.ts';

/** An issuer whose tokens are accepted. */
export interface TokenOptions extends IssuerOptions {
  /** The `aud` that names this API. */
  audience: string;
  /**
   * Its tokens say when somebody signed in (`auth_time`), and for what weighs much that must be a short while ago. Without it
   * tokens are good for everything: a page that cannot ask for a new sign-in could never do such a thing.
   */
  saysWhen?: boolean;
}

/** Finds out who asks. */
export interface Authenticator {
  /**
   * @param amongMany one server serves many tenants: somebody signed in must then be told to belong to this one
   * @throws HttpProblem `unauthenticated` for a token that cannot be trusted; without one the visitor is anonymous
   */
  authenticate(request: Request, tenant: string, amongMany?: boolean): Promise<Identity>;
}

/** The issuer that a token names; nothing of it is believed yet. */
export function namedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/**
 * Accepts the bearer tokens (JWT) of one issuer or several. Nobody of one can be taken for somebody of another: at most one
 * may be without a `namespace`.
 *
 * @throws Error where two issuers have the same name or namespace
 */
export function tokenAuthenticator(options: TokenOptions | readonly TokenOptions[]): Authenticator {
  const all = (Array.isArray(options) ? (options as readonly TokenOptions[]) : [options as TokenOptions]).map(
    (each) => ({
      audience: each.audience,
      saysWhen: each.saysWhen === true,
      issuer: new Issuer(
        each,
        remembered(() => discover(each.issuer, each.audience)),
      ),
    }),
  );
  refuseTwins(all.map(({ issuer }) => issuer.options));
  const byName = new Map(all.map((each) => [each.issuer.options.issuer, each]));

  return {
    async authenticate(request, tenant, amongMany = false) {
      const header = request.headers.get('authorization');
      if (header === null) return anonymousSession(tenant);
      const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
      if (!token) throw notTrusted('scheme');
      // Where there is one alone, it says itself what is wrong with a token.
      const meant = all.length === 1 ? all[0] : byName.get(namedIssuer(token) ?? '');
      if (!meant) throw notTrusted(namedIssuer(token) === undefined ? 'malformed' : 'issuer');
      const payload = await meant.issuer.check(token, {
        audience: meant.audience,
        requiredClaims: ['sub', 'exp'],
      });
      const identity = meant.issuer.identityOf(payload, tenant, amongMany);
      return meant.saysWhen ? { ...identity, provenAt: instantOf(payload['auth_time']) } : identity;
    },
  };
}

/** Refuses issuers that could not be told apart. @throws SettingsFault */
export function refuseTwins(issuers: readonly IssuerOptions[]): void {
  const twice = (values: readonly string[]) => values.find((each, index) => values.indexOf(each) !== index);
  const name = twice(issuers.map(({ issuer }) => issuer));
  if (name !== undefined) {
    throw new SettingsFault({
      vi: `Dịch vụ đăng nhập "${name}" được khai báo hai lần`,
      en: `The issuer "${name}" is given twice`,
    });
  }
  const namespace = twice(issuers.map((each) => each.namespace ?? ''));
  if (namespace === undefined) return;
  throw new SettingsFault(
    namespace === ''
      ? {
          vi: 'Hai dịch vụ đăng nhập cùng giữ nguyên tên người dùng nên không phân biệt được người của hai bên: chỉ một dịch vụ được như vậy (DVK_ISSUER, hoặc "plainSubjects" trong tệp)',
          en: 'Two issuers keep subjects as they are, so that their people could not be told apart: only one may (DVK_ISSUER, or "plainSubjects" in the file)',
        }
      : {
          vi: `Hai dịch vụ đăng nhập cùng phân biệt người dùng bằng "${namespace}"`,
          en: `Two issuers have the namespace "${namespace}"`,
        },
  );
}

/** Takes everybody as anonymous and refuses every token: for a server that only serves the public. */
export const anonymousOnly: Authenticator = {
  async authenticate(request, tenant) {
    if (request.headers.has('authorization')) throw signInNeeded('nobody can sign in: DVK_ISSUER is not set');
    return anonymousSession(tenant);
  },
};
