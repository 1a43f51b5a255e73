import type { Role } from '../contract/roles.ts';

/**
 * The states of an assessment: `open` (the unit scores itself) → `submitted` (the appraiser scores) → `appraised` →
 * `concluded` (by the council) → `locked`; `explaining` while the unit answers a question.
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

/** One allowed step. */
export interface AssessmentTransition {
  from: readonly AssessmentStatus[];
  action: AssessmentAction;
  to: AssessmentStatus;
  roles: readonly Role[];
  guard?: AssessmentGuard;
  /** For `explain`, the reason is the explanation itself. */
  needsReason?: true;
}

const unit = ['unit-officer', 'unit-leader'] as const satisfies Role[];

/** Every step an assessment can take; nothing else moves it. Self-scores are never overwritten by any of them. */
export const assessmentLifecycle: readonly AssessmentTransition[] = [
  { from: ['open'], action: 'submit', to: 'submitted', roles: unit, guard: 'self-complete' },
  { from: ['submitted'], action: 'return', to: 'open', roles: ['appraiser', 'secretariat'], needsReason: true },
  {
    from: ['submitted', 'appraised'],
    action: 'ask-explanation',
    to: 'explaining',
    roles: ['appraiser', 'secretariat'],
    needsReason: true,
  },
  { from: ['explaining'], action: 'explain', to: 'submitted', roles: unit, needsReason: true },
  { from: ['submitted'], action: 'appraise', to: 'appraised', roles: ['appraiser'], guard: 'appraisal-complete' },
  {
    from: ['appraised'],
    action: 'reopen-appraisal',
    to: 'submitted',
    roles: ['appraiser', 'secretariat'],
    needsReason: true,
  },
  { from: ['appraised'], action: 'conclude', to: 'concluded', roles: ['secretariat'], guard: 'appraisal-complete' },
  { from: ['concluded'], action: 'reopen-conclusion', to: 'appraised', roles: ['secretariat'], needsReason: true },
  { from: ['concluded'], action: 'lock', to: 'locked', roles: ['secretariat'] },
  { from: ['locked'], action: 'unlock', to: 'concluded', roles: ['administrator'], needsReason: true },
];

/** The steps somebody with these roles can take from a state. */
export function assessmentSteps(status: AssessmentStatus, roles: readonly Role[]): readonly AssessmentTransition[] {
  return assessmentLifecycle.filter(
    (step) => step.from.includes(status) && step.roles.some((role) => roles.includes(role)),
  );
}

/** States in which the unit may write its own points. */
export const selfScoringStatuses: readonly AssessmentStatus[] = ['open'];
/** States in which the appraiser may write points and conditions. */
export const appraisalStatuses: readonly AssessmentStatus[] = ['submitted'];
