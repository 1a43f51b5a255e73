import { rubricStateOn, type Rubric, type RubricSummary } from '@dvk/sdk/rubrics';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Context } from '../http/route.ts';
import { isStaff } from '../policy/index.ts';
import type { KnownVersion } from './store.ts';

/** What everybody may know of a version, and for staff who decided on it. */
export function presentVersion(
  { criteriaCount, decision, ...known }: KnownVersion,
  { title, legalBasis, total }: Pick<Rubric, 'title' | 'legalBasis' | 'total'>,
  versions: readonly KnownVersion[],
  { session, now }: Pick<Context, 'session' | 'now'>,
): RubricSummary {
  const { id, version, subject, validFrom, validTo, addedAt, withdrawnAt } = known;
  const header = { id, version, title, subject, legalBasis, total, criteriaCount };
  const state = rubricStateOn(known, versions, dateInVietnam(now));
  return { ...header, state, validFrom, validTo, addedAt, withdrawnAt, decision: isStaff(session) ? decision : null };
}
