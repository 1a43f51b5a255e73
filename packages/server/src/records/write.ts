import type { DomainEvent } from '@dvk/sdk/api';
import type { Refusal } from '@dvk/sdk/lifecycle';
import { and, eq } from 'drizzle-orm';
import { appendEvent, type EventActor, type EventContext, type RecordState } from '../events/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { partOf, subjectOf, type Records, type RecordTable } from './records.ts';

/** What a rule allows; a refusal becomes the response. */
export function accept<Done extends object>(outcome: Done | Refusal): Done {
  if (!('refused' in outcome)) return outcome;
  const { refused, issues, detail } = outcome;
  throw new HttpProblem(refused, { ...(issues && { issues }), ...(detail && { detail }) });
}

/** What goes into the ledger with a write. */
interface LedgerEntry {
  event: DomainEvent;
  /** Further parts of the record that the same change writes. */
  parts?: RecordState;
  /** Who did it, where it is not who is signed in. */
  actor?: EventActor;
}

/** Adds a record, and the event that tells of it. */
export async function insert<Table extends RecordTable>(
  records: Records<Table>,
  context: EventContext,
  values: Omit<Table['$inferInsert'], 'tenant' | 'version' | 'createdAt' | 'updatedAt'>,
  entryOf: () => LedgerEntry | Promise<LedgerEntry>,
): Promise<Table['$inferSelect']> {
  const { db, session, now } = context;
  const [row] = await db
    .insert(records.table as RecordTable)
    .values({ ...values, tenant: session.tenant, version: 1, createdAt: now, updatedAt: now })
    .returning();
  await write(records, context, row!, await entryOf());
  return row!;
}

/**
 * Changes a record if it still has the version it was read with, and adds the event that tells of it.
 *
 * @throws HttpProblem `precondition-failed` where somebody else was faster
 */
export async function update<Table extends RecordTable>(
  records: Records<Table>,
  context: EventContext,
  before: Table['$inferSelect'],
  changes: Partial<Table['$inferInsert']>,
  entryOf: (row: Table['$inferSelect']) => LedgerEntry | Promise<LedgerEntry>,
): Promise<Table['$inferSelect']> {
  const row = await updateRow(records, context, before, changes);
  await write(records, context, row, await entryOf(row));
  return row;
}

/** The row of `update`, without its event. */
export async function updateRow<Table extends RecordTable>(
  { table }: Records<Table>,
  { db, now }: Pick<EventContext, 'db' | 'now'>,
  before: Table['$inferSelect'],
  changes: Partial<Table['$inferInsert']>,
): Promise<Table['$inferSelect']> {
  const { tenant, id, version } = before as { tenant: string; id: string; version: number };
  const [row] = await db
    .update(table as RecordTable)
    .set({ ...changes, version: version + 1, updatedAt: now })
    .where(and(eq(table.tenant, tenant), eq(table.id, id), eq(table.version, version)))
    .returning();
  if (!row) throw new HttpProblem('precondition-failed');
  return row;
}

function write<Table extends RecordTable>(
  records: Records<Table>,
  context: EventContext,
  row: Table['$inferSelect'],
  { event, parts, actor }: LedgerEntry,
): Promise<void> {
  const { id } = row as { id: string };
  const state = { ...partOf(records, row), ...parts };
  return appendEvent(context, { ...event, subject: subjectOf(records, id), state }, actor);
}
