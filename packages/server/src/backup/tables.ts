import { createHash } from 'node:crypto';
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import { ourSchema, type Queries } from '../database/index.ts';
import { schema as jobSchema } from '../queue/boss.ts';
import { storedJobs } from '../queue/stored-job.ts';
import type { Counted } from './format.ts';

interface Column {
  name: string;
  /** As PostgreSQL writes it. */
  type: string;
  /** Whether the order of its values depends on a collation. */
  collated: boolean;
}

/** A table of the database at hand. */
export interface StoredTable {
  schema: string;
  name: string;
  /** Those that are stored, not those that follow from others. */
  columns: readonly Column[];
  /** The columns of its primary key. */
  key: readonly string[];
}

/** How a table is named in a backup: ours as in `public`, whatever their schema is here. */
export const nameOf = ({ schema, name }: StoredTable): string =>
  `${schema === jobSchema ? jobSchema : 'public'}.${name}`;
const sqlName = ({ schema, name }: StoredTable): SQL => sql`${sql.identifier(schema)}.${sql.identifier(name)}`;

/** Migrations are carried out anew, not copied. */
const madeByMigrations = new Set(['schema_migration']);
/** Of the tables of pg-boss, which belong to its version, the jobs alone are copied: by the columns that we rely on. */
const jobColumns = new Set(Object.values(getTableColumns(storedJobs)).map(({ name }) => name));

/** All tables whose rows a backup holds, as the database has them, in the order of their names; not those that no crash need survive. */
export async function storedTables(db: Queries): Promise<StoredTable[]> {
  const { rows } = await db.execute<{ schema: string; name: string; columns: Column[]; key: string[] | null }>(sql`
    SELECT n.nspname AS schema, c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                                         'collated', a.attcollation <> 0) ORDER BY a.attnum)
         FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT json_agg(a.attname ORDER BY array_position(i.indkey::int[], a.attnum::int))
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int[])
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE (n.oid = ${ourSchema} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p')
       OR (n.nspname = ${jobSchema} AND c.relname = 'job')
    ORDER BY n.nspname <> ${jobSchema}, c.relname COLLATE "C"`);
  return rows
    .filter(({ schema, name }) => schema === jobSchema || !madeByMigrations.has(name))
    .map(({ schema, name, columns, key }) => ({
      schema,
      name,
      columns: schema === jobSchema ? columns.filter((column) => jobColumns.has(column.name)) : columns,
      key: key ?? [],
    }));
}

/** What makes the texts of values the same on every server. */
export async function plainTexts(db: Queries): Promise<void> {
  await db.execute(sql`SET LOCAL TimeZone = 'UTC'`);
  await db.execute(sql`SET LOCAL DateStyle = 'ISO, YMD'`);
  await db.execute(sql`SET LOCAL bytea_output = 'hex'`);
  await db.execute(sql`SET LOCAL IntervalStyle = 'iso_8601'`);
  await db.execute(sql`SET LOCAL extra_float_digits = 1`);
}

const rowsAtOnce = 200;

/**
 * The rows of a table as lines, in the order of its key, whatever the database's collation is. To be called in a transaction
 * that has {@link plainTexts}.
 */
export async function* linesOf(db: Queries, table: StoredTable): AsyncGenerator<string[]> {
  const texts = sql.join(
    table.columns.map(({ name }) => sql`${sql.identifier(name)}::text`),
    sql`, `,
  );
  const order = table.key.map((name) => {
    const { collated } = table.columns.find((column) => column.name === name)!;
    return collated ? sql`${sql.identifier(name)} COLLATE "C"` : sql.identifier(name);
  });
  const line = sql`json_build_array(${texts})::text`;
  const by = order.length > 0 ? sql.join(order, sql`, `) : sql`${line} COLLATE "C"`;
  await db.execute(sql`
    DECLARE stored_rows NO SCROLL CURSOR FOR
    SELECT ${line} AS line FROM ${sqlName(table)} ORDER BY ${by}`);
  try {
    for (;;) {
      const { rows } = await db.execute<{ line: string }>(sql`FETCH ${sql.raw(String(rowsAtOnce))} FROM stored_rows`);
      if (rows.length > 0) yield rows.map(({ line }) => line);
      if (rows.length < rowsAtOnce) break;
    }
  } finally {
    await db.execute(sql`CLOSE stored_rows`);
  }
}

/** Counts lines and hashes them, in their order. */
export class LineCount {
  #rows = 0;
  readonly #hash = createHash('sha256');

  add(lines: readonly string[]): void {
    this.#rows += lines.length;
    for (const line of lines) this.#hash.update(line).update('\n');
  }

  end(): Counted {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** How many rows a table has, and what they hash to. */
export async function countTable(db: Queries, table: StoredTable): Promise<Counted> {
  const count = new LineCount();
  for await (const lines of linesOf(db, table)) count.add(lines);
  return count.end();
}

/** Keeps everybody else out of tables until the transaction ends. */
export async function lockTables(db: Queries, tables: readonly StoredTable[]): Promise<void> {
  await db.execute(sql`LOCK TABLE ${sql.join(tables.map(sqlName), sql`, `)} IN ACCESS EXCLUSIVE MODE`);
}

/** Whether a table has a row. */
export async function hasRows(db: Queries, table: StoredTable): Promise<boolean> {
  const { rows } = await db.execute(sql`SELECT 1 FROM ${sqlName(table)} LIMIT 1`);
  return rows.length > 0;
}

/** A table with the columns that a backup has, in its order; `undefined` where the database lacks one. */
export function withColumns(table: StoredTable, names: readonly string[]): StoredTable | undefined {
  const columns = names.flatMap((name) => table.columns.find((column) => column.name === name) ?? []);
  return columns.length === names.length ? { ...table, columns } : undefined;
}

/** Inserts rows. */
export async function insertLines(db: Queries, table: StoredTable, lines: readonly string[]): Promise<void> {
  const names = sql.join(
    table.columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  // The type is the database's own word for it, not text from the backup.
  const values = sql.join(
    table.columns.map(({ type }, place) => sql`(line->>${sql.raw(String(place))})::${sql.raw(type)}`),
    sql`, `,
  );
  await db.execute(sql`
    INSERT INTO ${sqlName(table)} (${names}) SELECT ${values} FROM json_array_elements(${`[${lines.join(',')}]`}::json) AS line`);
}
