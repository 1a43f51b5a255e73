import type { DomainEvent } from '@dvk/sdk/api';
import { dateInVietnam, startOfDayInVietnam } from '@dvk/sdk/text';
import { and, eq, gte, sql } from 'drizzle-orm';
import { actorSubject, appendEvent, events } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { subjectOf, type Records, type RecordTable } from './records.ts';

/** Events that say no more than that somebody has read something. */
export type Reading = Extract<DomainEvent['kind'], `${string}-read`>;

/** Writes down that somebody has read what is secret of a record: once for each person, record and day. */
export async function recordRead<Table extends RecordTable>(
  records: Records<Table>,
  id: string,
  kind: Reading,
  context: Context,
): Promise<void> {
  const { db, session, now } = context;
  const { tenant } = session;
  if (!context.inTransaction) throw new Error('Who reads it is written down: the endpoint must be `recorded`');
  const subject = subjectOf(records, id);
  const today = startOfDayInVietnam(dateInVietnam(now));
  const isKnown = async () => {
    const rows = await db
      .select({ position: events.position })
      .from(events)
      .where(
        and(
          eq(events.tenant, tenant),
          eq(events.subject, subject),
          eq(events.kind, kind),
          gte(events.at, today),
          sql`${actorSubject(events)} = ${session.subject}`,
        ),
      )
      .limit(1);
    return rows.length > 0;
  };
  if (await isKnown()) return;
  // The events of a record are numbered: whoever adds one holds the record.
  await lockRecord(records, context, id);
  if (await isKnown()) return;
  await appendEvent(context, { kind, data: {}, subject, state: {} });
}

/** Two changes of one record wait for each other here, as they do where its row is changed. */
export async function lockRecord<Table extends RecordTable>(
  { table }: Records<Table>,
  { db, session }: Pick<Context, 'db' | 'session'>,
  id: string,
): Promise<void> {
  await db
    .select({ id: table.id })
    .from(table as RecordTable)
    .where(and(eq(table.tenant, session.tenant), eq(table.id, id)))
    .for('update');
}
