import type { Role } from '../contract/roles.ts';

/** The states of a model. */
export const modelStatuses = [
  'registered',
  'returned',
  'building',
  'self-assessing',
  'awaiting-appraisal',
  'appraised',
  'recognised',
  'not-recognised',
  'paused',
  'withdrawn',
  'revoked',
] as const;
export type ModelStatus = (typeof modelStatuses)[number];

export const modelActions = [
  'return',
  'resubmit',
  'start',
  'begin-self-assessment',
  'submit-for-appraisal',
  'record-appraisal',
  'recognise',
  'decline',
  'pause',
  'resume',
  'withdraw',
  'revoke',
] as const;
export type ModelAction = (typeof modelActions)[number];

/** Who may register a model, and correct a registration. */
export const registrarRoles = ['unit-officer', 'unit-leader', 'secretariat'] as const satisfies Role[];

/** One allowed step. */
export interface ModelTransition {
  from: readonly ModelStatus[];
  action: ModelAction;
  to: ModelStatus;
  roles: readonly Role[];
  needsReason?: true;
}

const unit = ['unit-officer', 'unit-leader'] as const satisfies Role[];

/** The step by which a unit hands a returned registration in again. */
export const resubmission: ModelTransition = { from: ['returned'], action: 'resubmit', to: 'registered', roles: unit };

/** Every step a model can take; nothing else moves it. */
export const modelLifecycle: readonly ModelTransition[] = [
  { from: ['registered'], action: 'return', to: 'returned', roles: ['secretariat', 'appraiser'], needsReason: true },
  resubmission,
  { from: ['registered'], action: 'start', to: 'building', roles: ['secretariat', 'unit-leader'] },
  { from: ['building'], action: 'begin-self-assessment', to: 'self-assessing', roles: unit },
  { from: ['self-assessing'], action: 'submit-for-appraisal', to: 'awaiting-appraisal', roles: unit },
  {
    from: ['awaiting-appraisal'],
    action: 'return',
    to: 'self-assessing',
    roles: ['appraiser', 'secretariat'],
    needsReason: true,
  },
  { from: ['awaiting-appraisal'], action: 'record-appraisal', to: 'appraised', roles: ['appraiser'] },
  { from: ['appraised'], action: 'recognise', to: 'recognised', roles: ['secretariat'] },
  { from: ['appraised'], action: 'decline', to: 'not-recognised', roles: ['secretariat'], needsReason: true },
  {
    from: ['registered', 'building'],
    action: 'pause',
    to: 'paused',
    roles: ['unit-leader', 'secretariat'],
    needsReason: true,
  },
  { from: ['paused'], action: 'resume', to: 'building', roles: ['unit-leader', 'secretariat'] },
  {
    from: ['registered', 'returned', 'building', 'self-assessing', 'paused'],
    action: 'withdraw',
    to: 'withdrawn',
    roles: ['unit-leader', 'secretariat'],
    needsReason: true,
  },
  { from: ['recognised'], action: 'revoke', to: 'revoked', roles: ['secretariat'], needsReason: true },
];

/** The steps somebody with these roles can take from a state. */
export function modelSteps(status: ModelStatus, roles: readonly Role[]): readonly ModelTransition[] {
  return modelLifecycle.filter((step) => step.from.includes(status) && step.roles.some((role) => roles.includes(role)));
}

/** States in which the registration itself may still be edited. */
export const editableModelStatuses: readonly ModelStatus[] = ['registered', 'returned'];
