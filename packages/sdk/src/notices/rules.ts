import * as z from 'zod/mini';
import type { FieldIssue } from '../contract/field-errors.ts';
import { key, text } from '../contract/shapes.ts';
import {
  innerVariables,
  noticeAudiences,
  noticeOccasionNames,
  noticeOccasions,
  type NoticeVariable,
} from './occasions.ts';

/** How mail goes out: at once, with all else once a day, or not at all. */
export const mailTimes = ['at-once', 'daily', 'never'] as const;
export type MailTime = (typeof mailTimes)[number];

const texts = (max: number) => z.object({ vi: text(max), en: text(max) });

/** Who is told of what, by which channel, in which words. */
export const NoticeRule = z.object({
  id: key,
  on: z.enum(noticeOccasionNames),
  to: z.enum(noticeAudiences),
  /** Whether it stands in the list on the portal. */
  inApp: z.boolean(),
  mail: z.enum(mailTimes),
  /** One line, the subject of mail: without names and without content. `{code}` and the like are filled in. */
  title: texts(150),
  text: texts(1000),
  /** Whether the text is a sample, “mẫu minh họa”, and not the office's own words. */
  illustrative: z.boolean(),
});
export type NoticeRule = z.infer<typeof NoticeRule>;

/** The rules of a province; empty where nobody is told anything. */
export const NoticeRules = z.array(NoticeRule).check(z.maxLength(100));

/** The names between braces, in order. */
const namesIn = (written: string) => [...written.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);

function checkText(written: string, pointer: string, known: readonly NoticeVariable[]): FieldIssue[] {
  const list = known.map((name) => `{${name}}`).join(', ');
  const strange = namesIn(written).find((name) => !(known as readonly string[]).includes(name));
  if (strange !== undefined)
    return [{ pointer, code: 'unknown-variable', params: { name: `{${strange}}`, known: list } }];
  // A brace without its other one would be sent as it is.
  return /[{}]/.test(written.replaceAll(/\{[^{}]*\}/g, ''))
    ? [{ pointer, code: 'unknown-variable', params: { name: '{', known: list } }]
    : [];
}

/** Rules given twice, an audience that an occasion has not, variables that nothing would fill in. */
export function checkNoticeRules(rules: readonly NoticeRule[]): FieldIssue[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index): FieldIssue[] => {
    const at = `/${index}`;
    const { audiences, variables } = noticeOccasions[rule.on];
    const issues: FieldIssue[] = [];
    if (seen.has(rule.id)) issues.push({ pointer: `${at}/id`, code: 'given-twice' });
    seen.add(rule.id);
    if (!audiences.some((each) => each === rule.to)) issues.push({ pointer: `${at}/to`, code: 'not-an-option' });
    const inTitles = variables.filter((name) => !innerVariables.includes(name));
    for (const locale of ['vi', 'en'] as const)
      issues.push(
        ...checkText(rule.title[locale], `${at}/title/${locale}`, inTitles),
        ...checkText(rule.text[locale], `${at}/text/${locale}`, variables),
      );
    return issues;
  });
}
