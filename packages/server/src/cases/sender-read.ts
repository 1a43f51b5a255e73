import { dateInVietnam, startOfDayInVietnam } from '@dvk/sdk/text';
import { and, eq, gte, sql } from 'drizzle-orm';
import { actorSubject, appendEvent, events } from '../events/index.ts';
import type { Context } from '../http/route.ts';
import { subjectOf } from '../records/records.ts';
import { caseRecords, cases, type CaseRow } from './table.ts';

/** Writes down that somebody has read who sent a case: once for each person, case and day. */
export async function recordSenderRead({ tenant, id }: CaseRow, context: Context): Promise<void> {
  const { db, session, now } = context;
  if (!context.inTransaction) throw new Error('Who reads a sender is written down: the endpoint must be `recorded`');
  const subject = subjectOf(caseRecords, id);
  const today = startOfDayInVietnam(dateInVietnam(now));
  const isKnown = async () => {
    const rows = await db
      .select({ position: events.position })
      .from(events)
      .where(
        and(
          eq(events.tenant, tenant),
          eq(events.subject, subject),
          eq(events.kind, 'case.sender-read'),
          gte(events.at, today),
          sql`${actorSubject(events)} = ${session.subject}`,
        ),
      )
      .limit(1);
    return rows.length > 0;
  };
  if (await isKnown()) return;
  // The events of a case are numbered: whoever adds one holds the case.
  await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.tenant, tenant), eq(cases.id, id)))
    .for('update');
  if (await isKnown()) return;
  await appendEvent(context, { kind: 'case.sender-read', data: {}, subject, state: {} });
}
