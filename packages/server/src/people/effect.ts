import { endingWith, leftWithout, people, type HeldGrant } from '@dvk/sdk/people';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, isNull } from 'drizzle-orm';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { find } from '../records/find.ts';
import { personNames } from './present.ts';
import { grants, people as table, personRecords, type GrantRow } from './table.ts';

/** The grants of the tenant that were not ended, of people who have not left, each with what it was delegated from. */
async function openGrants({ db, session }: Context): Promise<(GrantRow & HeldGrant)[]> {
  const rows = await db
    .select({ grant: grants })
    .from(grants)
    .innerJoin(table, and(eq(table.tenant, grants.tenant), eq(table.id, grants.personId)))
    .where(and(eq(grants.tenant, session.tenant), isNull(grants.endedAt), isNull(table.leftOn)));
  const byId = new Map(rows.map(({ grant }) => [grant.id, grant]));
  return rows.map(({ grant }) => ({ ...grant, basis: byId.get(grant.basisId ?? '') ?? null }));
}

export const effectRoutes = [
  implement(people.effect, async ({ params, query }, context) => {
    const { db, session, services, now } = context;
    const { tenant } = session;
    const day = dateInVietnam(now);
    const person = await find(personRecords, context, params.id);
    const all = await openGrants(context);
    const chosen = all.filter(
      ({ id, personId }) => personId === person.id && (query.grantId === undefined || id === query.grantId),
    );
    if (query.grantId !== undefined && chosen.length === 0) throw new HttpProblem('not-found');
    const ending = [...chosen];
    // A delegation is from a first grant; the list grows while it is read all the same.
    for (const grant of ending) ending.push(...endingWith(all, [grant]).filter((each) => !ending.includes(each)));
    const also = ending.filter(({ personId }) => personId !== person.id);
    const staying = all.filter((grant) => !ending.includes(grant));
    const left = leftWithout(ending, staying, { day, reach: await services.reach(db, tenant, day) });
    const units = await services.unitNames(db, tenant, [
      ...also.map(({ unitId }) => unitId),
      ...left.map(({ unitIds }) => unitIds?.[0] ?? null),
    ]);
    const names = await personNames(
      db,
      tenant,
      also.map(({ personId }) => personId),
    );
    return {
      alsoEnding: also.map(({ personId, role, unitId }) => ({
        personId,
        personName: names.get(personId)!,
        role,
        unitName: units.get(unitId ?? '') ?? null,
      })),
      leftWithout: left.map(({ role, unitIds }) => ({
        role: role as GrantRow['role'],
        unitId: unitIds?.[0] ?? null,
        unitName: units.get(unitIds?.[0] ?? '') ?? null,
        moreUnits: unitIds === null ? 0 : unitIds.length - 1,
      })),
    };
  }),
];
