import { and, eq, getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '../database/index.ts';
import { pageOf, type Page, type PageContext, type PageQuery } from '../http/paging.ts';
import { firstInOrder } from './in-order.ts';
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
  /** The rows that it holds, as an index in this order knows them. */
  where?: SQL | undefined;
  /** A filter, as parts that have no row in common, each with an index in this order. */
  parts?: readonly SQL[] | undefined;
  /** Filters without such an index. */
  filter?: SQL | undefined;
}

/** One page of a tenant's rows. */
export function listRows<Table extends TenantTable>(
  context: PageContext & { db: Queries },
  query: PageQuery,
  table: Table,
  { by, direction = 'ascending', where, parts, filter }: RowList,
): Promise<Page<Table['$inferSelect']>> {
  const { db, session } = context;
  const order = keyOrder(table, direction, by);
  return pageOf(
    context,
    getTableName(table),
    query,
    (after, count) =>
      firstInOrder(
        db,
        {
          table,
          columns: getTableColumns(table as PgTable),
          direction,
          by,
          within: and(eq(table.tenant, session.tenant), where, after && order.after(after)),
          parts,
          where: filter,
        },
        count,
      ),
    order.positionOf,
  );
}
