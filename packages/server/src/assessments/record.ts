import type { Rubric } from '@dvk/sdk/rubrics';
import { and, eq, inArray } from 'drizzle-orm';
import { filesParts } from '../attachments/store.ts';
import { idsOf, type RecordKind, type RecordState } from '../events/index.ts';
import { rubrics } from '../rubrics/schema.ts';
import { subjectOf } from './present.ts';
import { assessments, type AssessmentRow } from './schema.ts';

/** The row of an assessment, as its events vouch for it. */
export function assessmentPart(row: AssessmentRow): RecordState {
  return { assessment: row };
}

/** The rubric that it is scored by. */
export function rubricPart(document: Rubric): RecordState {
  return { rubric: document };
}

const nameOf = (id: string, version: string) => JSON.stringify([id, version]);

export const assessmentRecords: RecordKind = {
  area: 'assessment',
  async read(db, tenant, ids) {
    const rows = await db
      .select()
      .from(assessments)
      .where(and(eq(assessments.tenant, tenant), inArray(assessments.id, [...ids])));
    const rubricIds = [...new Set(rows.map(({ rubricId }) => rubricId))];
    const used = await db
      .select()
      .from(rubrics)
      .where(and(eq(rubrics.tenant, tenant), inArray(rubrics.id, rubricIds)));
    const documents = new Map(used.map(({ id, version, document }) => [nameOf(id, version), rubricPart(document)]));
    const files = await filesParts(db, tenant, ids.map(subjectOf));
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...assessmentPart(row),
          ...documents.get(nameOf(row.rubricId, row.rubricVersion)),
          ...files.get(subjectOf(row.id)),
        },
      ]),
    );
  },
  idsAfter: idsOf(assessments),
};
