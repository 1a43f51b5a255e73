import * as z from 'zod/mini';
import type { FieldIssue } from '../contract/field-errors.ts';
import { LegalBasis } from '../law/index.ts';
import { illustrativeBasis, personalDataLaw } from './law.ts';

/**
 * What is erased after a time, and from when that counts: who sent a case, and its texts and files, from its last change
 * once it has ended; who asked for something about their data, from its end; tables of units that were looked through, from
 * their end; what somebody wished to be told who has no cases any more, from its last change.
 */
export const retentionKinds = ['case-sender', 'case-content', 'data-request', 'unit-import', 'notice-wishes'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** How long something is kept. */
export const RetentionRule = z.object({
  kind: z.enum(retentionKinds),
  months: z.int().check(z.gte(1), z.lte(1200)),
  /** Whether it is erased when the time is over; else it is only counted. */
  active: z.boolean(),
  basis: LegalBasis,
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** How long things are kept in a tenant; what is not named is kept. */
export const RetentionRules = z.array(RetentionRule).check(z.maxLength(retentionKinds.length));
export type RetentionRules = z.infer<typeof RetentionRules>;

export function checkRetentionRules(rules: RetentionRules): FieldIssue[] {
  const kinds = rules.map(({ kind }) => kind);
  const twice = rules.flatMap(({ kind }, index): FieldIssue[] =>
    kinds.indexOf(kind) === index ? [] : [{ pointer: `/${index}/kind`, code: 'given-twice' }],
  );
  const monthsOf = (kind: RetentionKind) => rules.find((rule) => rule.kind === kind)?.months ?? Infinity;
  // Without its text nothing of a case is left that could name anybody.
  if (monthsOf('case-content') < monthsOf('case-sender') && kinds.includes('case-sender'))
    twice.push({
      pointer: `/${kinds.indexOf('case-content')}/months`,
      code: 'too-small',
      params: { min: monthsOf('case-sender') },
    });
  return twice;
}

const sample = illustrativeBasis('Mẫu minh họa: chờ quyết định của tỉnh về thời hạn lưu');

/**
 * What holds until a province decides. How long files are kept is for it to say, so that nothing of them is erased before;
 * copies that serve for nothing any more are.
 */
export function presetRetention(): RetentionRules {
  return [
    { kind: 'case-sender', months: 24, active: false, basis: sample },
    { kind: 'case-content', months: 120, active: false, basis: sample },
    { kind: 'data-request', months: 24, active: false, basis: sample },
    {
      kind: 'unit-import',
      months: 12,
      active: true,
      basis: {
        ...personalDataLaw,
        note: 'Đã đạt mục đích xử lý; số tháng là mẫu minh họa.',
        confidence: 'illustrative',
      },
    },
    {
      kind: 'notice-wishes',
      months: 12,
      active: true,
      basis: {
        ...personalDataLaw,
        note: 'Đã đạt mục đích xử lý; số tháng là mẫu minh họa.',
        confidence: 'illustrative',
      },
    },
  ];
}

/** The instant before which something must have ended to be erased now. */
export function retentionLimit({ months }: Pick<RetentionRule, 'months'>, now: string): string {
  const at = new Date(now);
  const day = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() - months, 1);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString();
}
