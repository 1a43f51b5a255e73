import { plans } from '@dvk/sdk/plans';
import { implement } from '../http/route.ts';
import { listRows } from '../records/rows.ts';
import { plans as table } from './table.ts';

export const planRoutes = [
  // Ids made later sort later: the last added stands first.
  implement(plans.list, ({ query }, context) =>
    listRows(context, query, table, { by: ['id'], direction: 'descending' }),
  ),
];
