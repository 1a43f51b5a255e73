import { loadPlaces } from '@dvk/sdk/places';
import { searchKey, sortKey } from '@dvk/sdk/text';
import { sql, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '../../database/index.ts';
import { testTenant, type Asker, type TestServer } from '../server.ts';

/** An id by its number; `kind` keeps those of two tables apart. */
export const idBy = (kind: string, number: SQL) =>
  sql`('${sql.raw(kind)}000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
export const pick = (values: readonly string[], number: SQL) =>
  sql`(ARRAY[${sql.raw(values.map((each) => `'${each}'`).join(','))}])[(${number}) % ${sql.raw(String(values.length))} + 1]`;
/** Number of a clone, from 1, the oldest first. */
export const n = sql.raw('n');

/** Writes copies of a row, each with other values in some columns, written as SQL of its number `n`. */
export async function clone(
  db: Queries,
  table: PgTable,
  { id, count }: { id: string; count: number },
  changes: Readonly<Record<string, SQL>>,
): Promise<void> {
  const { columns } = getTableConfig(table);
  const names = columns.map(({ name }) => sql.identifier(name));
  const values = columns.map(({ name }) => changes[name] ?? sql`sample.${sql.identifier(name)}`);
  await db.execute(sql`
    INSERT INTO ${table} (${sql.join(names, sql`, `)})
    SELECT ${sql.join(values, sql`, `)}
    FROM ${table} sample, generate_series(1, ${count}::int) AS number (n)
      LEFT JOIN sample_place place ON place.at = n * 1009 % (SELECT count(*) FROM sample_place)
    WHERE sample.tenant = ${testTenant} AND sample.id = ${id}`);
}

/** The names of the communes, so that words are as common or rare as in life. */
export async function addPlaces(db: Queries): Promise<void> {
  const { communes } = await loadPlaces();
  const places = communes.map(({ name, code }, at) => ({
    at,
    name,
    code,
    search: searchKey(name),
    sort: sortKey(name),
  }));
  await db.execute(sql`
    CREATE TABLE sample_place AS SELECT * FROM json_to_recordset(${JSON.stringify(places)}::json)
    AS place (at int, name text, code text, search text, sort text)`);
}

/** Runs work without the search indexes, which are made faster at once than row by row. */
export async function withoutSearch<Result>(db: Queries, work: () => Promise<Result>): Promise<Result> {
  const { rows } = await db.execute<{ name: string; definition: string }>(
    sql`SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE indexdef LIKE '% USING gin %'
      AND tablename IN ('unit', 'model', 'assessment', 'person')`,
  );
  for (const { name } of rows) await db.execute(sql`DROP INDEX ${sql.identifier(name)}`);
  const result = await work();
  for (const { definition } of rows) await db.execute(sql.raw(definition));
  return result;
}

export async function created<Body extends { id: string }>(
  server: TestServer,
  path: string,
  as: Asker,
  body: object,
): Promise<Body> {
  const answer = await server.call<Body>('POST', path, { as, body });
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
