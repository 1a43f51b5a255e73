/**
 * `node issuer.ts`: a sign-in service to try the portal with, where everybody may be whom they say. It stands in for the one that
 * your organisation runs – Keycloak, Microsoft Entra ID, ADFS, a provincial SSO.
 */
import { startIssuer } from './src/issuer.ts';

const issuer = await startIssuer({ port: 8091, portal: 'http://127.0.0.1:8090', audience: 'urn:dvk:api' });
console.log(`Issuer: ${issuer.address}`);
