import { applyAddition, applyLeaving, applyPersonChange, applyReturn, people } from '@dvk/sdk/people';
import { dateInVietnam } from '@dvk/sdk/text';
import { brokenUnique, newId } from '../database/index.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { change } from '../records/change.ts';
import { find } from '../records/find.ts';
import { historyOfRecord } from '../records/history.ts';
import { insert } from '../records/write.ts';
import { findUnit } from '../units/store.ts';
import { keepAdministrator, takePeople } from './administrators.ts';
import { effectRoutes } from './effect.ts';
import { endGrantsOf, grantRoutes } from './grants.ts';
import { keysOf } from './keys.ts';
import { peopleListRoutes } from './list.ts';
import { presentPerson } from './present.ts';
import { personRecords } from './table.ts';

async function requireUnit({ db, session }: Context, unitId: string | null | undefined): Promise<void> {
  if (unitId && !(await findUnit(db, session.tenant, unitId))) refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
}

/** An invitation is one person's, whoever of two requests comes first. */
function refuseTaken(error: unknown): never {
  if (brokenUnique(error) === undefined) throw error;
  throw new HttpProblem('validation-failed', { issues: [{ pointer: '/invitation', code: 'already-invited' }] });
}

export const peopleRoutes = [
  ...peopleListRoutes,
  ...grantRoutes,
  ...effectRoutes,

  implement(people.get, async ({ params }, context) =>
    presentPerson(await find(personRecords, context, params.id), context),
  ),

  implement(people.add, async ({ body }, context) => {
    await requireUnit(context, body.unitId);
    const { changes, event } = applyAddition(body);
    const values = { ...changes, ...keysOf(changes), id: newId() };
    const row = await insert(personRecords, context, values, () => ({ event })).catch(refuseTaken);
    return presentPerson(row, context);
  }),

  implement(people.change, async ({ params, body }, context) => {
    await requireUnit(context, body.unitId);
    const row = await change(personRecords, context, params.id, (before) => {
      const outcome = applyPersonChange(before, body);
      if ('refused' in outcome) return outcome;
      return { ...outcome, changes: { ...outcome.changes, ...keysOf({ ...before, ...outcome.changes }) } };
    }).catch(refuseTaken);
    return presentPerson(row, context);
  }),

  implement(people.history, ({ params, query }, context) => historyOfRecord(personRecords, context, params.id, query)),

  implement(people.leave, async ({ params, body }, context) => {
    const { db, session, now } = context;
    await takePeople(db, session.tenant);
    const row = await change(personRecords, context, params.id, (before) => applyLeaving(before, dateInVietnam(now)));
    await keepAdministrator(context, { personId: row.id });
    await endGrantsOf(context, row.id, body.reason);
    return presentPerson(row, context);
  }),

  implement(people.rejoin, async ({ params }, context) =>
    presentPerson(await change(personRecords, context, params.id, applyReturn), context),
  ),
];
