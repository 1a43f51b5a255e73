import { Rubric } from '@dvk/sdk/rubrics';
import * as z from 'zod/mini';
import type { Area } from '../records/area.ts';
import { instant } from '../records/check-imported.ts';
import { rubricRoutes } from './routes.ts';
import { addRubric } from './store.ts';
import { rubrics } from './table.ts';

/** A version of a rubric, with the moment since which it is known here. */
export interface ImportedRubric {
  rubric: Rubric;
  addedAt: string;
}

export const rubricsArea: Area<ImportedRubric> = {
  routes: rubricRoutes,
  import: {
    table: rubrics,
    schema: z.strictObject({ rubric: Rubric, addedAt: instant }),
    async add({ db, tenant }, imported) {
      for (const { rubric, addedAt } of imported) await addRubric(db, tenant, rubric, addedAt);
    },
  },
};
