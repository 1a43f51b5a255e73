import type { Session } from '@dvk/sdk/session';
import { and, eq, type SQL } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { requireVersion } from '../http/etag.ts';
import { visibleByUnit } from '../policy/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { columnOf, type Records, type RecordTable } from './records.ts';

/** Who asks for a record, and the connection to look it up with. */
export interface Asking {
  db: Queries;
  session: Session;
}

/** The records that somebody may see. */
export function visible<Table extends RecordTable>({ table, policy, only }: Records<Table>, session: Session): SQL {
  const units = policy.unitFields.map((field) => columnOf(table, field));
  return and(eq(table.tenant, session.tenant), visibleByUnit(session, ...units), only?.(session))!;
}

/** A record by id, if the session may see it. */
export async function lookUp<Table extends RecordTable>(
  records: Records<Table>,
  { db, session }: Asking,
  id: string,
): Promise<Table['$inferSelect'] | undefined> {
  const { table } = records;
  const [row] = await db
    .select()
    .from(table as RecordTable)
    .where(and(visible(records, session), eq(table.id, id)));
  return row;
}

/** A record by id; one that the session may not see is not found. */
export async function find<Table extends RecordTable>(
  records: Records<Table>,
  asking: Asking,
  id: string,
): Promise<Table['$inferSelect']> {
  const row = await lookUp(records, asking, id);
  if (!row) throw new HttpProblem('not-found');
  return row;
}

/** A record about to be changed: of the version that the request names. */
export async function findVersion<Table extends RecordTable>(
  records: Records<Table>,
  asking: Asking & { expectedVersion: number },
  id: string,
): Promise<Table['$inferSelect']> {
  const row = await find(records, asking, id);
  requireVersion(row as { version: number }, asking);
  return row;
}
