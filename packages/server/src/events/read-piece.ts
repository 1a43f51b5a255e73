import { sql } from 'drizzle-orm';
import type { Database, Queries } from '../database/index.ts';

/** Reads a piece of something large. */
export type ReadPiece = <T>(read: (db: Queries) => Promise<T>) => Promise<T>;

/**
 * Reads each piece as it stands at one moment, in a short transaction of its own: between two pieces others have their turn, also
 * where a database has a single connection, and no limit of a transaction ends the reading of a large ledger.
 */
export function piecesOf(database: Database): ReadPiece {
  return (read) =>
    database.transaction(async (db) => {
      await db.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
      return read(db);
    });
}
