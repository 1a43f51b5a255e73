import type { Area } from '../records/area.ts';
import { importAssessments, type ImportedAssessment, importedAssessmentSchema } from './import.ts';
import { assessmentKind } from './record.ts';
import { assessmentRoutes } from './routes.ts';
import { assessmentRecords, assessments } from './table.ts';

export const assessmentsArea: Area<ImportedAssessment> = {
  routes: assessmentRoutes,
  records: assessmentRecords,
  kind: assessmentKind,
  import: {
    table: assessments,
    schema: importedAssessmentSchema,
    refersTo: ({ unitId }) => [unitId],
    add: importAssessments,
  },
};
