export {
  intakeKinds,
  maxContentLength,
  Model,
  ModelContent,
  modelFields,
  ModelRegistration,
  ModelRemark,
  ModelSummary,
  registrantKinds,
  registrationFields,
  type IntakeKind,
  type ModelField,
  type RegistrantKind,
  type RegistrationField,
} from './schema.ts';
export {
  editableModelStatuses,
  modelActions,
  modelLifecycle,
  modelStatuses,
  modelSteps,
  registrarRoles,
  resubmission,
  type ModelAction,
  type ModelStatus,
  type ModelTransition,
} from './lifecycle.ts';
export { checkRegistration, type RegistrationKeys } from './rules.ts';
export {
  applyCorrection,
  applyModelStep,
  applyRegistration,
  registeredFields,
  type ModelState,
  type ModelStepContext,
  type ModelStepInput,
  type RegisteredFields,
} from './apply.ts';
export {
  modelNexts,
  modelStageOf,
  modelStages,
  nextFor,
  type DueRules,
  type ModelNext,
  type ModelNextKind,
  type ModelStage,
} from './next.ts';
export { modelEvents, modelStepEvents, type ModelEvent } from './events.ts';
export { modelPolicy } from './policy.ts';
export * from './detail-names-en.ts';
export * from './detail-names.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as models } from './contract.ts';
