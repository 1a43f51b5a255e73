import type { Role } from '@dvk/sdk/contract';
import { isSeen, keepsDirection, roles } from '@dvk/sdk/contract';

/** What a claim holds that a token does not have. `null` is not this: it is something, and no text. */
export const absent = Symbol('no such claim');
const misplaced = Symbol('a claim cannot stand here');

/**
 * The value of a claim. A claim whose whole name has this name comes first, so that `https://example.vn/roles` is found
 * though it has dots; else a dot steps into an object: `realm_access.roles`, `resource_access.my.client.roles`. Where such
 * a way ends at something that is no object the claim is not absent, but holds nothing that could be used.
 */
export function claimAt(claims: object, name: string): unknown {
  if (Object.hasOwn(claims, name)) return (claims as Record<string, unknown>)[name];
  // The longest name that is there, so that a part with dots in it is one step.
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const step = name.slice(0, dot);
    if (!Object.hasOwn(claims, step)) continue;
    const inner = (claims as Record<string, unknown>)[step];
    const enterable = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return enterable ? claimAt(inner, name.slice(dot + 1)) : misplaced;
  }
  return absent;
}

const longestName = 255;

/**
 * A name that can be stored, compared and shown: text without control characters, characters that turn its direction, half
 * surrogate pairs or white space around it, and not made of unseen characters alone.
 * Anything else names nobody and nothing; it is never taken for a name that it resembles.
 */
export function nameOrNull(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > longestName) return null;
  const isPlain = value.isWellFormed() && value === value.trim() && !/\p{Cc}/u.test(value);
  return isPlain && keepsDirection(value) && isSeen(value) ? value : null;
}

/**
 * The portal's role names → ours. A name that is not listed is nobody's role here, even if it is called like one of ours:
 * a portal has its own “administrator”.
 */
export type RoleNames = Readonly<Record<string, Role>>;

/** For an issuer that gives out our own role names and means them. */
export const ownRoleNames: RoleNames = Object.fromEntries(
  roles.filter((role) => role !== 'anonymous').map((role) => [role, role]),
);

/** The roles of a claim: a list of names, one name, or several in one text, separated by spaces or commas. */
export function rolesFrom(claim: unknown, names: RoleNames): Role[] {
  const known = namesIn(claim, names).flatMap((name) =>
    typeof name === 'string' && Object.hasOwn(names, name) ? (names[name] ?? []) : [],
  );
  const held = known.filter((role) => role !== 'anonymous' && roles.includes(role));
  return held.length > 0 ? [...new Set(held)] : ['citizen'];
}

function namesIn(claim: unknown, names: RoleNames): unknown[] {
  if (Array.isArray(claim)) return claim;
  if (typeof claim !== 'string') return [];
  return Object.hasOwn(names, claim) ? [claim] : claim.split(/[ ,]+/);
}

/** An instant of a token, in seconds, RFC 3339; `null` for what is none. */
export function instantOf(seconds: unknown): string | null {
  const date = new Date(typeof seconds === 'number' ? seconds * 1000 : NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
