import { sql } from 'drizzle-orm';
import type { Queries } from './database.ts';

/** The next number of a scope, from 1. Others wait for it until the transaction ends: take it late. */
export async function nextSerial(db: Queries, tenant: string, scope: string): Promise<number> {
  const { rows } = await db.execute<{ last: number }>(sql`
    INSERT INTO serial_number (tenant, scope, last) VALUES (${tenant}, ${scope}, 1)
    ON CONFLICT (tenant, scope) DO UPDATE SET last = serial_number.last + 1
    RETURNING last`);
  return rows[0]!.last;
}
