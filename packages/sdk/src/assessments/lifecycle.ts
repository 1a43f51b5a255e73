import { type Role, unitStaff } from '../contract/roles.ts';
import { stepsFor } from '../lifecycle/steps.ts';
import type { Transition } from '../lifecycle/transition.ts';

/**
 * The states of an assessment: `open` (the unit scores itself) → `submitted` (the appraiser scores) → `appraised` →
 * `concluded` (by the council) → `locked`; `explaining` while the unit explains itself.
 */
export const assessmentStatuses = ['open', 'submitted', 'explaining', 'appraised', 'concluded', 'locked'] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

export const assessmentActions = [
  'submit',
  'return',
  'ask-explanation',
  'explain',
  'appraise',
  'reopen-appraisal',
  'conclude',
  'reopen-conclusion',
  'lock',
  'unlock',
] as const;
export type AssessmentAction = (typeof assessmentActions)[number];

/** A check that must find nothing before the step is taken; see `checkTransition`. */
export type AssessmentGuard = 'self-complete' | 'appraisal-complete';

/** One allowed step of an assessment. For `explain`, the reason is the explanation itself. */
export interface AssessmentTransition extends Transition<AssessmentStatus, AssessmentAction> {
  guard?: AssessmentGuard;
}

/** Every step of an assessment. None of them changes the unit's own scores. */
export const assessmentLifecycle: readonly AssessmentTransition[] = [
  { from: ['open'], action: 'submit', to: 'submitted', actors: unitStaff, guard: 'self-complete' },
  { from: ['submitted'], action: 'return', to: 'open', actors: ['appraiser', 'secretariat'], needs: ['reason'] },
  {
    from: ['submitted', 'appraised'],
    action: 'ask-explanation',
    to: 'explaining',
    actors: ['appraiser', 'secretariat'],
    needs: ['reason'],
  },
  { from: ['explaining'], action: 'explain', to: 'submitted', actors: unitStaff, needs: ['reason'] },
  { from: ['submitted'], action: 'appraise', to: 'appraised', actors: ['appraiser'], guard: 'appraisal-complete' },
  {
    from: ['appraised'],
    action: 'reopen-appraisal',
    to: 'submitted',
    actors: ['appraiser', 'secretariat'],
    needs: ['reason'],
  },
  { from: ['appraised'], action: 'conclude', to: 'concluded', actors: ['secretariat'], guard: 'appraisal-complete' },
  { from: ['concluded'], action: 'reopen-conclusion', to: 'appraised', actors: ['secretariat'], needs: ['reason'] },
  { from: ['concluded'], action: 'lock', to: 'locked', actors: ['secretariat'] },
  { from: ['locked'], action: 'unlock', to: 'concluded', actors: ['administrator'], needs: ['reason'] },
];

/** The event that records each step. */
export const assessmentStepEvents = {
  submit: 'assessment.submitted',
  return: 'assessment.returned',
  'ask-explanation': 'assessment.explanation-asked',
  explain: 'assessment.explained',
  appraise: 'assessment.appraised',
  'reopen-appraisal': 'assessment.appraisal-reopened',
  conclude: 'assessment.concluded',
  'reopen-conclusion': 'assessment.conclusion-reopened',
  lock: 'assessment.locked',
  unlock: 'assessment.unlocked',
} as const satisfies Record<AssessmentAction, string>;

/** The steps that these roles can take from a state. */
export function assessmentSteps(status: AssessmentStatus, roles: readonly Role[]): readonly AssessmentTransition[] {
  return stepsFor(assessmentLifecycle, status, roles);
}

/** States in which the unit may write its own points. */
export const selfScoringStatuses: readonly AssessmentStatus[] = ['open'];
/** States in which the appraiser may write points and conditions. */
export const appraisalStatuses: readonly AssessmentStatus[] = ['submitted'];
