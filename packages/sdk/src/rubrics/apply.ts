import type { FieldIssue } from '../contract/field-errors.ts';
import type { LegalBasis } from '../law/legal-basis.ts';
import { refusalFor, type Outcome } from '../lifecycle/outcome.ts';
import { checkRubric } from './check.ts';
import type { RubricEvent } from './events.ts';
import type { RubricPublication } from './publication.ts';
import type { RubricStanding } from './standing.ts';

/** What an issued decision must be named by; an illustration says that it is one. */
const basisFields = ['number', 'issuer', 'date'] as const;

function checkBasis(basis: LegalBasis): FieldIssue[] {
  if (basis.confidence === 'illustrative') return [];
  return basisFields
    .filter((field) => !basis[field])
    .map((field) => ({ pointer: `/rubric/legalBasis/${field}`, code: 'required' as const }));
}

/** What is wrong with a publication, the faults of the rubric in their own words. */
export function checkPublication({ rubric, validFrom, validTo }: RubricPublication): FieldIssue[] {
  const issues = checkBasis(rubric.legalBasis);
  if (validTo !== null && validTo < validFrom) issues.push({ pointer: '/validTo', code: 'end-before-start' });
  for (const { severity, pointer, text } of checkRubric(rubric)) {
    if (severity === 'error') issues.push({ pointer: `/rubric${pointer}`, code: 'rubric-fault', params: { ...text } });
  }
  return issues;
}

/**
 * A version comes into force. A published version never changes, so each has a name of its own.
 *
 * @param versions - those of the same rubric that there are
 */
export function applyPublication(
  publication: RubricPublication,
  versions: readonly Pick<RubricStanding, 'version'>[],
): Outcome<RubricPublication, RubricEvent> {
  const { rubric, validFrom, validTo } = publication;
  const { id: rubricId, version: rubricVersion } = rubric;
  const issues = checkPublication(publication);
  if (versions.some(({ version }) => version === rubricVersion))
    issues.unshift({ pointer: '/rubric/version', code: 'version-taken' });
  return (
    refusalFor(issues) ?? {
      changes: publication,
      event: { kind: 'rubric.published', data: { rubricId, rubricVersion, validFrom, validTo } },
    }
  );
}

/** A version is taken out of force, for good. What was scored with it stays as it is. */
export function applyRubricWithdrawal(
  { withdrawnAt }: Pick<RubricStanding, 'withdrawnAt'>,
  { rubricId, rubricVersion, reason, now }: { rubricId: string; rubricVersion: string; reason: string; now: string },
): Outcome<{ withdrawnAt: string; withdrawReason: string }, RubricEvent> {
  if (withdrawnAt !== null) return { refused: 'transition-not-allowed' };
  return {
    changes: { withdrawnAt: now, withdrawReason: reason },
    event: { kind: 'rubric.withdrawn', data: { rubricId, rubricVersion } },
  };
}
