import type { AssessedFields, Assessment } from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import { importedColumns, type ImportedRecord } from '../records/imported.ts';
import { columnsOf } from './present.ts';
import type { AssessmentRow } from './table.ts';

/** An assessment to import, as it now stands. Its rubric is imported with it. */
export interface ImportedAssessment
  extends
    ImportedRecord,
    AssessedFields,
    Pick<
      Assessment,
      'rubricId' | 'rubricVersion' | 'subject' | 'unitId' | 'unitName' | 'period' | 'status' | 'statusReason'
    > {}

/**
 * The row of an imported assessment.
 *
 * @throws Error where its rubric is not among those given
 */
export function importedAssessment(
  tenant: string,
  assessment: ImportedAssessment,
  rubrics: readonly Rubric[],
): AssessmentRow {
  const { history: _, files: __, subject, ...fields } = assessment;
  const { rubricId, rubricVersion } = fields;
  const rubric = rubrics.find(({ id, version }) => id === rubricId && version === rubricVersion);
  if (!rubric) throw new Error(`Assessment ${fields.id} needs the rubric ${rubricId}/${rubricVersion}: import it too`);
  const { lines, conditions, results } = fields;
  return {
    ...fields,
    ...importedColumns(tenant, assessment),
    ...columnsOf(rubric, { lines, conditions, results }),
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
  };
}
