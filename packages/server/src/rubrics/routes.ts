import { rubrics } from '@dvk/sdk/rubrics';
import { pageOf } from '../http/paging.ts';
import { HttpProblem } from '../problems/problem.ts';
import { implement } from '../http/route.ts';
import { findRubric, listRubrics } from './store.ts';

export const rubricRoutes = [
  implement(rubrics.list, async ({ query }, context) => {
    const { items, nextCursor } = await pageOf(
      context,
      'rubrics',
      query,
      (after, count) => listRubrics(context.db, context.session.tenant, query, after, count),
      ({ id, version }) => [id, version],
    );
    return { items: items.map(({ document, criteriaCount }) => ({ ...document, criteriaCount })), nextCursor };
  }),

  implement(rubrics.get, async ({ params }, { db, session }) => {
    const rubric = await findRubric(db, session.tenant, params.id, params.version);
    if (!rubric) throw new HttpProblem('not-found');
    return rubric;
  }),
];
