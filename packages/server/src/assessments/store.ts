import type { AssessmentStatus, AssessmentSubject } from '@dvk/sdk/assessments';
import type { Session } from '@dvk/sdk/session';
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { visibleByUnit } from '../policy/index.ts';
import { assessments, type AssessmentRow } from './schema.ts';

interface AssessmentFilters {
  status?: AssessmentStatus | undefined;
  subjectKind?: AssessmentSubject['kind'] | undefined;
  subjectId?: string | undefined;
  period?: string | undefined;
  unitId?: string | undefined;
}

/** The assessments somebody may see: a unit its own, the others all. */
function visible(session: Session): SQL | undefined {
  return and(eq(assessments.tenant, session.tenant), visibleByUnit(session, assessments.unitId));
}

/** Visible assessments, last changed first, up to `count` after a position `[updated at, id]`. */
export async function listAssessments(
  db: Queries,
  session: Session,
  filters: AssessmentFilters,
  after: Position | undefined,
  count: number,
): Promise<AssessmentRow[]> {
  const { status, subjectKind, subjectId, period, unitId } = filters;
  return db
    .select()
    .from(assessments)
    .where(
      and(
        visible(session),
        status && eq(assessments.status, status),
        subjectKind && eq(assessments.subjectKind, subjectKind),
        subjectId ? eq(assessments.subjectId, subjectId) : undefined,
        period ? eq(assessments.period, period) : undefined,
        unitId ? eq(assessments.unitId, unitId) : undefined,
        after && sql`(${assessments.updatedAt}, ${assessments.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(assessments.updatedAt), desc(assessments.id))
    .limit(count);
}

export function assessmentPosition(row: AssessmentRow): Position {
  return [row.updatedAt, row.id];
}

/** An assessment by id, if the session may see it. */
export async function findAssessment(db: Queries, session: Session, id: string): Promise<AssessmentRow | undefined> {
  const [row] = await db
    .select()
    .from(assessments)
    .where(and(visible(session), eq(assessments.id, id)));
  return row;
}

export async function insertAssessment(db: Queries, row: typeof assessments.$inferInsert): Promise<AssessmentRow> {
  const [stored] = await db.insert(assessments).values(row).returning();
  return stored!;
}

/** Changes an assessment if it still has this version; `undefined` when somebody else was faster. */
export async function updateAssessment(
  db: Queries,
  { tenant, id, version }: AssessmentRow,
  now: string,
  changes: Partial<typeof assessments.$inferInsert>,
): Promise<AssessmentRow | undefined> {
  const [row] = await db
    .update(assessments)
    .set({ ...changes, version: version + 1, updatedAt: now })
    .where(and(eq(assessments.tenant, tenant), eq(assessments.id, id), eq(assessments.version, version)))
    .returning();
  return row;
}

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
