import {
  applyAddition,
  applyLeaving,
  applyPersonChange,
  applyReturn,
  people,
  stateOf,
  type Person,
} from '@dvk/sdk/people';
import { dateInVietnam, searchKey, sortKey } from '@dvk/sdk/text';
import { brokenUnique, newId } from '../database/index.ts';
import { etagOf } from '../http/etag.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem, refuseFields } from '../problems/problem.ts';
import { change } from '../records/change.ts';
import { find } from '../records/find.ts';
import { listRecords } from '../records/list.ts';
import { insert } from '../records/write.ts';
import { findUnit } from '../units/store.ts';
import { keepAdministrator, takePeople } from './administrators.ts';
import { endGrantsOf, grantRoutes } from './grants.ts';
import { inState, personRecords, type PersonRow } from './table.ts';

function present(row: PersonRow): Person {
  return { ...row, etag: etagOf(row.version), state: stateOf(row) };
}

/** What follows from the name of a person. */
const keysOf = ({ name, invitation }: Pick<Person, 'name' | 'invitation'>) => ({
  searchText: searchKey(`${name} ${invitation}`),
  sortKey: sortKey(name),
});

async function requireUnit({ db, session }: Context, unitId: string | null | undefined): Promise<void> {
  if (unitId && !(await findUnit(db, session.tenant, unitId))) refuseFields([{ pointer: '/unitId', code: 'unknown' }]);
}

/** An invitation is one person's, whoever of two requests comes first. */
function refuseTaken(error: unknown): never {
  if (brokenUnique(error) === undefined) throw error;
  throw new HttpProblem('validation-failed', { issues: [{ pointer: '/invitation', code: 'already-invited' }] });
}

export const peopleRoutes = [
  ...grantRoutes,

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
      unitId: query.unitId,
      q: query.q,
    });
    return { items: items.map(present), nextCursor };
  }),

  implement(people.get, async ({ params }, context) => present(await find(personRecords, context, params.id))),

  implement(people.add, async ({ body }, context) => {
    await requireUnit(context, body.unitId);
    const { changes, event } = applyAddition(body);
    const values = { ...changes, ...keysOf(changes), id: newId() };
    return present(await insert(personRecords, context, values, () => ({ event })).catch(refuseTaken));
  }),

  implement(people.change, async ({ params, body }, context) => {
    await requireUnit(context, body.unitId);
    const row = await change(personRecords, context, params.id, (before) => {
      const outcome = applyPersonChange(before, body);
      if ('refused' in outcome) return outcome;
      return { ...outcome, changes: { ...outcome.changes, ...keysOf({ ...before, ...outcome.changes }) } };
    }).catch(refuseTaken);
    return present(row);
  }),

  implement(people.leave, async ({ params, body }, context) => {
    const { db, session, now } = context;
    await takePeople(db, session.tenant);
    const row = await change(personRecords, context, params.id, (before) => applyLeaving(before, dateInVietnam(now)));
    await keepAdministrator(context, { personId: row.id });
    await endGrantsOf(context, row.id, body.reason);
    return present(row);
  }),

  implement(people.rejoin, async ({ params }, context) =>
    present(await change(personRecords, context, params.id, applyReturn)),
  ),
];
