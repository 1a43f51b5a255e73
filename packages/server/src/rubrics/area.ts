import { Rubric, RubricPublication } from '@dvk/sdk/rubrics';
import * as z from 'zod/mini';
import type { Area } from '../records/area.ts';
import { instant } from '../records/check-imported.ts';
import { decisionKind } from './decision-kind.ts';
import { rubricRoutes } from './routes.ts';
import { addRubric } from './store.ts';
import { rubrics } from './table.ts';

/** A version of a rubric, with the moment since which it is known here. */
export interface ImportedRubric {
  rubric: Rubric;
  addedAt: string;
  /** First day in force; without it, since ever. */
  validFrom?: string | undefined;
  /** Last day in force; without it, until another version takes its place. */
  validTo?: string | undefined;
}

const day = RubricPublication.shape.validFrom;

export const rubricsArea: Area<ImportedRubric> = {
  routes: rubricRoutes,
  kind: decisionKind,
  import: {
    table: rubrics,
    schema: z
      .strictObject({ rubric: Rubric, addedAt: instant, validFrom: z.optional(day), validTo: z.optional(day) })
      .check(
        z.refine(({ validFrom, validTo }) => !validTo || (validFrom !== undefined && validFrom <= validTo), {
          path: ['validTo'],
        }),
      ),
    async add({ db, tenant }, imported) {
      for (const { rubric, addedAt, ...validity } of imported) await addRubric(db, tenant, rubric, addedAt, validity);
    },
  },
};
