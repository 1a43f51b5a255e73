export { builtInActivities, type BuiltInActivity } from './activities.ts';
export {
  applyDataRequestStep,
  dataRequestClock,
  dataRequestTimeLeft,
  type DataRequestChanges,
  type DataRequestClock,
  type DataRequestContext,
  type DataRequestEffect,
  type DataRequestRecord,
} from './apply.ts';
export { personalDataEvents, type PersonalDataEvent } from './events.ts';
export { holdOf, type LegalHold } from './holds.ts';
export { personalDataDecree, personalDataLaw } from './law.ts';
export {
  dataRequestActions,
  dataRequestKinds,
  dataRequestLifecycle,
  dataRequestStatuses,
  dataRequestStepEvents,
  openDataRequestStatuses,
  restrictingKinds,
  type DataRequestAction,
  type DataRequestKind,
  type DataRequestStatus,
} from './lifecycle.ts';
export { presetRegister, ProcessingActivity, ProcessingRegister, RegisterSettings } from './register.ts';
export { processingRegister, type RegisterSources } from './register-of.ts';
export {
  checkRetentionRules,
  presetRetention,
  retentionKinds,
  retentionLimit,
  RetentionRule,
  RetentionRules,
  type RetentionKind,
} from './retention.ts';
export { RetentionItem, RetentionRun } from './runs.ts';
export {
  DataRequest,
  DataRequestStep,
  DataRequestSummary,
  HeldCase,
  HeldData,
  identityMethods,
  NewDataRequest,
  OwnDataRequest,
  PublicDataRequest,
  SenderCorrection,
  type IdentityMethod,
} from './schema.ts';
export { dataRequestTerms, matterOf } from './terms.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as personalData } from './contract.ts';
