export {
  Case,
  CaseAnswer,
  CaseNote,
  caseKinds,
  CasePlace,
  GivenAnswer,
  CaseReceipt,
  caseStepTakers,
  CaseSubmission,
  CaseSummary,
  CaseTerm,
  caseTopics,
  channels,
  Location,
  openCaseKinds,
  OwnCase,
  PublicCase,
  PublicCaseStep,
  PublicFile,
  Rating,
  solutions,
  SuggestedUnit,
  type CaseKind,
  type CaseStepTaker,
  type CaseTopic,
  type Channel,
  type Solution,
} from './schema.ts';
export {
  caseActions,
  caseLifecycle,
  caseStatuses,
  caseStepEvents,
  caseSteps,
  innerCaseActions,
  innerReasonActions,
  openCaseStatuses,
  type CaseAction,
  type CaseActor,
  type CaseStatus,
  type CaseTransition,
} from './lifecycle.ts';
export { isExtended, timeliness } from './rules.ts';
export { caseStages, stagesOf, type CaseStage, type CaseStageView } from './stages.ts';
export { timelinesses, type Timeliness } from './timeliness.ts';
export { casePrivacyNotice, type PrivacyNotice } from './privacy-notice.ts';
export { caseTopicChoices, type CaseTopicChoice } from './topics.ts';
export { nationalPortal, whereToSend, type WayOut } from './where-to-send.ts';
export { longestTitle, titleFrom, untitled } from './title.ts';
export { readTrackingLink, trackingLink, type CaseKeys } from './tracking-link.ts';
export {
  applyCaseStep,
  applySubmission,
  type CaseChanges,
  type CaseRecord,
  type CaseStepContext,
  type CaseStepInput,
  type ReceivedFields,
  type StoredTerm,
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
export { caseEvents, type CaseEvent } from './events.ts';
export { receivingOffice } from './receiving-office.ts';
export { casePolicy, maySeeSender, visibleCase } from './policy.ts';
export { suggestUnit, type SentBack, type UnitExperience } from './suggest-unit.ts';
export type { CaseHistoryEntry } from './history-entry.ts';
export { publicView, receiptView, type PublicViewOptions } from './public-view.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as cases } from './contract.ts';
