import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { assessments, type AssessmentRow } from './table.ts';

/** An assessment by a version of a rubric, as far as it matters to another version. */
export type AssessmentByRubric = Pick<
  AssessmentRow,
  'id' | 'rubricVersion' | 'subjectName' | 'unitName' | 'period' | 'lines'
>;

/** So many are held at a time: each has its whole table. */
const batchSize = 200;

/** The assessments by any version of a rubric that are not locked. */
export async function* openAssessmentsBy(
  db: Queries,
  tenant: string,
  rubricId: string,
): AsyncGenerator<readonly AssessmentByRubric[]> {
  for (let last: string | undefined; ;) {
    const { id, rubricVersion, subjectName, unitName, period, lines } = assessments;
    const batch = await db
      .select({ id, rubricVersion, subjectName, unitName, period, lines })
      .from(assessments)
      .where(
        and(
          eq(assessments.tenant, tenant),
          eq(assessments.rubricId, rubricId),
          ne(assessments.status, 'locked'),
          last === undefined ? undefined : gt(id, last),
        ),
      )
      .orderBy(asc(id))
      .limit(batchSize);
    if (batch.length > 0) yield batch;
    if (batch.length < batchSize) return;
    last = batch.at(-1)!.id;
  }
}
