import { people, personStandings, type Grant, type PersonStanding } from '@dvk/sdk/people';
import type { ReceivedOf } from '@dvk/sdk/contract';
import { addDays, dateInVietnam } from '@dvk/sdk/text';
import { and, desc, eq, gte, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { visible } from '../records/find.ts';
import { listRecords } from '../records/list.ts';
import { settingsOf } from '../settings/in-force.ts';
import { presentGrants, presentPeople } from './present.ts';
import { grants, inState, people as table, personRecords } from './table.ts';

type Filters = ReceivedOf<typeof people.counts>['query'];

/** That a grant holds on a day. */
const holds = (day: string): SQL =>
  sql`${grants.endedAt} IS NULL AND ${grants.from} <= ${day} AND (${grants.to} IS NULL OR ${grants.to} >= ${day})`;

/** That a person of the list has a grant that holds today, and what else is asked of it. */
const hasGrant = (day: string, more?: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM ${grants} WHERE ${and(
    eq(grants.tenant, table.tenant),
    eq(grants.personId, table.id),
    holds(day),
    more,
  )})`;

/** Where people stand, as `standingsOf` of the SDK tells it. */
async function standings(context: Context): Promise<Readonly<Record<PersonStanding, SQL>>> {
  const { now } = context;
  const { idleDays, roleEndsSoonDays } = (await settingsOf(context)).values.thresholds;
  const day = dateInVietnam(now);
  const idleSince = new Date(Date.parse(now) - idleDays.amount * 24 * 60 * 60 * 1000).toISOString();
  const present = sql`${table.leftOn} IS NULL`;
  const isThere = (more: SQL) => and(present, more)!;
  return {
    present,
    'in-force': isThere(hasGrant(day)),
    delegated: isThere(hasGrant(day, isNotNull(grants.basisId))),
    'ends-soon': isThere(hasGrant(day, sql`${grants.to} <= ${addDays(day, roleEndsSoonDays.amount)}`)),
    idle: isThere(sql`coalesce(${table.lastSignInAt}, ${table.createdAt}) < ${idleSince}`),
    'without-role': isThere(sql`NOT ${hasGrant(day)}`),
    left: isNotNull(table.leftOn),
  };
}

/** The grants of some units that reach a unit today: those with their subtree, and those without. */
async function reaching({ db, session, services, now }: Context, unitId: string): Promise<SQL> {
  const day = dateInVietnam(now);
  const reach = await services.reach(db, session.tenant, day);
  const places = await db
    .selectDistinct({ unitId: grants.unitId, withSubtree: grants.withSubtree })
    .from(grants)
    .where(and(eq(grants.tenant, session.tenant), isNotNull(grants.unitId), isNull(grants.endedAt)));
  const ids = (withSubtree: boolean) =>
    places
      .filter((place) => place.withSubtree === withSubtree && reach(place.unitId!, withSubtree).has(unitId))
      .map((place) => place.unitId!);
  const among = (withSubtree: boolean) =>
    and(eq(grants.withSubtree, withSubtree), sql`${grants.unitId} = ANY(${sql.param(ids(withSubtree))}::uuid[])`);
  return hasGrant(day, or(among(true), among(false)));
}

/** The filters beside the state, the unit that somebody works for, and the words. */
async function filtersOf({ role, inUnit }: Filters, context: Context): Promise<SQL | undefined> {
  return and(
    role && hasGrant(dateInVietnam(context.now), eq(grants.role, role)),
    inUnit === undefined ? undefined : or(eq(table.unitId, inUnit), await reaching(context, inUnit)),
  );
}

const standingIn = ({ standing }: Filters, all: Awaited<ReturnType<typeof standings>>): SQL | undefined =>
  standing && or(...standing.map((each) => all[each]));

/** The roles of some people that hold or will hold, by person. */
async function rolesOf(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Grant[]>> {
  const { db, session, now } = context;
  const found = new Map<string, Grant[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(grants)
    .where(
      and(
        eq(grants.tenant, session.tenant),
        inArray(grants.personId, [...ids]),
        isNull(grants.endedAt),
        or(isNull(grants.to), gte(grants.to, dateInVietnam(now))),
      ),
    )
    .orderBy(desc(grants.createdAt), desc(grants.id));
  for (const grant of await presentGrants(rows, context)) found.get(grant.personId)!.push(grant);
  return found;
}

export const peopleListRoutes = [
  implement(people.list, async ({ query }, context) => {
    const { items, nextCursor } = await listRecords(personRecords, context, query, {
      fields: [
        'id',
        'version',
        'createdAt',
        'name',
        'title',
        'unitId',
        'invitation',
        'subject',
        'leftOn',
        'lastSignInAt',
        'sortKey',
      ],
      sections: [{ by: 'sortKey', direction: 'ascending', byUnit: true, parts: query.state && [inState[query.state]] }],
      where: and(await filtersOf(query, context), standingIn(query, await standings(context))),
      unitId: query.unitId,
      q: query.q,
    });
    const roles = await rolesOf(
      context,
      items.map(({ id }) => id),
    );
    const shown = await presentPeople(items, context);
    return { items: shown.map((person) => ({ ...person, roles: roles.get(person.id)! })), nextCursor };
  }),

  implement(people.counts, async ({ query }, context) => {
    const { db, session, now } = context;
    const { q, unitId, state } = query;
    const all = await standings(context);
    const isWanted = standingIn(query, all);
    const [row] = await db
      .select({
        total: sql<number>`count(*) FILTER (WHERE ${isWanted ?? sql`true`})`.mapWith(Number),
        ...Object.fromEntries(
          personStandings.map((each) => [each, sql<number>`count(*) FILTER (WHERE ${all[each]})`.mapWith(Number)]),
        ),
      })
      .from(table)
      .where(
        and(
          visible(personRecords, session),
          unitId === undefined ? undefined : eq(table.unitId, unitId),
          state && inState[state],
          await filtersOf(query, context),
          q === undefined ? undefined : matchesSearch(table.searchText, q),
        ),
      );
    const { total, ...standing } = row as { total: number } & Record<PersonStanding, number>;
    return { asOf: now, total, by: { standing } };
  }),
];
