import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import { illustrativeUnit } from './data/illustrative-unit.ts';
import type { RubricPublication } from './publication.ts';
import type { Rubric, RubricSummary } from './schema.ts';
import { criteriaOf } from './tree.ts';

/** A short rubric for units, with a line of most kinds. */
export const rubric: Rubric = illustrativeUnit;

/** The entry of a rubric in a list. */
export function summaryOf(of: Rubric): RubricSummary {
  const { id, version, title, subject, legalBasis, total } = of;
  const header = { id, version, title, subject, legalBasis, total, criteriaCount: criteriaOf(of).length };
  const since = { validFrom: '2026-01-01', validTo: null, addedAt: '2026-01-01T00:00:00Z' };
  return { ...header, ...since, state: 'in-force', withdrawnAt: null, decision: null };
}

const publication: RubricPublication = {
  rubric: { ...rubric, version: '2027' },
  validFrom: '2027-01-01',
  validTo: null,
  reason: 'Áp dụng từ năm 2027',
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  check: publication,
  publish: publication,
  withdraw: { reason: 'Ban hành nhầm' },
};
