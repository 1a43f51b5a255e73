import { getTableName, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { tablesOfCode } from './schema.ts';

const tables = (await tablesOfCode()).map((table) => getTableName(table));

/** Somebody with all powers over the database, and no key: triggers and foreign keys do not hold him. */
export class Attacker {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Runs statements, one after the other. */
  async run(...statements: (SQL | string)[]): Promise<void> {
    await this.#database.transaction(async (db) => {
      await db.execute(sql`SET LOCAL session_replication_role = replica`);
      for (const statement of statements) await db.execute(statement);
    });
  }

  /** Keeps a copy of everything. */
  remember(name: string): Promise<void> {
    return this.run(...tables.map((table) => `CREATE TABLE ${name}_${table} AS TABLE ${table}`));
  }

  /** Puts rows back as they were; of everything, or of these tables alone. */
  restore(name: string, only: readonly string[] = tables): Promise<void> {
    return this.run(
      ...only.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM ${name}_${table}`]),
    );
  }
}
