import { and, eq, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { idsOf, type RecordKind, type RecordState } from '../events/index.ts';
import { partOf, subjectOf, type Records, type RecordTable } from './records.ts';

/** Reads parts of records that are stored in other tables, by subject. */
export type ReadParts<Row> = (
  db: Queries,
  tenant: string,
  subjects: readonly string[],
  rows: readonly Row[],
) => Promise<ReadonlyMap<string, RecordState>>;

/** How the ledger reads the records of an area: their rows, and their parts in other tables. */
export function recordKind<Table extends RecordTable>(
  records: Records<Table>,
  ...further: ReadParts<Table['$inferSelect']>[]
): RecordKind {
  const { area, table } = records;
  return {
    area,
    async read(db, tenant, ids) {
      const rows = await db
        .select()
        .from(table as RecordTable)
        .where(and(eq(table.tenant, tenant), inArray(table.id, [...ids])));
      const subjects = ids.map((id) => subjectOf(records, id));
      const parts: ReadonlyMap<string, RecordState>[] = [];
      for (const read of further) parts.push(await read(db, tenant, subjects, rows));
      return new Map(
        rows.map((row) => {
          const id = row['id'] as string;
          const subject = subjectOf(records, id);
          return [id, Object.assign({ ...partOf(records, row) }, ...parts.map((each) => each.get(subject)))];
        }),
      );
    },
    idsAfter: idsOf(table),
  };
}
