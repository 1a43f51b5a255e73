export {
  anonymousOnly,
  namedIssuer,
  refuseTwins,
  tokenAuthenticator,
  type Authenticator,
  type TokenOptions,
} from './authenticator.ts';
export { claimAt, instantOf, ownRoleNames, type RoleNames } from './claims.ts';
export { discover, isSafeAddress, remembered, type FindConfiguration } from './discovery.ts';
export { anonymousSession, type Identity, type SignsIn } from './identity.ts';
export {
  defaultClaims,
  defaultClockSkew,
  Issuer,
  issuerUnavailable,
  type ClaimNames,
  type IssuerOptions,
} from './issuer.ts';
export { notTrusted, refusals, type Refusal } from './refusal.ts';
