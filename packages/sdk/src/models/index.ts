export {
  intakeKinds,
  maxContentLength,
  Model,
  ModelContent,
  modelFields,
  ModelRegistration,
  ModelSummary,
  registrantKinds,
  type IntakeKind,
  type ModelField,
  type RegistrantKind,
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
  type ModelStepContext,
  type RegisteredFields,
} from './apply.ts';
export { modelEvents, modelStepEvents, type ModelEvent } from './events.ts';
export { modelPolicy } from './policy.ts';
export * from './names.ts';
export { endpoints as models } from './contract.ts';
