export {
  Case,
  caseKinds,
  CaseReceipt,
  CaseSubmission,
  CaseSummary,
  caseTopics,
  channels,
  openCaseKinds,
  PublicCase,
  PublicCaseStep,
  Rating,
  type CaseKind,
  type CaseTopic,
} from './schema.ts';
export {
  caseActions,
  caseLifecycle,
  caseStatuses,
  caseSteps,
  openCaseStatuses,
  type CaseAction,
  type CaseActor,
  type CaseStatus,
  type CaseTransition,
} from './lifecycle.ts';
export { checkCaseStep, isExtended, timeliness, type CaseStepInput, type Timeliness } from './rules.ts';
export { publicView, type CaseHistoryEntry } from './public-view.ts';
export { cases } from './contract.ts';
