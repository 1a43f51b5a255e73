import { assessmentRoutes } from './assessments/routes.ts';
import { findAssessment, isConcluded } from './assessments/store.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import { findCase } from './cases/store.ts';
import type { Route } from './http/route.ts';
import { modelRoutes } from './models/routes.ts';
import { findModel } from './models/store.ts';
import { planRoutes } from './plans/routes.ts';
import { rubricRoutes } from './rubrics/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { unitRoutes } from './units/routes.ts';

/** Every endpoint of the contract with its handler, by area. */
export const routes: readonly Route[] = [
  ...assessmentRoutes,
  ...attachmentRoutes({
    assessment: async ({ db, session }, id) => (await findAssessment(db, session, id)) !== undefined,
    case: async ({ db, session }, id) => (await findCase(db, session, id)) !== undefined,
    model: async ({ db, session }, id) => (await findModel(db, session, id)) !== undefined,
  }),
  ...caseRoutes,
  ...modelRoutes(isConcluded),
  ...planRoutes,
  ...rubricRoutes,
  ...sessionRoutes,
  ...unitRoutes,
];
