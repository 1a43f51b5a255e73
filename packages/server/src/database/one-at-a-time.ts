import { sql } from 'drizzle-orm';
import type { Queries } from './database.ts';

/** Lets one transaction at a time go on with something: the next one sees what this one has made of it. */
export async function oneAtATime(db: Queries, ...what: string[]): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${what.join('/')}, 0))`);
}
