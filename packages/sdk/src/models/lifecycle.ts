import { type Role, unitStaff } from '../contract/roles.ts';
import { stepsFor } from '../lifecycle/steps.ts';
import type { Transition } from '../lifecycle/transition.ts';

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
export const registrarRoles = [...unitStaff, 'secretariat'] as const satisfies Role[];

/** One allowed step of a model. */
export type ModelTransition = Transition<ModelStatus, ModelAction>;

const reason = ['reason'] as const;

/** The step by which a unit submits a returned registration again. */
export const resubmission: ModelTransition = {
  from: ['returned'],
  action: 'resubmit',
  to: 'registered',
  actors: unitStaff,
};

/** Every step of a model. */
export const modelLifecycle: readonly ModelTransition[] = [
  {
    from: ['registered'],
    action: 'return',
    to: 'returned',
    actors: ['secretariat', 'appraiser'],
    needs: reason,
  },
  resubmission,
  {
    from: ['registered'],
    action: 'start',
    to: 'building',
    actors: ['secretariat', 'unit-leader'],
  },
  {
    from: ['building'],
    action: 'begin-self-assessment',
    to: 'self-assessing',
    actors: unitStaff,
  },
  {
    from: ['self-assessing'],
    action: 'submit-for-appraisal',
    to: 'awaiting-appraisal',
    actors: unitStaff,
  },
  {
    from: ['awaiting-appraisal'],
    action: 'return',
    to: 'self-assessing',
    actors: ['appraiser', 'secretariat'],
    needs: reason,
  },
  {
    from: ['awaiting-appraisal'],
    action: 'record-appraisal',
    to: 'appraised',
    actors: ['appraiser'],
  },
  {
    from: ['appraised'],
    action: 'recognise',
    to: 'recognised',
    actors: ['secretariat'],
  },
  {
    from: ['appraised'],
    action: 'decline',
    to: 'not-recognised',
    actors: ['secretariat'],
    needs: reason,
  },
  {
    from: ['registered', 'building'],
    action: 'pause',
    to: 'paused',
    actors: ['unit-leader', 'secretariat'],
    needs: reason,
  },
  {
    from: ['paused'],
    action: 'resume',
    to: 'building',
    actors: ['unit-leader', 'secretariat'],
  },
  {
    from: ['registered', 'returned', 'building', 'self-assessing', 'paused'],
    action: 'withdraw',
    to: 'withdrawn',
    actors: ['unit-leader', 'secretariat'],
    needs: reason,
  },
  {
    from: ['recognised'],
    action: 'revoke',
    to: 'revoked',
    actors: ['secretariat'],
    needs: reason,
  },
];

/** The steps that these roles can take from a state. */
export function modelSteps(status: ModelStatus, roles: readonly Role[]): readonly ModelTransition[] {
  return stepsFor(modelLifecycle, status, roles);
}

/** States in which the registration itself may still be edited. */
export const editableModelStatuses: readonly ModelStatus[] = ['registered', 'returned'];
