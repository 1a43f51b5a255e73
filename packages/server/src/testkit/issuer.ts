import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

export const issuer = 'https://sso.example';
export const audience = 'dvk';

/** A key pair of a test issuer. */
export interface IssuerKey {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  kid: string | undefined;
}

export async function newKey(kid?: string): Promise<IssuerKey> {
  return { ...(await generateKeyPair('ES256')), kid };
}

/** An issuer over HTTP whose keys can change and whose server can fail. */
export interface TestIssuer {
  address: URL;
  /** How often its keys were read. */
  reads: number;
  /** What it answers from now on. */
  publish(...keys: IssuerKey[]): Promise<void>;
  answer(status: number, document: string): void;
  close(): void;
}

export async function startIssuer(...keys: IssuerKey[]): Promise<TestIssuer> {
  let [status, document] = [200, ''];
  const server = createServer((_request, response) => {
    self.reads += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(document);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const self: TestIssuer = {
    address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`),
    reads: 0,
    async publish(...published) {
      const all = published.map(async ({ publicKey, kid }): Promise<JWK> => ({
        ...(await exportJWK(publicKey)),
        ...(kid === undefined ? {} : { kid }),
      }));
      [status, document] = [200, JSON.stringify({ keys: await Promise.all(all) })];
    },
    answer: (...answer) => {
      [status, document] = answer;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  await self.publish(...keys);
  return self;
}

/** A token as the issuer makes it; `change` spoils it. */
export async function signToken(
  { privateKey, kid }: IssuerKey,
  claims: JWTPayload = {},
  change: (jwt: SignJWT) => SignJWT = (jwt) => jwt,
): Promise<string> {
  const jwt = new SignJWT({ sub: 'u1', ...claims })
    .setProtectedHeader({ alg: 'ES256', ...(kid === undefined ? {} : { kid }) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('5m');
  return change(jwt).sign(privateKey);
}
