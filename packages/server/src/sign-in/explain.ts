import { roleNames, roleNamesEn } from '@dvk/sdk/session';
import { formatMoment } from '@dvk/sdk/text';
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import {
  claimAt,
  defaultClaims,
  instantOf,
  tokenAuthenticator,
  type Refusal,
  type TokenOptions,
} from '../auth/index.ts';
import type { Locale } from '../problems/locale.ts';
import { HttpProblem } from '../problems/problem.ts';
import { refusalTexts, texts } from './explain-texts.ts';

/** What the server makes of a token, for whoever looks after it. Neither the token nor whom it names is among it. */
export interface Explanation {
  lines: string[];
  isTaken: boolean;
}

/** A claim as it may be shown: texts and lists of texts, without what could lead a terminal astray. */
function shown(value: unknown, none: string): string {
  const parts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  const text = parts
    .join(', ')
    .replaceAll(/\p{Cc}/gu, '�')
    .slice(0, 300);
  return text === '' ? none : text;
}

function decode(token: string): { algorithm: unknown; payload: JWTPayload } | undefined {
  try {
    return { algorithm: decodeProtectedHeader(token).alg, payload: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

/**
 * Explains what the server understands of a token, and why it refuses it.
 *
 * @param token as it is sent, with or without `Bearer`
 */
export async function explainToken(
  token: string,
  { tokens, tenant, locale }: { tokens: readonly TokenOptions[]; tenant: string; locale: Locale },
): Promise<Explanation> {
  const say = (name: keyof typeof texts) => texts[name][locale];
  if (tokens.length === 0) return { lines: [say('nobody')], isTaken: false };
  const given = token.trim().replace(/^Bearer +/i, '');
  const decoded = decode(given);
  if (!decoded) return { lines: [say('noJwt')], isTaken: false };
  const { payload, algorithm } = decoded;
  const none = say('none');
  const meant = tokens.find(({ issuer }) => issuer === payload.iss) ?? tokens[0]!;
  const claims = { ...defaultClaims, ...meant.claims };
  const instant = (value: unknown) => {
    const at = instantOf(value);
    return at === null ? none : formatMoment(at, locale);
  };
  const issuers = tokens.map(({ issuer }) => issuer).join(', ');
  const lines = [
    `${say('issuer')}: ${shown(payload.iss, none)} (${say('wanted')}: ${issuers})`,
    `${say('audience')}: ${shown(payload.aud, none)} (${say('wanted')}: ${meant.audience})`,
    `${say('algorithm')}: ${shown(algorithm, none)}`,
    `${say('issued')}: ${instant(payload.iat)}`,
    ...(payload.nbf === undefined ? [] : [`${say('from')}: ${instant(payload.nbf)}`]),
    `${say('until')}: ${instant(payload.exp)}`,
    ...(payload['auth_time'] === undefined ? [] : [`${say('signedIn')}: ${instant(payload['auth_time'])}`]),
    `${say('roles')} ${claims.roles}: ${shown(claimAt(payload, claims.roles), none)}`,
    `${say('unit')} ${claims.unit}: ${shown(claimAt(payload, claims.unit), none)}`,
  ];
  try {
    const request = new Request('urn:explain', { headers: { authorization: `Bearer ${given}` } });
    const { roles, unitId } = await tokenAuthenticator(tokens).authenticate(request, tenant);
    const names = locale === 'vi' ? roleNames : roleNamesEn;
    const understood = roles.map((role) => `${role} (${names[role]})`).join(', ');
    return {
      lines: [...lines, '', say('taken'), `${say('understood')}: ${understood}; ${unitId ?? none}`, say('listNote')],
      isTaken: true,
    };
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    const [reason = ''] = (error.extras.reason ?? '').split(':');
    const why =
      error.code === 'unavailable'
        ? `${say('unavailable')}: ${error.cause instanceof Error ? error.cause.message : ''}`
        : `${say('refused')}: ${refusalTexts[reason as Refusal][locale]}.`;
    return { lines: [...lines, '', why], isTaken: false };
  }
}
