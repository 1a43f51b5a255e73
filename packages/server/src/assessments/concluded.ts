import { and, eq, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { assessments } from './table.ts';

/** Whether the council has concluded an assessment of a model. */
export async function isConcluded(db: Queries, tenant: string, modelId: string): Promise<boolean> {
  const rows = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(
      and(
        eq(assessments.tenant, tenant),
        eq(assessments.subjectKind, 'model'),
        eq(assessments.subjectId, modelId),
        inArray(assessments.status, ['concluded', 'locked']),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
