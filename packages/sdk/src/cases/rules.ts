import type { Case } from './schema.ts';
import type { Timeliness } from './timeliness.ts';

/**
 * How a case stands against its due date: `on-time` or `late` once answered, else `running` or `overdue`.
 * @param dueAt - RFC 3339 instant in force, extensions included
 * @param now - RFC 3339 instant
 */
export function timeliness(dueAt: string, answeredAt: string | null, now: string): Timeliness {
  const due = Date.parse(dueAt);
  if (answeredAt !== null) return Date.parse(answeredAt) <= due ? 'on-time' : 'late';
  return Date.parse(now) <= due ? 'running' : 'overdue';
}

/**
 * Whether the current term was extended. A reopened case has a new term: earlier extensions no longer count.
 * @param termStartedAt - RFC 3339 instant of the receipt or of the last reopening, see `termStart`
 */
export function isExtended({ extensions }: Pick<Case, 'extensions'>, termStartedAt: string): boolean {
  return extensionsSince(extensions, termStartedAt).length > 0;
}

/** The extensions of the term that began at an instant. */
export function extensionsSince<E extends { at: string }>(extensions: readonly E[], termStartedAt: string): E[] {
  return extensions.filter(({ at }) => Date.parse(at) >= Date.parse(termStartedAt));
}
