import { formatDate } from '@dvk/sdk/text';
import type { rubrics } from './vi.ts';

/** When a version is in force, in words. */
export function rubricValidity(
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  texts: Pick<typeof rubrics, 'fromDay' | 'betweenDays' | 'untilDay' | 'always'>,
): string {
  if (validFrom && validTo) return texts.betweenDays(formatDate(validFrom), formatDate(validTo));
  if (validFrom) return texts.fromDay(formatDate(validFrom));
  return validTo ? texts.untilDay(formatDate(validTo)) : texts.always;
}
