import { Assessment, type AssessedFields } from '@dvk/sdk/assessments';
import * as z from 'zod/mini';
import { insertAll } from '../database/index.ts';
import type { ImportContext } from '../records/area.ts';
import { importedFields } from '../records/check-imported.ts';
import { importedColumns, type ImportedRecord } from '../records/imported.ts';
import { createRubricCache, findFrozenRubric } from '../rubrics/store.ts';
import { columnsOf, searchTextOf } from './present.ts';
import { assessments, type AssessmentRow } from './table.ts';

/** An assessment to import, as it now stands. Its rubric is imported with it. */
export interface ImportedAssessment
  extends
    ImportedRecord,
    AssessedFields,
    Pick<
      Assessment,
      'rubricId' | 'rubricVersion' | 'subject' | 'unitId' | 'unitName' | 'period' | 'status' | 'statusReason'
    > {}

export const importedAssessmentSchema = z.strictObject({
  ...z.omit(Assessment, { attachments: true, createdAt: true, updatedAt: true, etag: true }).shape,
  ...importedFields,
});

/**
 * Writes imported assessments.
 *
 * @throws Error where the rubric of one is not there
 */
export async function importAssessments(
  { db, tenant }: ImportContext,
  imported: readonly ImportedAssessment[],
): Promise<void> {
  const rubrics = createRubricCache();
  const rows: AssessmentRow[] = [];
  for (const assessment of imported) {
    const { history: _, files: __, subject, ...fields } = assessment;
    const { rubricId, rubricVersion, lines, conditions, results } = fields;
    const rubric = await findFrozenRubric(rubrics, db, tenant, rubricId, rubricVersion);
    if (!rubric)
      throw new Error(`Assessment ${fields.id} needs the rubric ${rubricId}/${rubricVersion}: import it too`);
    rows.push({
      ...fields,
      ...importedColumns(tenant, assessment),
      ...columnsOf(rubric, { lines, conditions, results }),
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name,
      searchText: searchTextOf(subject.name, fields.unitName),
    });
  }
  await insertAll(db, assessments, rows);
}
