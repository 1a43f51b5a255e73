import type { Rubric } from '@dvk/sdk/rubrics';
import { and, eq, inArray } from 'drizzle-orm';
import { filesParts } from '../attachments/store.ts';
import type { RecordState } from '../events/index.ts';
import { recordKind, type ReadParts } from '../records/kind.ts';
import { subjectOf } from '../records/records.ts';
import { rubrics } from '../rubrics/table.ts';
import { assessmentRecords, type AssessmentRow } from './table.ts';

/** The rubric that an assessment is scored by, as a part of the assessment's state. */
export function rubricPart(document: Rubric): RecordState {
  return { rubric: document };
}

const nameOf = (id: string, version: string) => JSON.stringify([id, version]);

const usedRubrics: ReadParts<AssessmentRow> = async (db, tenant, _subjects, rows) => {
  const ids = [...new Set(rows.map(({ rubricId }) => rubricId))];
  const used = await db
    .select()
    .from(rubrics)
    .where(and(eq(rubrics.tenant, tenant), inArray(rubrics.id, ids)));
  const documents = new Map(used.map(({ id, version, document }) => [nameOf(id, version), document]));
  return new Map(
    rows.flatMap(({ id, rubricId, rubricVersion }) => {
      const document = documents.get(nameOf(rubricId, rubricVersion));
      return document ? [[subjectOf(assessmentRecords, id), rubricPart(document)]] : [];
    }),
  );
};

/** Assessments, each with its rubric and the attached files. */
export const assessmentKind = recordKind(assessmentRecords, usedRubrics, filesParts);
