import { illustrativeUnit } from './data/illustrative-unit.ts';
import type { Rubric, RubricSummary } from './schema.ts';
import { criteriaOf } from './tree.ts';

/** A short rubric for units, with a line of most kinds. */
export const rubric: Rubric = illustrativeUnit;

/** The entry of a rubric in a list. */
export function summaryOf(of: Rubric): RubricSummary {
  const { id, version, title, subject, legalBasis, total } = of;
  return { id, version, title, subject, legalBasis, total, criteriaCount: criteriaOf(of).length };
}
