import { applyCaseStep, type CaseActor, type CaseStepInput } from '@dvk/sdk/cases';
import { isRefused, type Refusal } from '@dvk/sdk/lifecycle';
import type { Context } from '../http/route.ts';
import type { Change } from '../records/change.ts';
import { findUnit } from '../units/store.ts';
import { addStep, historyOf } from './history.ts';
import type { cases, CaseRow } from './table.ts';

/** What a step changes in a case and adds to the history that the sender reads, or why it is refused. */
export async function outcomeOfStep(
  before: CaseRow,
  input: CaseStepInput,
  actors: readonly CaseActor[],
  { db, session, now, services }: Context,
): Promise<Change<typeof cases> | Refusal> {
  const outcome = applyCaseStep(before, input, {
    actors,
    now,
    deadlines: services.deadlines,
    history: await historyOf(db, before),
    unit: input.unitId === undefined ? undefined : await findUnit(db, session.tenant, input.unitId),
  });
  return isRefused(outcome) ? outcome : { ...outcome, parts: (row) => addStep(db, row, outcome.entry) };
}
