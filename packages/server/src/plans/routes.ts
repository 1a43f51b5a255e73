import { plans } from '@dvk/sdk/plans';
import { pageOf } from '../http/paging.ts';
import { implement } from '../http/route.ts';
import { listPlans } from './store.ts';

export const planRoutes = [
  implement(plans.list, ({ query }, context) =>
    pageOf(
      context,
      'plans',
      query,
      (after, count) => listPlans(context.db, context.session.tenant, after, count),
      (plan) => [plan.id],
    ),
  ),
];
