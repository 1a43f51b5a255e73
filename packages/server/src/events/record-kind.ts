import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '../database/index.ts';
import type { RecordState } from './event.ts';

/** A kind of record whose rows are compared with the digests in their events. */
export interface RecordKind {
  /** The first part of its subjects: `case` for `case/<id>`. */
  area: string;
  /** These records as they now are in the database, by id; missing ones are left out. */
  read(db: Queries, tenant: string, ids: readonly string[]): Promise<Map<string, RecordState>>;
  /** Ids, in order, of those after one of them that must have events. */
  idsAfter(db: Queries, tenant: string, after: string | undefined, count: number): Promise<string[]>;
}

/** The ids of a table, page by page. */
export function idsOf(table: PgTable & { tenant: PgColumn; id: PgColumn }, only?: SQL): RecordKind['idsAfter'] {
  return async (db, tenant, after, count) => {
    const rows = await db
      .select({ id: table.id })
      .from(table as PgTable)
      .where(and(eq(table.tenant, tenant), only, after === undefined ? undefined : gt(table.id, after)))
      .orderBy(asc(table.id))
      .limit(count);
    return rows.map(({ id }) => id as string);
  };
}
