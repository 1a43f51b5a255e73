import { units } from '@dvk/sdk/units';
import { pageOf } from '../http/paging.ts';
import { HttpProblem } from '../problems/problem.ts';
import { implement } from '../http/route.ts';
import { findUnit, listUnits, unitPosition } from './store.ts';

export const unitRoutes = [
  implement(units.list, ({ query }, context) =>
    pageOf(
      context,
      'units',
      query,
      (after, count) => listUnits(context.db, context.session.tenant, query, after, count),
      unitPosition,
    ),
  ),

  implement(units.get, async ({ params }, { db, session }) => {
    const unit = await findUnit(db, session.tenant, params.id);
    if (!unit) throw new HttpProblem('not-found');
    return unit;
  }),
];
