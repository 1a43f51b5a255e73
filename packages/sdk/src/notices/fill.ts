import type { Bilingual } from '../errors/input-error.ts';
import type { NoticeVariable } from './occasions.ts';
import type { NoticeRule } from './rules.ts';

/** What fills the texts of an occasion, in both languages. */
export type NoticeValues = Partial<Record<NoticeVariable, Bilingual>>;

const fill = (written: string, values: NoticeValues, locale: keyof Bilingual) =>
  written.replaceAll(/\{([^{}]*)\}/g, (_, name: NoticeVariable) => values[name]?.[locale] ?? '…');

/** The words of a notice: those of its rule, filled in. What is not known is an ellipsis. */
export function fillNotice(
  { title, text }: Pick<NoticeRule, 'title' | 'text'>,
  values: NoticeValues,
): { title: Bilingual; text: Bilingual } {
  const both = (written: Bilingual) => ({ vi: fill(written.vi, values, 'vi'), en: fill(written.en, values, 'en') });
  return { title: both(title), text: both(text) };
}
