import { errors } from 'jose';
import { signInNeeded, type HttpProblem } from '../problems/problem.ts';

/** Why a token is refused, for the log only: whoever runs the server needs it, whoever sent the token does not. */
export const refusals = {
  scheme: 'the Authorization header is not "Bearer <token>"',
  size: 'the token is longer than any we know',
  malformed: 'the token is no signed JWT: opaque access tokens cannot be checked here',
  algorithm: 'the token is signed with an algorithm that is not accepted: only key pairs are (RS, PS, ES, EdDSA)',
  extension: 'the token demands an extension (crit) that is not known',
  key: "none of the issuer's keys has the token's kid: is DVK_JWKS_URL, where it is set, the one of this issuer?",
  signature: "the signature fits none of the issuer's keys",
  expired: 'the token has expired (exp)',
  early: 'the token is not valid yet (nbf): do the clocks agree?',
  issuer:
    "the token's issuer (iss) is none of those that are set, letter for letter: DVK_ISSUER, or the file of issuers",
  audience:
    "the token's audience (aud) does not name this API (DVK_AUDIENCE): an ID token is for the portal, not for the API",
  'service-key': 'there is no such service key in this tenant',
  claim: 'a claim that every token needs is missing or malformed',
  subject: 'the token names nobody that can be stored (sub)',
  tenant: "the token's tenant is another one",
  'tenant-missing': 'the token names no tenant, which it must where one server serves many',
  'tenant-malformed': "the token's tenant is no plain text",
} as const;

export type Refusal = keyof typeof refusals;

/** The refusal of a token; the response says only that it was not accepted. */
export function notTrusted(refusal: Refusal): HttpProblem {
  return signInNeeded(`${refusal}: ${refusals[refusal]}`, 'error="invalid_token"');
}

const byClaim: Readonly<Record<string, Refusal>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'early',
};

/** What was wrong with a token, by the error of `jose`. */
export function refusalOf(error: errors.JOSEError): Refusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.reason === 'invalid' ? 'claim' : (byClaim[error.claim] ?? 'claim');
  }
  if (error instanceof errors.JWKSNoMatchingKey) return 'key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JOSENotSupported) return 'extension';
  return 'malformed';
}
