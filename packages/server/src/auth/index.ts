export {
  anonymousSession,
  nobody,
  tokenAuthenticator,
  type Authenticator,
  type ClaimNames,
  type TokenOptions,
} from './authenticator.ts';
export { ownRoleNames, type RoleNames } from './claims.ts';
export { createDemoIssuer, type DemoIssuer, type DemoPerson } from './demo-issuer.ts';
