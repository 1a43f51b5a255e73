import { holdsOn, stateOf, type Grant, type Person } from '@dvk/sdk/people';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import { people, type GrantRow, type PersonRow } from './table.ts';

/** What a person of the API is made of. */
export type PersonParts = Omit<PersonRow, 'issuer' | 'searchText' | 'tenant' | 'updatedAt'>;

/** People as the API gives them: with the names of their units. */
export async function presentPeople(
  rows: readonly PersonParts[],
  { db, session, services }: Pick<Context, 'db' | 'session' | 'services'>,
): Promise<Person[]> {
  const names = await services.unitNames(
    db,
    session.tenant,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map((row) => ({
    ...row,
    unitName: names.get(row.unitId ?? '') ?? null,
    etag: etagOf(row.version),
    state: stateOf(row),
  }));
}

export const presentPerson = async (row: PersonParts, context: Context): Promise<Person> =>
  (await presentPeople([row], context))[0]!;

/** The names of some people by their ids. */
export async function personNames(
  db: Queries,
  tenant: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.tenant, tenant), inArray(people.id, known)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Grants as the API gives them: with the names of their units and of those who delegated them. */
export async function presentGrants(
  rows: readonly GrantRow[],
  { db, session, services, now }: Context,
): Promise<Grant[]> {
  const { tenant } = session;
  const day = dateInVietnam(now);
  const units = await services.unitNames(
    db,
    tenant,
    rows.map(({ unitId }) => unitId),
  );
  const names = await personNames(
    db,
    tenant,
    rows.map(({ delegatedBy }) => delegatedBy),
  );
  return rows.map((row) => ({
    ...row,
    unitName: units.get(row.unitId ?? '') ?? null,
    delegatedByName: names.get(row.delegatedBy ?? '') ?? null,
    holds: holdsOn(row, day),
  }));
}

export const presentGrant = async (row: GrantRow, context: Context): Promise<Grant> =>
  (await presentGrants([row], context))[0]!;
