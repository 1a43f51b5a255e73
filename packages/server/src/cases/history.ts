import { caseStepEvents, type CaseHistoryEntry } from '@dvk/sdk/cases';
import { actionOfEvent } from '@dvk/sdk/lifecycle';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { RecordState, StoredEvent } from '../events/index.ts';
import { caseSteps, type CaseRow } from './table.ts';

/** A step that the sender reads, as a part of the case's state. */
export function stepPart(row: typeof caseSteps.$inferSelect): RecordState {
  const { tenant: _, caseId: __, ...step } = row;
  return { [`step/${step.sequence}`]: step };
}

/** Adds to the history that the sender reads. */
export async function addStep(
  db: Queries,
  { tenant, id }: Pick<CaseRow, 'tenant' | 'id'>,
  step: CaseHistoryEntry,
): Promise<RecordState> {
  const next = sql<number>`(SELECT coalesce(max(sequence), 0) + 1 FROM case_step WHERE tenant = ${tenant} AND case_id = ${id}::uuid)`;
  const [row] = await db
    .insert(caseSteps)
    .values({ ...step, tenant, caseId: id, sequence: next })
    .returning();
  return stepPart(row!);
}

/** The history that the sender reads, oldest first. */
export async function historyOf(
  db: Queries,
  { tenant, id }: Pick<CaseRow, 'tenant' | 'id'>,
): Promise<CaseHistoryEntry[]> {
  return db
    .select()
    .from(caseSteps)
    .where(and(eq(caseSteps.tenant, tenant), eq(caseSteps.caseId, id)))
    .orderBy(asc(caseSteps.sequence));
}

/** The reasons of events of a case, by sequence: the steps hold them, because they may have to be erased one day. */
export async function reasonsOf(
  db: Queries,
  row: Pick<CaseRow, 'tenant' | 'id'>,
  events: readonly StoredEvent[],
): Promise<Map<number, string | null>> {
  const steps = await historyOf(db, row);
  return new Map(
    events.map(({ sequence, kind, at }) => {
      const action = actionOfEvent(caseStepEvents, kind);
      const step = steps.find((each) => each.action === action && each.at === at);
      return [sequence, step?.note ?? step?.innerNote ?? null];
    }),
  );
}
