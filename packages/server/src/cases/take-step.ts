import { applyCaseStep, type CaseActor, type CaseStepInput } from '@dvk/sdk/cases';
import type { EventActor } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { accept, update } from '../records/write.ts';
import { findUnit } from '../units/store.ts';
import { addStep, historyOf } from './history.ts';
import { caseRecords, type CaseRow } from './table.ts';

/** Takes a step of a case: the record, the history that the sender reads, and the event. */
export async function takeStep(
  before: CaseRow,
  input: CaseStepInput,
  actors: readonly CaseActor[],
  context: Context,
  actor?: EventActor,
): Promise<CaseRow> {
  const { db, session, now, services } = context;
  const { changes, event, entry } = accept(
    applyCaseStep(before, input, {
      actors,
      now,
      deadlines: services.deadlines,
      history: await historyOf(db, before),
      unit: input.unitId === undefined ? undefined : await findUnit(db, session.tenant, input.unitId),
    }),
  );
  return update(caseRecords, context, before, changes, async (row) => ({
    event,
    parts: await addStep(db, row, entry),
    ...(actor && { actor }),
  }));
}
