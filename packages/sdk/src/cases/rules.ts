import { dateInVietnam } from '../text/dates.ts';
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
 * @param reopenedAt - RFC 3339 instant of the last reopening; without it, an extension counts if it ends on the due date
 */
export function isExtended(
  { dueAt, extensions, reopenCount }: Pick<Case, 'dueAt' | 'extensions' | 'reopenCount'>,
  reopenedAt?: string,
): boolean {
  if (reopenedAt !== undefined) return extensions.some(({ at }) => Date.parse(at) >= Date.parse(reopenedAt));
  const last = extensions.at(-1);
  return last !== undefined && (reopenCount === 0 || last.until === dateInVietnam(dueAt));
}
