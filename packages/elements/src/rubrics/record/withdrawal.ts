import { rubricInForce } from '@dvk/sdk/rubrics';
import { formatDate } from '@dvk/sdk/text';
import type { rubricRecord } from '../../locale/rubric-record/vi.ts';
import type { RubricVersion } from '../rubric-version.ts';

/**
 * What holds once a version is withdrawn, in words.
 *
 * @param versions - all of its rubric
 */
export function afterWithdrawal(
  { id, state, validFrom }: RubricVersion,
  versions: readonly RubricVersion[],
  today: string,
  texts: typeof rubricRecord,
): string {
  if (state !== 'in-force' && state !== 'upcoming') return texts.withdrawNothing;
  const day = state === 'upcoming' ? validFrom! : today;
  const next = rubricInForce(
    versions.filter((each) => each.id !== id),
    day,
  );
  const from = state === 'upcoming' ? formatDate(day) : undefined;
  return next ? texts.withdrawNext(next.version, next.legalBasis.number, from) : texts.withdrawNone(from);
}
