import * as oidc from 'openid-client';

type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** Seconds before its end in which a token is not used any more: it has to arrive, too. */
const margin = 10;

/** One person who is signed in. The tokens stay in here; what leaves the portal is at most one for the API. */
export class Session {
  readonly #client: oidc.Configuration;
  #tokens: Tokens;
  #refreshToken: string | undefined;
  readonly #idToken: string | undefined;
  #renewal: Promise<string> | undefined;
  /** When somebody last asked, in milliseconds. */
  usedAt = Date.now();

  constructor(client: oidc.Configuration, tokens: Tokens) {
    this.#client = client;
    this.#tokens = tokens;
    this.#refreshToken = tokens.refresh_token;
    this.#idToken = tokens.id_token;
  }

  /**
   * The access token, renewed when it is about to end – once, however many widgets ask at that moment: many issuers take a
   * refresh token a single time.
   *
   * @throws SessionEnded when the issuer gives no new one
   */
  async accessToken(): Promise<string> {
    this.usedAt = Date.now();
    if ((this.#tokens.expiresIn() ?? Infinity) > margin) return this.#tokens.access_token;
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  async #renew(): Promise<string> {
    if (this.#refreshToken === undefined) throw new SessionEnded();
    try {
      this.#tokens = await oidc.refreshTokenGrant(this.#client, this.#refreshToken);
    } catch (error) {
      // The issuer has answered: signed out elsewhere, or too long ago. Anything else may pass.
      if (error instanceof oidc.ResponseBodyError) throw new SessionEnded();
      throw error;
    }
    // Left out where it stays as it was.
    this.#refreshToken = this.#tokens.refresh_token ?? this.#refreshToken;
    return this.#tokens.access_token;
  }

  /** Where the person is signed out at the issuer too; `undefined` where the issuer has no such place. */
  endAddress(portal: URL): URL | undefined {
    if (this.#client.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(this.#client, {
      post_logout_redirect_uri: portal.href,
      ...(this.#idToken === undefined ? {} : { id_token_hint: this.#idToken }),
    });
  }
}

/** The issuer gives no new token: the person must sign in again. */
export class SessionEnded extends Error {}
