import type { DomainEvent } from '@dvk/sdk/api';
import { appendEvents, type EventActor, type EventContext } from '../events/index.ts';
import { partOf, subjectOf, type Records, type RecordTable } from './records.ts';
import { updateRow } from './write.ts';

interface Insertion<Table extends RecordTable> {
  values: Omit<Table['$inferInsert'], 'tenant' | 'version' | 'createdAt' | 'updatedAt'>;
  event: DomainEvent;
}

/** So many rows are added by one statement. */
const batch = 500;

/** Adds many records, as `insert` adds one; each comes after those that it refers to. */
export async function insertMany<Table extends RecordTable>(
  records: Records<Table>,
  context: EventContext,
  added: readonly Insertion<Table>[],
): Promise<void> {
  const { db, session, now } = context;
  for (let at = 0; at < added.length; at += batch) {
    const part = added.slice(at, at + batch);
    const rows = await db
      .insert(records.table as RecordTable)
      .values(
        part.map(({ values }) => ({ ...values, tenant: session.tenant, version: 1, createdAt: now, updatedAt: now })),
      )
      .returning();
    const byId = new Map(rows.map((row) => [(row as { id: string }).id, row]));
    await append(
      records,
      context,
      part.map(({ values, event }) => ({ row: byId.get((values as { id: string }).id)!, event })),
    );
  }
}

interface Update<Table extends RecordTable> {
  before: Table['$inferSelect'];
  changes: Partial<Table['$inferInsert']>;
  event: DomainEvent;
}

/**
 * Changes many records, as `update` changes one.
 *
 * @throws HttpProblem `precondition-failed` where somebody else was faster
 */
export async function updateMany<Table extends RecordTable>(
  records: Records<Table>,
  context: EventContext,
  changed: readonly Update<Table>[],
  actor?: EventActor,
): Promise<void> {
  const done: { row: Table['$inferSelect']; event: DomainEvent }[] = [];
  for (const { before, changes, event } of changed)
    done.push({ row: await updateRow(records, context, before, changes), event });
  await append(records, context, done, actor);
}

function append<Table extends RecordTable>(
  records: Records<Table>,
  context: EventContext,
  written: readonly { row: Table['$inferSelect']; event: DomainEvent }[],
  actor?: EventActor,
): Promise<void> {
  const events = written.map(({ row, event }) => ({
    ...event,
    subject: subjectOf(records, (row as { id: string }).id),
    state: partOf(records, row),
  }));
  return appendEvents(context, events, actor);
}
