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
  type Channel,
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
export { isExtended, timeliness, type Timeliness } from './rules.ts';
export {
  applyCaseStep,
  applySubmission,
  type CaseChanges,
  type CaseRecord,
  type CaseStepContext,
  type CaseStepInput,
  type ReceivedFields,
} from './apply.ts';
export {
  checkExtension,
  dueDateFrom,
  extendedTo,
  termStart,
  timeLeftOf,
  type DeadlineRules,
  type DueDate,
} from './due-date.ts';
export { caseEvents, caseStepEvents, type CaseEvent } from './events.ts';
export { receivingOffice } from './receiving-office.ts';
export { casePolicy, maySeeSender, visibleCase } from './policy.ts';
export { publicView, type CaseHistoryEntry } from './public-view.ts';
export * from './names.ts';
export { endpoints as cases } from './contract.ts';
