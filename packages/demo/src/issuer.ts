import type { Role } from '@dvk/sdk/contract';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { tokenAuthenticator, type Authenticator } from './authenticator.ts';
import { ownRoleNames } from './claims.ts';

/** Whom a demo token speaks for. */
export interface DemoPerson {
  subject: string;
  name: string;
  roles: readonly Role[];
  unitId?: string | null;
  tenant?: string;
}

/** Issues tokens to anyone who asks: for a demonstration on one's own machine, nowhere else. */
export interface DemoIssuer extends Authenticator {
  issue(person: DemoPerson): Promise<string>;
}

const issuer = 'urn:dvk:demo-issuer';
const audience = 'urn:dvk:api';

/**
 * Makes the demo issuer, with a key pair that exists only in this process.
 *
 * @throws Error unless the process was started as a demonstration (`DVK_DEMO=1`) and not in production
 */
export async function createDemoIssuer(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<DemoIssuer> {
  if (environment.DVK_DEMO !== '1' || environment.NODE_ENV === 'production') {
    throw new Error('The demo issuer runs only in demo mode (DVK_DEMO=1) and never in production');
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
