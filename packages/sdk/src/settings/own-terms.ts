import * as z from 'zod/mini';
import type { FieldIssue } from '../contract/field-errors.ts';
import { bilingual, key } from '../contract/shapes.ts';
import { LegalBasis } from '../law/index.ts';

const words = z.record(key, bilingual);

/** A term of a province's own regulation; it goes before those of the law that ship with this package. */
export const OwnTerm = z.object({
  id: key,
  /** `report`, `proposal` …; `any` holds for what has no term of its own. */
  matter: key,
  /** `accept`, `forward`, `resolve` … */
  step: key,
  name: bilingual,
  startEvent: bilingual,
  remote: z.optional(z.literal(true)),
  amount: z.int().check(z.gte(0), z.lte(3650)),
  unit: z.enum(['working-day', 'calendar-day', 'month', 'working-minute', 'minute']),
  rollToWorkingDay: z.boolean(),
  extensions: z.optional(
    z
      .array(
        z.object({
          complexity: z.enum(['complex', 'especially-complex']),
          minReasons: z.int().check(z.gte(0), z.lte(20)),
          times: z.int().check(z.gte(1), z.lte(20)),
          amount: z.int().check(z.gte(1), z.lte(3650)),
        }),
      )
      .check(z.maxLength(5)),
  ),
  complexityReasons: z.optional(words),
  pauseReasons: z.optional(words),
  basis: LegalBasis,
});
export type OwnTerm = z.infer<typeof OwnTerm>;

/** The terms of a province; empty where those of the law hold alone. */
export const OwnTerms = z.array(OwnTerm).check(z.maxLength(200));

/** Ids given twice, and terms that end before they begin. */
export function checkOwnTerms(terms: readonly OwnTerm[]): FieldIssue[] {
  const seen = new Set<string>();
  return terms.flatMap(({ id, basis }, index): FieldIssue[] => {
    const issues: FieldIssue[] = [];
    if (seen.has(id)) issues.push({ pointer: `/${index}/id`, code: 'given-twice' });
    seen.add(id);
    if (basis.from && basis.to && basis.to < basis.from) {
      issues.push({ pointer: `/${index}/basis/to`, code: 'end-before-start' });
    }
    return issues;
  });
}
