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
export { checkRegistration, type RegistrationKeys, type RuleError } from './rules.ts';
export { models } from './contract.ts';
