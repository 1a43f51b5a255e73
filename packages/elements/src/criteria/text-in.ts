import type { RubricText } from '@dvk/sdk/rubrics';
import type { Lang } from '../locale/controller.ts';

/** A text of a rubric in the reader's language, or else in Vietnamese. */
export function textIn(text: RubricText, lang: Lang): string {
  return text[lang] ?? text.vi;
}
