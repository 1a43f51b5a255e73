import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { Provider, type ClientMetadata, type Configuration } from 'oidc-provider';

/** What a test lets an OpenID provider do otherwise. */
export interface ProviderOptions {
  clients: readonly ClientMetadata[];
  configuration?: Configuration;
}

/** A real OpenID provider on a port, which asks for a name and a password, and takes any. */
export interface TestProvider {
  address: string;
  /** Why it gave nothing. */
  readonly refused: readonly string[];
  /** What it does from now on: answers, or nothing but 503. */
  isDown: boolean;
  /** Changes the claims of the ID tokens that it gives out from now on, or where `undefined` leaves them. */
  change: ((claims: JWTPayload) => JWTPayload) | undefined;
  /** From now on it signs with another key. */
  rotateKeys(): Promise<void>;
  /** Something that it signs. */
  sign(claims: JWTPayload, type?: string): Promise<string>;
  close(): void;
}

/** What people are, as their service tells it: by their name. */
const claimsOf = (name: string) => ({
  sub: name,
  name: 'Nguyễn Văn A',
  roles: [name.split('.')[0]],
  email: `${name}@example.vn`,
  email_verified: true,
});

export async function startProvider({ clients, configuration = {} }: ProviderOptions): Promise<TestProvider> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const refused: string[] = [];
  let key: { privateKey: CryptoKey; kid: string };
  let respond: (request: IncomingMessage, response: ServerResponse) => unknown;
  let rotations = 0;

  async function useNewKey(): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    key = { privateKey, kid: `key-${(rotations += 1)}` };
    const provider = new Provider(address, {
      jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: key.kid, alg: 'ES256', use: 'sig' }] },
      cookies: { keys: ['only-for-tests'] },
      clients: [...clients],
      claims: { profile: ['name', 'roles'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      // By itself it tells no address of its own machine that somebody has signed out.
      fetch: (address, request) => fetch(address, { ...request, dispatcher: undefined } as RequestInit),
      findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
      ...configuration,
      features: { backchannelLogout: { enabled: true }, ...configuration.features },
    });
    provider.on('grant.error', (_context, error) => void refused.push(`${error.message} ${error.error_detail ?? ''}`));
    respond = provider.callback();
  }
  await useNewKey();

  const sign = (claims: JWTPayload, type?: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, ...(type && { typ: type }) })
      .sign(key.privateKey);

  const self: TestProvider = {
    address,
    refused,
    isDown: false,
    change: undefined,
    rotateKeys: useNewKey,
    sign,
    close() {
      listener.close();
      listener.closeAllConnections();
    },
  };

  /** The answer of the token endpoint, with an ID token of other claims. */
  function withChangedToken(response: ServerResponse): void {
    const end = response.end.bind(response);
    response.end = ((body: Buffer) => {
      void (async () => {
        const answer = JSON.parse(body.toString()) as { id_token?: string };
        if (answer.id_token && self.change) answer.id_token = await sign(self.change(decodeJwt(answer.id_token)));
        const text = JSON.stringify(answer);
        response.setHeader('content-length', Buffer.byteLength(text));
        end(text);
      })();
      return response;
    }) as typeof response.end;
  }

  listener.on('request', (request, response) => {
    if (self.isDown) return void response.writeHead(503).end();
    if (self.change && request.url === '/token') withChangedToken(response);
    return void respond(request, response);
  });
  return self;
}
