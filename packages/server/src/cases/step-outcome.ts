import { applyCaseStep, type CaseActor, type CaseStepInput } from '@dvk/sdk/cases';
import { isRefused, type Refusal } from '@dvk/sdk/lifecycle';
import type { Context } from '../http/route.ts';
import type { Change } from '../records/change.ts';
import { settingsOf } from '../settings/in-force.ts';
import { findUnit } from '../units/store.ts';
import { setAnswerFiles } from './answers.ts';
import { addStep, historyOf } from './history.ts';
import type { cases, CaseRow } from './table.ts';

/** What a step changes in a case and adds to the history that the sender reads, or why it is refused. */
export async function outcomeOfStep(
  before: CaseRow,
  { attachments = [], ...input }: CaseStepInput & { attachments?: string[] | undefined },
  actors: readonly CaseActor[],
  context: Context,
): Promise<Change<typeof cases> | Refusal> {
  const { db, session, now } = context;
  const { deadlines } = await settingsOf(context);
  const outcome = applyCaseStep(before, input, {
    actors,
    now,
    deadlines,
    history: await historyOf(db, before),
    unit: input.unitId === undefined ? undefined : await findUnit(db, session.tenant, input.unitId),
  });
  if (isRefused(outcome)) return outcome;
  // Files of other steps than answers belong to nothing.
  const ids = input.action === 'answer' ? attachments : [];
  return {
    ...outcome,
    // What is written from now on is not erased yet.
    changes: { ...outcome.changes, erased: null, erasedAt: null },
    parts: async (row) => ({
      ...(await addStep(db, row, outcome.entry)),
      ...(await setAnswerFiles(context, row, ids)),
    }),
  };
}
