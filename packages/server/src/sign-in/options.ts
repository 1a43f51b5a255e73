import type { IssuerOptions } from '../auth/index.ts';

/** How this server is known to a sign-in service where it signs people in itself. */
export interface SignInClient {
  id: string;
  /** Without one it is a public client, which PKCE protects. */
  secret?: string | undefined;
  /** What the service is asked to tell. @defaultValue 'openid profile email' */
  scope?: string | undefined;
}

/** A sign-in service that this server leads people to, and takes them back from. */
export interface SignInIssuer extends IssuerOptions {
  /** Short name in addresses: small letters, digits and `-`. */
  key: string;
  /** What people call it: “Tài khoản cán bộ”. Shown where there are several to choose from. */
  label: string;
  client: SignInClient;
  /** Where the claims are. @defaultValue 'id-token' */
  claimsFrom?: 'id-token' | 'userinfo' | undefined;
  /** What counts as a strong sign-in (`acr`) for what needs one, besides that it is recent; anything without it. */
  strongAcr?: readonly string[] | undefined;
}

/** Sessions of the server's own, for portals whose pages have no tokens. */
export interface SignInOptions {
  issuers: readonly SignInIssuer[];
  /** Where browsers reach this server: what stands before `/v1` and `/auth`. */
  address: URL | ((tenant: string) => URL);
  /** Minutes without a request after which a session ends. @defaultValue 60 */
  idle?: number;
  /** Minutes after which it ends all the same. @defaultValue 720 */
  lifetime?: number;
}

export const defaultIdle = 60;
export const defaultLifetime = 12 * 60;
export const defaultScope = 'openid profile email';
