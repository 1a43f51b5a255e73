import type { RowPolicy, Session } from '@dvk/sdk/session';
import { getTableColumns, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { RecordState } from '../events/index.ts';

/** A table of records that people change; see `keyColumns` and `changeColumns`. */
export type RecordTable = PgTable & Record<'tenant' | 'id' | 'version' | 'createdAt' | 'updatedAt', PgColumn>;

/** The records of an area: where they are, and who sees and changes them. */
export interface Records<Table extends RecordTable> {
  /** The first part of their subjects, `case` for `case/<id>`. */
  area: string;
  table: Table;
  /** Its unit fields are columns of the table. */
  policy: RowPolicy<keyof Table['$inferSelect'] & string>;
  /** Of the records that the policy lets somebody see, those that nothing else keeps from them; absent for all. */
  only?: (session: Session) => SQL | undefined;
  /** Columns that follow from others, beside the search text: events say nothing of them. */
  derived?: readonly (keyof Table['$inferSelect'] & string)[];
}

/** The name under which events, files and history know a record. */
export function subjectOf({ area }: { area: string }, id: string): string {
  return `${area}/${id}`;
}

/** The part of a record's state that its row is: all columns but those that are derived from the others. */
export function partOf(
  { area, derived = [] }: { area: string; derived?: readonly string[] },
  row: object,
): RecordState {
  const leftOut = ['searchText', ...derived];
  return { [area]: Object.fromEntries(Object.entries(row).filter(([name]) => !leftOut.includes(name))) };
}

/** A column of a table by the name of its field. */
export function columnOf(table: PgTable, field: string): PgColumn {
  return (getTableColumns(table) as Record<string, PgColumn>)[field]!;
}
