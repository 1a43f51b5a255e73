import type { RubricSummary } from '@dvk/sdk/rubrics';
import type { Lang } from '../locale/controller.ts';
import { textIn } from './text-in.ts';

/** The name of a rubric where nothing else says of it that it is none that was issued. */
export function rubricName(
  { title, legalBasis }: Pick<RubricSummary, 'title' | 'legalBasis'>,
  { illustrative }: { illustrative: string },
  lang: Lang,
): string {
  const name = textIn(title, lang);
  return legalBasis.confidence === 'illustrative' ? `${name} (${illustrative})` : name;
}
