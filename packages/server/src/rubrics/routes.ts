import { rubrics } from '@dvk/sdk/rubrics';
import { implement } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { matching } from '../records/filters.ts';
import { listRows } from '../records/rows.ts';
import { findRubric } from './store.ts';
import { rubrics as table } from './table.ts';

export const rubricRoutes = [
  implement(rubrics.list, async ({ query }, context) => {
    const { items, nextCursor } = await listRows(context, query, table, {
      by: ['id', 'version'],
      where: matching(table, query, 'subject'),
    });
    return { items: items.map(({ document, criteriaCount }) => ({ ...document, criteriaCount })), nextCursor };
  }),

  implement(rubrics.get, async ({ params }, { db, session }) => {
    const rubric = await findRubric(db, session.tenant, params.id, params.version);
    if (!rubric) throw new HttpProblem('not-found');
    return rubric;
  }),
];
