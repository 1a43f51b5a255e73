import type { PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from './database.ts';

/** How many values one statement may carry; PostgreSQL allows 65,535. */
const mostValues = 30_000;

/** Inserts many rows in few statements, for seeds and imports. */
export async function insertAll<Table extends PgTable>(
  db: Queries,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  const width = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const batch = Math.floor(mostValues / width);
  for (let at = 0; at < rows.length; at += batch) {
    await db.insert(table).values(rows.slice(at, at + batch) as Table['$inferInsert'][]);
  }
}
