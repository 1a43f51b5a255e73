import type { Session } from '@dvk/sdk/session';

/** The owner of an idempotency key, which tells it from the same key of somebody else. */
export interface KeyOwner {
  principal: string;
  /** Whether the owner is certain. If not, no response is sent a second time, because it may hold a secret. */
  certain: boolean;
}

/** Of a random key: 128 bits in base64url; a UUID is longer. */
const randomLength = 22;

/**
 * The key of a signed-in person belongs to that person. A visitor's key that is too random to guess identifies the visitor
 * by itself, because phones change their address between two tries. A weaker key belongs to the address it comes from.
 */
export function ownerOf({ subject }: Session, key: string, caller: string | undefined): KeyOwner {
  if (subject !== null) return { principal: subject, certain: true };
  // A few repeated characters are not a random key, however long.
  if (key.length >= randomLength && new Set(key).size >= 6) return { principal: '', certain: true };
  // No person's name has a NUL.
  return { principal: `\0${caller ?? ''}`, certain: caller !== undefined };
}
