import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';

/** Every row of every table as text, by table: also of the tables of the queue. */
export async function everyRow({ queries }: Database): Promise<Map<string, string[]>> {
  const { rows } = await queries.execute<{ name: string }>(sql`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`);
  const found = new Map<string, string[]>();
  for (const { name } of rows) {
    const { rows: texts } = await queries.execute<{ text: string }>(sql.raw(`SELECT t::text AS text FROM ${name} t`));
    found.set(
      name,
      texts.map(({ text }) => text),
    );
  }
  return found;
}

/** The tables and files in which any of some marks stands, in whatever letters, also as bytes. */
export async function whereFound(database: Database, storage: string, marks: readonly string[]): Promise<string[]> {
  const wanted = marks.flatMap((mark) => [mark.toLowerCase(), Buffer.from(mark).toString('hex')]);
  const holds = (text: string) => wanted.some((mark) => text.toLowerCase().includes(mark));
  const tables = [...(await everyRow(database))].flatMap(([name, rows]) => (rows.some(holds) ? [name] : []));
  const files = globSync('**/*', { cwd: storage, withFileTypes: true }).filter((each) => each.isFile());
  const found = files.filter(({ parentPath, name }) => holds(readFileSync(path.join(parentPath, name), 'latin1')));
  return [...tables.sort(), ...found.map(() => 'storage')];
}
