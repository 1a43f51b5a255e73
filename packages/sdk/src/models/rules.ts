import type { FieldIssue } from '../contract/field-errors.ts';
import type { ModelRegistration } from './schema.ts';

/** The fields of a registration that the rules between fields read. */
export type RegistrationKeys = Pick<
  ModelRegistration,
  'registrantKind' | 'registrantName' | 'unitId' | 'unitName' | 'startDate' | 'assessmentDate' | 'endDate'
>;

/**
 * The rules of a registration that no single field can check: exactly one unit, a name for an individual, and
 * start ≤ assessment ≤ end. Dates are `YYYY-MM-DD`, so that they can be compared as text.
 */
export function checkRegistration(registration: RegistrationKeys): FieldIssue[] {
  const errors: FieldIssue[] = [];
  const { registrantKind, registrantName, unitId, unitName, startDate, assessmentDate, endDate } = registration;
  if (!unitId && !unitName) errors.push({ pointer: '/unitId', code: 'required' });
  if (unitId && unitName) errors.push({ pointer: '/unitName', code: 'exactly-one' });
  if (registrantKind === 'individual' && !registrantName) errors.push({ pointer: '/registrantName', code: 'required' });
  if (endDate < startDate) errors.push({ pointer: '/endDate', code: 'end-before-start' });
  else if (assessmentDate < startDate || assessmentDate > endDate) {
    errors.push({ pointer: '/assessmentDate', code: 'outside-the-dates' });
  }
  return errors;
}
