import type { FieldIssue } from '../contract/field-errors.ts';
import { innerVariables, noticeOccasions, type NoticeOccasionName, type NoticeVariable } from './occasions.ts';
import type { NoticeRule } from './rules.ts';

// Without schemas: forms check with it, too.

/** What the titles of an occasion may name: they are subject lines of mail, and say nothing that people wrote. */
export function titleVariables(on: NoticeOccasionName): NoticeVariable[] {
  return noticeOccasions[on].variables.filter((name) => !innerVariables.includes(name));
}

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
    const inTitles = titleVariables(rule.on);
    for (const locale of ['vi', 'en'] as const)
      issues.push(
        ...checkText(rule.title[locale], `${at}/title/${locale}`, inTitles),
        ...checkText(rule.text[locale], `${at}/text/${locale}`, variables),
      );
    return issues;
  });
}
