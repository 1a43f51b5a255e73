import { randomBytes } from 'node:crypto';
import { normalizeSecret } from '@dvk/sdk/text';
import type { Keyring } from '../secrets/keyring.ts';

// Crockford's base 32: nothing to confuse when read out or written down.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** A new secret of 80 random bits, `XXXX-XXXX-XXXX-XXXX`: too many to guess, so a keyed hash is enough to store it. */
export function newCaseSecret(): string {
  return secretFrom(randomBytes(length));
}

/** A secret in its usual form from at least 16 bytes that nobody can guess. */
export function secretFrom(bytes: Buffer): string {
  const letters = [...bytes.subarray(0, length)].map((byte) => alphabet[byte & 31]!).join('');
  return letters.match(/.{4}/g)!.join('-');
}

export function hashCaseSecret(keyring: Keyring, tenant: string, code: string, secret: string): Buffer {
  return keyring.mac('case-secret', tenant, code, normalizeSecret(secret));
}
