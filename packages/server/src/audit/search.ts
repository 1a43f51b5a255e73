import { findCode } from '@dvk/sdk/text';
import { and, eq, isNotNull, notInArray, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { cases } from '../cases/table.ts';
import { matchesSearch, type Queries } from '../database/index.ts';
import { actorSubject, events } from '../events/index.ts';
import { models } from '../models/table.ts';
import { people } from '../people/table.ts';
import { units } from '../units/table.ts';

/** So many people and records are taken of those that match: who looks for more than that narrows it by other words. */
const most = 20;

type Searched = PgTable & { tenant: PgColumn; id: PgColumn };

async function subjectsOf(db: Queries, tenant: string, area: string, table: Searched, where: SQL | undefined) {
  if (!where) return [];
  const rows = await db
    .select({ id: table.id })
    .from(table as PgTable)
    .where(and(eq(table.tenant, tenant), where))
    .limit(most);
  return rows.map(({ id }) => `${area}/${id as string}`);
}

/**
 * The events that somebody looks for by a person's name or address, by the code of a case or model, or by the name of a unit: what these
 * people did, and what happened to these records. As parts of which each is read in its order.
 */
export async function foundBy(db: Queries, tenant: string, typed: string): Promise<SQL[]> {
  const code = findCode(typed)?.code;
  // Without a letter or a digit nothing is named.
  const named = matchesSearch(people.searchText, typed);
  const doers = named
    ? await db
        .select({ subject: people.subject })
        .from(people)
        .where(and(eq(people.tenant, tenant), isNotNull(people.subject), named))
        .limit(most)
    : [];
  const actors = [...new Set([typed.trim(), ...doers.map(({ subject }) => subject!)])];
  const subjects = [
    ...(await subjectsOf(db, tenant, 'case', cases, code === undefined ? undefined : eq(cases.code, code))),
    ...(await subjectsOf(db, tenant, 'model', models, code === undefined ? undefined : eq(models.code, code))),
    ...(await subjectsOf(db, tenant, 'person', people, named)),
    ...(await subjectsOf(db, tenant, 'unit', units, matchesSearch(units.searchText, typed))),
  ];
  const byOthers = notInArray(sql`coalesce(${actorSubject(events)}, '')`, actors);
  return [
    ...actors.map((actor) => sql`${actorSubject(events)} = ${actor}`),
    ...subjects.map((subject) => and(eq(events.subject, subject), byOthers)!),
  ];
}
