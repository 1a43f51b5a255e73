import type { Role } from '@dvk/sdk/contract';
import { ownRoleNames, tokenAuthenticator, type Authenticator } from '@dvk/server';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The person that a token is made for. */
export interface DemoPerson {
  subject: string;
  name: string;
  roles: readonly Role[];
  unitId?: string | null;
  tenant?: string;
}

/** Gives a token to anyone who asks: for tests and for the sample portal on one's own machine, nowhere else. */
export interface DemoIssuer extends Authenticator {
  issue(person: DemoPerson): Promise<string>;
}

const issuer = 'urn:dvk:demo-issuer';
const audience = 'urn:dvk:api';

/**
 * Makes a demo issuer, with a key pair that exists only in this process.
 *
 * @throws Error in production (`NODE_ENV`)
 */
export async function createDemoIssuer(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<DemoIssuer> {
  if (environment.NODE_ENV === 'production') {
    throw new Error('The demo issuer signs anybody in as anybody: it does not run in production (NODE_ENV)');
  }
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] });
  return {
    ...tokenAuthenticator({ issuer, audience, keys, roleNames: ownRoleNames }),
    issue: ({ subject, name, roles, unitId, tenant }) =>
      new SignJWT({ name, roles, unit_id: unitId ?? undefined, tenant })
        .setProtectedHeader({ alg: 'ES256' })
        .setSubject(subject)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
  };
}
