import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { accounts } from '../accounts/table.ts';
import { assessments } from '../assessments/table.ts';
import { cases } from '../cases/table.ts';
import { isId, type Queries } from '../database/index.ts';
import { imports } from '../imports/table.ts';
import { models } from '../models/table.ts';
import { grants, people } from '../people/table.ts';
import { units } from '../units/table.ts';
import { webhooks } from '../webhooks/table.ts';

type Named = PgTable & { tenant: PgColumn; id: PgColumn };

/** What records of an area are called: by their code, or by a name that is not what a citizen wrote. */
const areas: Readonly<Record<string, readonly [table: Named, name: SQL]>> = {
  case: [cases, sql`${cases.code}`],
  model: [models, sql`${models.name} || ' (' || ${models.code} || ')'`],
  assessment: [assessments, sql`${assessments.subjectName} || ', ' || ${assessments.period}`],
  unit: [units, sql`${units.name}`],
  person: [people, sql`${people.name}`],
  account: [accounts, sql`${accounts.name}`],
  webhook: [webhooks, sql`${webhooks.name}`],
  import: [imports, sql`${imports.fileName}`],
};

async function namesOf(db: Queries, tenant: string, [table, name]: readonly [Named, SQL], ids: readonly string[]) {
  return db
    .select({ id: table.id, name: sql<string>`${name}` })
    .from(table as PgTable)
    .where(and(eq(table.tenant, tenant), inArray(table.id, [...ids]))) as Promise<{ id: string; name: string }[]>;
}

/** What records are called now, by subject, `<area>/<id>`; those that have no name, or are gone, are left out. */
export async function recordNames(
  db: Queries,
  tenant: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const byArea = Map.groupBy(new Set(subjects), (subject) => subject.slice(0, subject.indexOf('/')));
  for (const [area, ofArea] of byArea) {
    const ids = ofArea.map((subject) => subject.slice(area.length + 1)).filter(isId);
    if (ids.length === 0) continue;
    if (area === 'grant') {
      // A role is known by who holds it.
      const rows = await db
        .select({ id: grants.id, name: people.name })
        .from(grants)
        .innerJoin(people, and(eq(people.tenant, grants.tenant), eq(people.id, grants.personId)))
        .where(and(eq(grants.tenant, tenant), inArray(grants.id, ids)));
      for (const { id, name } of rows) found.set(`grant/${id}`, name);
    } else if (areas[area]) {
      for (const { id, name } of await namesOf(db, tenant, areas[area], ids)) found.set(`${area}/${id}`, name);
    }
  }
  return found;
}

/** The names of units and people that the data of events point to, by id. */
export async function pointedTo(
  db: Queries,
  tenant: string,
  data: readonly Record<string, unknown>[],
): Promise<ReadonlyMap<string, string>> {
  const values = data.flatMap((each) => Object.values(each).flat());
  const ids = [...new Set(values.filter((value): value is string => typeof value === 'string' && isId(value)))];
  if (ids.length === 0) return new Map();
  const found = await Promise.all([
    namesOf(db, tenant, areas['unit']!, ids),
    namesOf(db, tenant, areas['person']!, ids),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

/** What the subjects of service accounts begin with. */
const accountPrefix = 'service:';

/** The names of service accounts that did something, by what they are called in events. */
export async function accountNames(
  db: Queries,
  tenant: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(subjects)]
    .filter((subject) => subject.startsWith(accountPrefix))
    .map((subject) => subject.slice(accountPrefix.length))
    .filter(isId);
  if (ids.length === 0) return new Map();
  const found = await namesOf(db, tenant, areas['account']!, ids);
  return new Map(found.map(({ id, name }) => [`${accountPrefix}${id}`, name]));
}
