export * from './schema.ts';
export {
  appraisalStatuses,
  assessmentActions,
  assessmentLifecycle,
  assessmentStatuses,
  assessmentSteps,
  selfScoringStatuses,
  type AssessmentAction,
  type AssessmentGuard,
  type AssessmentStatus,
  type AssessmentTransition,
} from './lifecycle.ts';
export { assessments } from './contract.ts';
export * from './agreement/index.ts';
