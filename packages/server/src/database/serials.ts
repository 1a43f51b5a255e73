import { makeCode, parseCode } from '@dvk/sdk/text';
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from './database.ts';
import { serialNumbers } from './table.ts';

/** Where a new code is counted. */
export interface CodeScope {
  tenant: string;
  /** The name of the counter; one for each prefix and day. */
  scope: string;
  /** `PA`, `KN`, `MH` … */
  prefix: string;
  /** The day in the code, `YYYY-MM-DD`. */
  day: string;
  /** The rows that have such codes, in their column `code`. */
  table: PgTable;
}

/**
 * The next code of a scope, numbered from 1. Other transactions wait for the counter until this one ends: call it late. A
 * code is given only once: if the next one exists already – part of the database was lost, or an older counter was
 * restored –, counting goes on after the highest code in rows and events.
 */
export async function nextCode(db: Queries, scope: CodeScope): Promise<string> {
  const counted = codeOf(scope, await count(db, scope, 0));
  if (!(await isTaken(db, scope, counted))) return counted;
  return codeOf(scope, await count(db, scope, await highest(db, scope)));
}

const codeOf = ({ prefix, day }: CodeScope, serial: number) => makeCode(prefix, day, serial);

/** Raises the counter by one, to a number above `floor`. */
async function count(db: Queries, { tenant, scope }: CodeScope, floor: number): Promise<number> {
  const [row] = await db
    .insert(serialNumbers)
    .values({ tenant, scope, last: floor + 1 })
    .onConflictDoUpdate({
      target: [serialNumbers.tenant, serialNumbers.scope],
      set: { last: sql`greatest(${serialNumbers.last}, ${floor}) + 1` },
    })
    .returning();
  return row!.last;
}

async function isTaken(db: Queries, { tenant, table }: CodeScope, code: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    SELECT 1 FROM ${table} WHERE tenant = ${tenant} AND code = ${code}
    UNION ALL SELECT 1 FROM event WHERE tenant = ${tenant} AND data ->> 'code' = ${code}
    LIMIT 1`);
  return rows.length > 0;
}

async function highest(db: Queries, scope: CodeScope): Promise<number> {
  const start = codeOf(scope, 0).split('-').slice(0, 2).join('-');
  const { rows } = await db.execute<{ code: string }>(sql`
    SELECT code FROM ${scope.table} WHERE tenant = ${scope.tenant} AND starts_with(code, ${`${start}-`})
    UNION ALL SELECT data ->> 'code' FROM event
    WHERE tenant = ${scope.tenant} AND starts_with(data ->> 'code', ${`${start}-`})`);
  return rows.reduce((most, { code }) => Math.max(most, parseCode(code)?.serial ?? 0), 0);
}
