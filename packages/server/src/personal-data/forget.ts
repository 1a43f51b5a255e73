import { and, arrayOverlaps, asc, eq, inArray, isNotNull, lt, ne, sql, type SQL } from 'drizzle-orm';
import type { EventContext, NewEvent } from '../events/index.ts';
import { partOf, subjectOf } from '../records/records.ts';
import { updateRow } from '../records/write.ts';
import { eraseSubjects } from './subject.ts';
import { dataRequestRecords, dataRequests, dataRequestSubjects, type DataRequestRow } from './table.ts';

/** What is left of a request without anything that somebody wrote. */
export const textlessRequest = ({ extension }: Pick<DataRequestRow, 'extension'>) => ({
  statusReason: null,
  extension: extension && { ...extension, reason: '' },
});

/** The requests that have ended and still say who asked. */
export const endedWithSubject = (tenant: string, where: SQL | undefined): SQL =>
  and(
    eq(dataRequests.tenant, tenant),
    isNotNull(dataRequests.endedAt),
    sql`EXISTS (SELECT 1 FROM ${dataRequestSubjects} WHERE ${dataRequestSubjects.tenant} = ${dataRequests.tenant} AND ${dataRequestSubjects.requestId} = ${dataRequests.id})`,
    where,
  )!;

/** Requests that ended before an instant. */
export const endedBefore = (before: string) => lt(dataRequests.endedAt, before);

/** Which requests are to be forgotten. */
interface Forgotten {
  caseIds?: readonly string[];
  ids?: readonly string[];
  /** One that the caller changes itself. */
  except?: string | undefined;
}

/** Erases who asked in requests that have ended. The caller adds the events. */
export async function forgetRequests(
  context: Pick<EventContext, 'db' | 'session' | 'now'>,
  { caseIds, ids, except }: Forgotten,
): Promise<NewEvent[]> {
  const { db, session } = context;
  const where = and(
    caseIds && arrayOverlaps(dataRequests.caseIds, [...caseIds]),
    ids && inArray(dataRequests.id, [...ids]),
    except === undefined ? undefined : ne(dataRequests.id, except),
  );
  const rows = await db
    .select()
    .from(dataRequests)
    .where(endedWithSubject(session.tenant, where))
    .orderBy(asc(dataRequests.id))
    .for('update');
  const gone = await eraseSubjects(
    db,
    session.tenant,
    rows.map(({ id }) => id),
  );
  const events: NewEvent[] = [];
  for (const before of rows) {
    const row = await updateRow(dataRequestRecords, context, before, textlessRequest(before));
    events.push({
      kind: 'data-request.erased',
      data: {},
      subject: subjectOf(dataRequestRecords, row.id),
      state: { ...partOf(dataRequestRecords, row), ...gone },
    });
  }
  return events;
}
