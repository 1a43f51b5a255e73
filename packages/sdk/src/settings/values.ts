import * as z from 'zod/mini';
import type { WorkCalendar } from '../calendar/types.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import { text } from '../contract/shapes.ts';
import { caseTopics } from '../contract/topics.ts';
import { checkNoticeRules } from '../notices/check-rules.ts';
import { NoticeRules } from '../notices/rules.ts';
import { RegisterSettings } from '../personal-data/register.ts';
import { checkRetentionRules, RetentionRules } from '../personal-data/retention.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { checkCalendarChanges } from './calendar-rules.ts';
import { HouseStyle } from './house-style.ts';
import { checkOwnTerms, OwnTerms } from './own-terms.ts';
import { Thresholds } from './thresholds.ts';

const sentence = z.object({ vi: text(2000), en: text(2000) });
const prefix = z.string().check(z.regex(/^[A-HJKMNP-TV-Z]{1,4}$/));

/** The office that receives reports and proposals, as receipts and forms name it. */
export const Office = z.object({ name: text(200), hotline: z.nullable(text(40)) });

/** The topics of a report or proposal, in the order in which forms offer them. */
export const Topics = z
  .array(
    z.object({
      topic: z.enum(caseTopics),
      name: z.object({ vi: text(100), en: text(100) }),
      example: z.object({ vi: text(200), en: text(200) }),
      icon: z.string().check(z.maxLength(40)),
      /** Whether forms offer it. */
      offered: z.boolean(),
      /** Whether the example is a sample, “mẫu minh họa”, and not the office's own words. */
      illustrative: z.boolean(),
    }),
  )
  .check(z.minLength(1), z.maxLength(30));
export type Topics = z.infer<typeof Topics>;

/** What the sender of a report or proposal agrees to. Each change is a new version of the notice. */
export const NoticeText = z.object({
  consent: sentence,
  rights: sentence,
  readers: z.array(sentence).check(z.minLength(1), z.maxLength(10)),
});

/** The letters with which codes begin. Codes that were given keep theirs. */
export const CodePrefixes = z.object({ report: prefix, proposal: prefix, model: prefix });
export type CodePrefixes = z.infer<typeof CodePrefixes>;

/** Where roles come from: the token of the sign-in service, the list of people, or both together. */
export const RoleSource = z.enum(['tokens', 'list', 'both']);
export type RoleSource = z.infer<typeof RoleSource>;

/** Every setting by its name, with the shape of its value. */
export const settingShapes = {
  calendar: CalendarChanges,
  terms: OwnTerms,
  office: Office,
  topics: Topics,
  'privacy-notice': NoticeText,
  'code-prefixes': CodePrefixes,
  'role-source': RoleSource,
  'house-style': HouseStyle,
  notices: NoticeRules,
  thresholds: Thresholds,
  retention: RetentionRules,
  'processing-register': RegisterSettings,
} as const;

export type SettingName = keyof typeof settingShapes;
export type SettingValues = { [Name in SettingName]: z.infer<(typeof settingShapes)[Name]> };
export const settingNames = Object.keys(settingShapes) as [SettingName, ...SettingName[]];

/** What is wrong with a value that has the right shape; pointers go into the value. */
export function checkSetting<Name extends SettingName>(
  name: Name,
  value: SettingValues[Name],
  { national }: { national: WorkCalendar },
): FieldIssue[] {
  return checks[name](value as never, national);
}

const checks: { [Name in SettingName]: (value: SettingValues[Name], national: WorkCalendar) => FieldIssue[] } = {
  calendar: (value, national) => checkCalendarChanges(national, value),
  terms: checkOwnTerms,
  office: () => [],
  topics(value) {
    const twice = repeated(
      value.map(({ topic }) => topic),
      (index) => `/${index}/topic`,
    );
    return value.some(({ offered }) => offered) ? twice : [...twice, { pointer: '/0/offered', code: 'required' }];
  },
  'privacy-notice': () => [],
  'role-source': () => [],
  'house-style': () => [],
  notices: checkNoticeRules,
  thresholds: () => [],
  retention: checkRetentionRules,
  'processing-register': () => [],
  'code-prefixes': (value) => repeated(Object.values(value), (index) => `/${Object.keys(value)[index]}`),
};

function repeated(list: readonly string[], pointerOf: (index: number) => string): FieldIssue[] {
  return list.flatMap((each, index) =>
    list.indexOf(each) === index ? [] : [{ pointer: pointerOf(index), code: 'given-twice' as const }],
  );
}
