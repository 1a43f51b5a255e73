import type { JWTPayload } from 'jose';
import * as oidc from 'openid-client';
import {
  defaultClockSkew,
  discover,
  Issuer,
  issuerUnavailable,
  remembered,
  type FindConfiguration,
} from '../auth/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { defaultScope, type SignInIssuer } from './options.ts';
import type { EndedElsewhere, FoundSession, SignedIn } from './sessions.ts';

/** What the browser keeps, sealed, while somebody is at the sign-in service. */
export interface Started {
  /** Key of the service. */
  issuer: string;
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go afterwards. */
  back: string;
  /** Seconds that the sign-in there may be old, where a recent one is needed. */
  maxAge?: number | undefined;
  /** When it began, RFC 3339. */
  at: string;
}

/** Somebody was not signed in; the reason is for the log. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** What a broken service answers, by the codes of `openid-client`: our trouble, not the person's. */
const faultsOfService = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

/** Proves to the service who this server is, by the way that the service takes. */
function authenticationBy(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [post, basic] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (server, ...rest) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    return (takesPost ? post : basic)(server, ...rest);
  };
}

const backChannelEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** A sign-in service with which this server signs people in: OpenID Connect, code flow with PKCE, state and nonce. */
export class SignInService {
  readonly options: SignInIssuer;
  readonly issuer: Issuer;
  readonly #find: FindConfiguration;

  constructor(options: SignInIssuer) {
    const { issuer, client, clockSkew = defaultClockSkew } = options;
    this.options = options;
    this.#find = remembered(() =>
      discover(issuer, client.id, { [oidc.clockTolerance]: clockSkew }, authenticationBy(client.secret)),
    );
    this.issuer = new Issuer(options, this.#find);
  }

  /** @throws HttpProblem `unavailable` */
  async #configuration(): Promise<oidc.Configuration> {
    try {
      return await this.#find();
    } catch (error) {
      throw issuerUnavailable(error);
    }
  }

  /**
   * Where to send somebody, and what to remember until they are back.
   *
   * @param wishes.maxAge seconds that their sign-in there may be old; a service that is told so must say when it was
   * @param wishes.isAgain they must prove anew who they are
   */
  async begin({ redirect, maxAge, isAgain }: { redirect: URL; maxAge: number; isAgain: boolean }) {
    const client = await this.#configuration();
    const { scope = defaultScope } = this.options.client;
    const { strongAcr } = this.options;
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const address = oidc.buildAuthorizationUrl(client, {
      redirect_uri: redirect.href,
      scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(maxAge),
      ...(isAgain && { prompt: 'login' }),
      ...(isAgain && strongAcr && { acr_values: strongAcr.join(' ') }),
    });
    return { address, state, nonce, verifier };
  }

  /**
   * Who has come back.
   *
   * @param answer the address that the service has sent the browser to
   * @throws SignInRefused, or HttpProblem `unavailable` where the service is out of reach or out of order
   */
  async finish(answer: URL, { state, nonce, verifier, maxAge }: Started): Promise<SignedIn> {
    const client = await this.#configuration();
    const { claimsFrom = 'id-token', client: known } = this.options;
    try {
      const tokens = await oidc.authorizationCodeGrant(client, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        ...(maxAge !== undefined && { maxAge }),
      });
      const idToken = tokens.id_token!;
      // It came straight from the service; its signature is checked all the same.
      const said = await this.issuer.check(idToken, { audience: known.id, requiredClaims: ['sub', 'exp', 'iat'] });
      const more = claimsFrom === 'userinfo' ? await oidc.fetchUserInfo(client, tokens.access_token, said.sub!) : {};
      return { issuer: this.options.issuer, claims: { ...more, ...said } as JWTPayload, idToken };
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  #refusal(error: unknown): Error {
    if (error instanceof HttpProblem) {
      const { reason } = error.extras;
      return error.code === 'unavailable' ? error : new SignInRefused(`the ID token is refused: ${reason}`);
    }
    if (error instanceof oidc.AuthorizationResponseError) return new SignInRefused(`the service says ${error.error}`);
    if (error instanceof oidc.ResponseBodyError) {
      // Anything but a code that is not good (any more) is a fault of the settings.
      if (error.error === 'invalid_grant') return new SignInRefused('the service does not take the code');
      return issuerUnavailable(error);
    }
    if (error instanceof oidc.ClientError && !faultsOfService.has(error.code ?? ''))
      return new SignInRefused(`the answer of the service is refused: ${error.code}`);
    return issuerUnavailable(error);
  }

  /** Where somebody signs out of the service too; `undefined` where it has no such place or cannot be reached. */
  async endAddress({ idToken, back, state }: { idToken: string; back: URL; state: string }): Promise<URL | undefined> {
    const client = await this.#find().catch(() => undefined);
    if (client?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(client, { id_token_hint: idToken, post_logout_redirect_uri: back.href, state });
  }

  /**
   * Whose session the service says has ended (OpenID Connect Back-Channel Logout 1.0 §2.6).
   *
   * @throws HttpProblem `unauthenticated` for what the service has not said; `unavailable` where its keys cannot be had
   */
  async readLogout(token: string): Promise<EndedElsewhere | undefined> {
    const { client, issuer } = this.options;
    const said = await this.issuer.check(token, {
      audience: client.id,
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
    });
    const { sub: subject, sid, events, nonce } = said;
    const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, backChannelEvent);
    if (!isLogout || nonce !== undefined || (typeof subject !== 'string' && typeof sid !== 'string')) return undefined;
    return {
      issuer,
      ...(typeof subject === 'string' && { subject }),
      ...(typeof sid === 'string' && { sid }),
      // A token that is sent again later ends nothing that has begun since.
      until: new Date((said.iat! + this.clockSkew) * 1000).toISOString(),
    };
  }

  /** When somebody proved who they are; `null` where the service has not said it, or by less than is asked for. */
  provenAt({ authenticatedAt, claims }: Pick<FoundSession, 'authenticatedAt' | 'claims'>): string | null {
    const { strongAcr } = this.options;
    return strongAcr && !strongAcr.some((each) => each === claims['acr']) ? null : authenticatedAt;
  }

  /** Seconds. */
  get clockSkew(): number {
    return this.options.clockSkew ?? defaultClockSkew;
  }
}
