export {
  anonymousOnly,
  anonymousSession,
  tokenAuthenticator,
  type Authenticator,
  type ClaimNames,
  type Identity,
  type TokenOptions,
} from './authenticator.ts';
export { ownRoleNames, type RoleNames } from './claims.ts';
