import type { Session } from '@dvk/sdk/session';

/** Whose a key is: what tells it from the same key of somebody else. */
export interface KeyOwner {
  principal: string;
  /** Whether nobody else can be meant. If somebody can, no answer is given a second time: it may hold a secret. */
  certain: boolean;
}

/** Of a random key: 128 bits in base64url; a UUID is longer. */
const randomLength = 22;

/**
 * Signed in, it is the person's. A visitor's is told by itself if nobody can guess it, wherever the visitor is: phones change
 * their address between two tries. A weaker one belongs to the address it comes from, which is one caller here as everywhere.
 */
export function ownerOf({ subject }: Session, key: string, caller: string | undefined): KeyOwner {
  if (subject !== null) return { principal: subject, certain: true };
  // A few characters over and over are no random key, however long.
  if (key.length >= randomLength && new Set(key).size >= 6) return { principal: '', certain: true };
  // No person's name has a NUL.
  return { principal: `\0${caller ?? ''}`, certain: caller !== undefined };
}
