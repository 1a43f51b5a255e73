import { sql } from 'drizzle-orm';
import { ourSchema, type Queries } from '../database/index.ts';

/**
 * Lets rows be inserted in any order, as they were and without what inserting does besides: references are checked at the
 * end, triggers rest. In a transaction, which the returned function puts back to the usual.
 */
export async function anyOrder(db: Queries): Promise<() => Promise<void>> {
  const { rows: references } = await db.execute<{ table: string; name: string }>(sql`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name
    FROM pg_constraint WHERE contype = 'f' AND connamespace = ${ourSchema} AND NOT condeferrable`);
  const { rows: triggers } = await db.execute<{ table: string }>(sql`
    SELECT DISTINCT tgrelid::regclass::text AS table FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = ${ourSchema}
    WHERE NOT tgisinternal AND tgenabled = 'O'`);
  const all = async (
    statement: (each: { table: string; name: string }) => string,
    of: { table: string; name?: string }[],
  ) => {
    for (const each of of) await db.execute(sql.raw(statement({ name: '', ...each })));
  };
  await all(
    ({ table, name }) => `ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY DEFERRED`,
    references,
  );
  await all(({ table }) => `ALTER TABLE ${table} DISABLE TRIGGER USER`, triggers);
  return async () => {
    await db.execute(sql`SET CONSTRAINTS ALL IMMEDIATE`);
    await all(({ table, name }) => `ALTER TABLE ${table} ALTER CONSTRAINT ${name} NOT DEFERRABLE`, references);
    await all(({ table }) => `ALTER TABLE ${table} ENABLE TRIGGER USER`, triggers);
  };
}
