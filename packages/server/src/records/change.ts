import type { DomainEvent } from '@dvk/sdk/api';
import type { Role } from '@dvk/sdk/contract';
import type { Refusal } from '@dvk/sdk/lifecycle';
import type { EventActor, RecordState } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { findVersion } from './find.ts';
import type { Records, RecordTable } from './records.ts';
import { accept, update } from './write.ts';

/** What a rule of the SDK allows: new values of the record, and the event that tells of them. */
export interface Change<Table extends RecordTable> {
  changes: Partial<Table['$inferInsert']>;
  event: DomainEvent;
  /** Writes what of the change stands in other tables. */
  parts?: (row: Table['$inferSelect']) => Promise<RecordState>;
}

/** Writes what a rule allows to a record, and refuses what it refuses. */
export function applyOutcome<Table extends RecordTable>(
  records: Records<Table>,
  context: Context,
  before: Table['$inferSelect'],
  outcome: Change<Table> | Refusal,
  actor?: EventActor,
): Promise<Table['$inferSelect']> {
  const { changes, event, parts } = accept(outcome);
  return update(records, context, before, changes, async (row) => ({
    event,
    ...(parts && { parts: await parts(row) }),
    ...(actor && { actor }),
  }));
}

/**
 * The way of every change that a request asks for: the record in the version it names, the rule of its area for somebody
 * in the roles held towards it, one write.
 *
 * @throws HttpProblem `not-found`, `precondition-failed`, or what the rule refuses with
 */
export async function change<Table extends RecordTable>(
  records: Records<Table>,
  context: Context,
  id: string,
  rule: (
    before: Table['$inferSelect'],
    roles: readonly Role[],
  ) => Promise<Change<Table> | Refusal> | Change<Table> | Refusal,
): Promise<Table['$inferSelect']> {
  const before = await findVersion(records, context, id);
  const { policy } = records;
  const roles = policy.rolesTowards(before as Parameters<typeof policy.rolesTowards>[0], context.session);
  return applyOutcome(records, context, before, await rule(before, roles));
}
