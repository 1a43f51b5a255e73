import { globSync } from 'node:fs';
import { is, SQL, type Column } from 'drizzle-orm';
import { getTableConfig, IndexedColumn, PgDialect, PgTable } from 'drizzle-orm/pg-core';
import type { PoolClient } from 'pg';

const source = new URL('../', import.meta.url);

/** Every table that the code knows: what the files named `table.ts` export. */
export async function tablesOfCode(): Promise<PgTable[]> {
  const files = globSync('**/table.ts', { cwd: source });
  const modules = await Promise.all(files.map((file) => import(new URL(file, source).href) as Promise<object>));
  return modules.flatMap((each) => Object.values(each)).filter((value) => is(value, PgTable));
}

const dialect = new PgDialect();
const quoted = (name: string) => `"${name}"`;
const names = (columns: readonly Column[]) => columns.map(({ name }) => quoted(name)).join(', ');

/** A piece of SQL without parameters, as it stands in a definition. */
function textOf(piece: SQL): string {
  const { sql, params } = dialect.sqlToQuery(piece);
  if (params.length > 0) throw new Error(`A definition cannot have parameters: ${sql}`);
  return sql;
}

function defaultOf({ hasDefault, default: value }: Column): string {
  if (!hasDefault || value === undefined) return '';
  return ` DEFAULT ${is(value, SQL) ? textOf(value) : JSON.stringify(value)}`;
}

/** The statements that make a table as the code describes it, without the references to others. */
function statementsFor(table: PgTable): string[] {
  const config = getTableConfig(table);
  const lines = [
    ...config.columns.map(
      (column) =>
        `${quoted(column.name)} ${column.getSQLType()}${column.notNull ? ' NOT NULL' : ''}${defaultOf(column)}${column.primary ? ' PRIMARY KEY' : ''}`,
    ),
    ...config.primaryKeys.map(({ columns }) => `PRIMARY KEY (${names(columns)})`),
    ...config.uniqueConstraints.map(({ columns }) => `UNIQUE (${names(columns)})`),
    ...config.checks.map(({ value }) => `CHECK (${textOf(value)})`),
  ];
  const indexes = config.indexes.map(({ config: { name, unique, method, columns, where, with: storage } }) => {
    const parts = columns.map((column) => {
      if (is(column, SQL)) return textOf(column);
      const { name: of, indexConfig } = column as IndexedColumn;
      return `${quoted(of!)} ${indexConfig.order ?? 'asc'} NULLS ${indexConfig.nulls ?? 'last'}`;
    });
    const options = Object.entries(storage ?? {}).map(([option, value]) => `${option} = ${String(value)}`);
    return [
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoted(name!)} ON ${quoted(config.name)}`,
      `USING ${method ?? 'btree'} (${parts.join(', ')})`,
      ...(options.length > 0 ? [`WITH (${options.join(', ')})`] : []),
      ...(where ? [`WHERE ${textOf(where)}`] : []),
    ].join(' ');
  });
  return [`CREATE TABLE ${quoted(config.name)} (${lines.join(', ')})`, ...indexes];
}

function referencesOf(table: PgTable): string[] {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys.map((key) => {
    const { columns, foreignTable, foreignColumns } = key.reference();
    const target = quoted(getTableConfig(foreignTable as PgTable).name);
    return `ALTER TABLE ${quoted(name)} ADD FOREIGN KEY (${names(columns)}) REFERENCES ${target} (${names(foreignColumns)})`;
  });
}

/** Makes the tables of the code in an empty schema of the same database. */
export async function createTables(client: PoolClient, schema: string, tables: readonly PgTable[]): Promise<void> {
  await client.query(`CREATE SCHEMA ${schema}; SET LOCAL search_path = ${schema}, public`);
  const statements = [...tables.flatMap(statementsFor), ...tables.flatMap(referencesOf)];
  for (const statement of statements) await client.query(statement);
}

/** What PostgreSQL says of the tables of a schema: a line for each column, constraint and index, in its own words. */
export async function describeSchema(client: PoolClient, schema: string): Promise<string[]> {
  await client.query(`SET LOCAL search_path = ${schema}, public`);
  const { rows } = await client.query<{ line: string }>(
    `
    WITH tables AS (
      SELECT oid, relname FROM pg_class
      WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p') AND relname <> 'schema_migration'
    )
    SELECT format('%s: column %s %s%s%s%s', relname, attname, format_type(atttypid, atttypmod),
      CASE WHEN attcollation <> typcollation THEN ' COLLATE ' || attcollation::regcollation END,
      CASE WHEN attnotnull THEN ' NOT NULL' END,
      ' DEFAULT ' || pg_get_expr(adbin, adrelid)) || CASE WHEN attidentity <> '' THEN ' IDENTITY' ELSE '' END AS line
    FROM tables
    JOIN pg_attribute ON attrelid = tables.oid AND attnum > 0 AND NOT attisdropped
    JOIN pg_type ON pg_type.oid = atttypid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    UNION ALL
    SELECT format('%s: %s', relname, pg_get_constraintdef(pg_constraint.oid))
    FROM tables JOIN pg_constraint ON conrelid = tables.oid AND contype IN ('p', 'u', 'f', 'c', 'x')
    UNION ALL
    SELECT format('%s: %s', relname, pg_get_indexdef(indexrelid))
    FROM tables JOIN pg_index ON indrelid = tables.oid
    WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))`,
    [schema],
  );
  return rows.map(({ line }) => line.replaceAll(` ${schema}.`, ' ')).sort();
}
