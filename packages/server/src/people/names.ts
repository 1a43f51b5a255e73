import { and, eq, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { people } from './table.ts';

/** The names of people of the list, by what the sign-in service calls them; subjects may be missing and repeated. */
export async function peopleNames(
  db: Queries,
  tenant: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(subjects)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ subject: people.subject, name: people.name })
    .from(people)
    .where(and(eq(people.tenant, tenant), inArray(people.subject, wanted)));
  return new Map(rows.map(({ subject, name }) => [subject!, name]));
}
