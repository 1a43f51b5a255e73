import { normalizeSecret, parseCode } from '../text/codes.ts';
import { plainForm } from '../text/plain-form.ts';

/** What opens a case for its sender. */
export interface CaseKeys {
  /** As in `CaseReceipt`. */
  code: string;
  secret: string;
}

const secretLength = 16;
const parameter = /(?:^|[#&?/])dvk=([^&#?]+)/i;

/**
 * The address of a page with the tracker that opens one case: both codes are in the fragment, which browsers keep to
 * themselves and never send to a server. For the link on a receipt and for its QR code.
 *
 * Format: `#dvk=<code>.<secret>`, after a fragment that the page has already: `#tra-cuu&dvk=…`.
 *
 * @param page the page with the tracker
 * @example trackingLink('https://dvk.example.vn/tra-cuu', keys) // 'https://dvk.example.vn/tra-cuu#dvk=PA-261123-0042-E.K7QM-3TXA-9FHD-2WVE'
 */
export function trackingLink(page: string, { code, secret }: CaseKeys): string {
  const keys = `dvk=${code}.${secret}`;
  if (!page.includes('#')) return `${page}#${keys}`;
  return page.endsWith('#') ? page + keys : `${page}&${keys}`;
}

/**
 * The codes in the address of a page, or in its fragment, that {@link trackingLink} made: whatever the case of the letters, with
 * or without hyphens, with spaces, and as mail and chat programs encode it. `undefined` where there are none or one is misread.
 */
export function readTrackingLink(address: string): CaseKeys | undefined {
  const fragment = address.slice(address.indexOf('#') + 1);
  if (!address.includes('#') || fragment.length > 500) return undefined;
  const given = parameter.exec(decoded(fragment))?.[1];
  if (given === undefined) return undefined;
  const keys = plainForm(given).trim();
  // The secret is the last: a code may be written with dots, too.
  const secret = normalizeSecret(keys).slice(-secretLength);
  const code = parseCode(upToSecret(keys));
  return code && isSecret(secret) ? { code: code.code, secret: secret.match(/.{4}/g)!.join('-') } : undefined;
}

function upToSecret(keys: string): string {
  let left = secretLength;
  let at = keys.length;
  while (left > 0 && at > 0) {
    at -= 1;
    if (/[0-9a-z]/i.test(keys[at]!)) left -= 1;
  }
  return keys.slice(0, at);
}

const isSecret = (text: string) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(text);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
