import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

export interface IssuerOptions {
  /** 0 picks a free one. */
  port: number;
  /** The portal that may send people here. */
  portal: string;
  /** The `aud` of the API's tokens. */
  audience: string;
  /** How long an access token is good, in seconds. */
  lifetime?: number;
}

export interface Issuer {
  address: string;
  jwks: string;
  /** What it has given out. */
  readonly issued: readonly { access_token: string; id_token: string; refresh_token: string }[];
  /** Why it gave nothing. */
  readonly refused: readonly string[];
  close(): void;
}

/** An OpenID provider for a test or a try: it asks for a name and a password, and takes any. */
export async function startIssuer({ port, portal, audience, lifetime = 300 }: IssuerOptions): Promise<Issuer> {
  const listener = createServer();
  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const provider = new Provider(address, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: ['only-for-trying'] },
    clients: [
      {
        client_id: 'portal',
        client_secret: 'only-for-trying',
        redirect_uris: [`${portal}/signed-in`],
        post_logout_redirect_uris: [`${portal}/`],
        grant_types: ['authorization_code', 'refresh_token'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    ttl: { AccessToken: lifetime },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // Who signs in as `thu-ky` is of the secretariat: how an issuer tells of roles.
    extraTokenClaims: (_context, token) => ('accountId' in token ? { roles: [token.accountId] } : undefined),
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
  const issued: Issuer['issued'][number][] = [];
  const refused: string[] = [];
  provider.on('grant.success', ({ body }) => void issued.push(body as (typeof issued)[number]));
  provider.on('grant.error', (_context, error) => void refused.push(error.message));
  const respond = provider.callback();
  listener.on('request', (request, response) => void respond(request, response));
  return {
    address,
    jwks: `${address}/jwks`,
    issued,
    refused,
    close() {
      listener.close();
      listener.closeAllConnections();
    },
  };
}
