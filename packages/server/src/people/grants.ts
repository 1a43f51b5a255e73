import { applyEnding, applyGrant, endingWith, people, type Ending } from '@dvk/sdk/people';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { newId } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { find } from '../records/find.ts';
import { findRow, listRows } from '../records/rows.ts';
import { accept, insert, update } from '../records/write.ts';
import { findUnit } from '../units/store.ts';
import { keepAdministrator, takePeople } from './administrators.ts';
import { presentGrant, presentGrants } from './present.ts';
import { grantRecords, grants as table, personRecords, type GrantRow } from './table.ts';

const isAdministrator = ({ session }: Context) => session.roles.includes('administrator');

/** The grants of these people that were not ended. */
async function openGrantsOf({ db, session }: Context, personId: string): Promise<GrantRow[]> {
  return db
    .select()
    .from(table)
    .where(and(eq(table.tenant, session.tenant), eq(table.personId, personId), isNull(table.endedAt)));
}

/** Ends grants and all that was delegated from them. The caller has taken the list of people. */
async function end(context: Context, rows: readonly GrantRow[], reason: string, because: Ending): Promise<void> {
  const { db, session, now } = context;
  for (const row of rows) {
    const { changes, event } = accept(applyEnding(row, { reason, now, because }));
    await update(grantRecords, context, row, changes, () => ({ event }));
  }
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const delegated = await db
    .select()
    .from(table)
    .where(and(eq(table.tenant, session.tenant), inArray(table.basisId, ids)));
  await end(context, endingWith(delegated, rows), reason, 'basis-ended');
}

/** Ends all that somebody holds, and all that they delegated. */
export async function endGrantsOf(context: Context, personId: string, reason: string): Promise<void> {
  await end(context, await openGrantsOf(context, personId), reason, 'left');
}

export const grantRoutes = [
  implement(people.grants, async ({ params, query }, context) => {
    const person = await find(personRecords, context, params.id);
    const { items, nextCursor } = await listRows(context, query, table, {
      by: ['createdAt', 'id'],
      direction: 'descending',
      where: eq(table.personId, person.id),
    });
    return { items: await presentGrants(items, context), nextCursor };
  }),

  implement(people.grant, async ({ params, body }, context) => {
    const { db, session, now, services } = context;
    const { tenant, personId = null } = session;
    const day = dateInVietnam(now);
    await takePeople(db, tenant);
    const { id, leftOn, subject } = await find(personRecords, context, params.id);
    const outcome = applyGrant(
      body,
      { id, leftOn, isGiver: id === personId || subject === session.subject },
      {
        personId,
        administrator: isAdministrator(context),
        grants: personId === null ? [] : await openGrantsOf(context, personId),
      },
      { day, reach: await services.reach(db, tenant, day) },
    );
    const { changes, event } = accept(outcome);
    if (body.unitId !== null && !(await findUnit(db, tenant, body.unitId)))
      refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
    return presentGrant(await insert(grantRecords, context, { ...changes, id: newId() }, () => ({ event })), context);
  }),

  implement(people.endGrant, async ({ params, body }, context) => {
    const { db, session } = context;
    const { tenant, personId } = session;
    await takePeople(db, tenant);
    const grant = await findRow(db, table, { tenant, id: params.grantId, personId: params.id });
    const mayEnd = isAdministrator(context) || (personId !== undefined && grant?.delegatedBy === personId);
    if (!grant || !mayEnd) throw new HttpProblem('not-found');
    if (grant.role === 'administrator') await keepAdministrator(context, { grantId: grant.id });
    await end(context, [grant], body.reason, 'ended');
    return presentGrant((await findRow(db, table, { tenant, id: grant.id }))!, context);
  }),
];
