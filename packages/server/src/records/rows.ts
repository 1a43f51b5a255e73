import { and, eq, getTableName, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '../database/index.ts';
import { pageOf, type Page, type PageContext, type PageQuery } from '../http/paging.ts';
import { keyOrder } from './key-order.ts';
import { columnOf } from './records.ts';

/** A table whose rows everybody in a tenant may read, such as units. Rows with a policy are `Records`. */
type TenantTable = PgTable & { tenant: PgColumn };

/** The row with this key, if there is one. */
export async function findRow<Table extends TenantTable>(
  db: Queries,
  table: Table,
  key: Partial<Table['$inferSelect']>,
): Promise<Table['$inferSelect'] | undefined> {
  const [row] = await db
    .select()
    .from(table as PgTable)
    .where(and(...Object.entries(key).map(([field, value]) => eq(columnOf(table, field), value))));
  return row;
}

interface RowList {
  /** The fields by which it is ordered; together they name one row. */
  by: readonly string[];
  direction?: 'ascending' | 'descending';
  /** The filters of the query. */
  where?: SQL | undefined;
}

/** One page of a tenant's rows. */
export function listRows<Table extends TenantTable>(
  context: PageContext & { db: Queries },
  query: PageQuery,
  table: Table,
  { by, direction = 'ascending', where }: RowList,
): Promise<Page<Table['$inferSelect']>> {
  const { db, session } = context;
  const order = keyOrder(table, direction, by);
  return pageOf(
    context,
    getTableName(table),
    query,
    (after, count) =>
      db
        .select()
        .from(table as PgTable)
        .where(and(eq(table.tenant, session.tenant), where, after && order.after(after)))
        .orderBy(...order.orderBy)
        .limit(count),
    order.positionOf,
  );
}
