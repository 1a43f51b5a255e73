import { type Role, unitStaff } from '../contract/roles.ts';
import { stepsFor } from '../lifecycle/steps.ts';
import type { Transition } from '../lifecycle/transition.ts';

/** The states of a report or proposal. */
export const caseStatuses = [
  'received',
  'ineligible',
  'accepted',
  'in-progress',
  'answered',
  'reopened',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];
/** States in which an answer is still due: only these can be overdue. */
export const openCaseStatuses: readonly CaseStatus[] = ['received', 'accepted', 'in-progress', 'reopened'];

export const caseActions = [
  'accept',
  'refuse',
  'assign',
  'recall',
  'send-back',
  'request-extension',
  'extend',
  'decline-extension',
  'answer',
  'close',
  'rate',
  'reopen',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** Who takes a step: members of staff by role, or the sender, who proves it with the case's secret. */
export type CaseActor = Role | 'sender';

/** One allowed step of a case. */
export type CaseTransition = Transition<CaseStatus, CaseAction, CaseActor>;

const handlers = [...unitStaff, 'secretariat'] as const satisfies Role[];

/** Steps between the offices alone: the sender does not see them. */
export const innerCaseActions: readonly (CaseAction | 'receive')[] = ['request-extension', 'decline-extension'];
/** Steps whose reason is written for the offices: the sender does not read it. */
export const innerReasonActions: readonly CaseAction[] = ['send-back', 'request-extension', 'decline-extension'];

/**
 * Every step of a report or proposal. `extend`, `rate` and what is asked about an extension keep the state.
 *
 * * `send-back`: the unit is not competent; the case returns to those that wait for a unit.
 * * `recall`: the receiving office takes a case back that the unit has not touched, as after a slip.
 * * `request-extension` is the unit's, `extend` grants it, or extends without being asked; `decline-extension` refuses.
 */
export const caseLifecycle: readonly CaseTransition[] = [
  { from: ['received'], action: 'accept', to: 'accepted', actors: ['secretariat'] },
  { from: ['received'], action: 'refuse', to: 'ineligible', actors: ['secretariat'], needs: ['reason'] },
  {
    from: ['received', 'accepted', 'in-progress', 'reopened'],
    action: 'assign',
    to: 'in-progress',
    actors: ['secretariat'],
    needs: ['unitId'],
  },
  { from: ['in-progress'], action: 'recall', to: 'accepted', actors: ['secretariat'] },
  { from: ['in-progress'], action: 'send-back', to: 'accepted', actors: unitStaff, needs: ['reason'] },
  {
    from: ['in-progress'],
    action: 'request-extension',
    to: 'in-progress',
    actors: unitStaff,
    needs: ['reason', 'until'],
  },
  {
    from: ['in-progress'],
    action: 'extend',
    to: 'in-progress',
    actors: ['secretariat'],
    needs: ['reason', 'until'],
  },
  {
    from: ['in-progress'],
    action: 'decline-extension',
    to: 'in-progress',
    actors: ['secretariat'],
    needs: ['reason'],
  },
  {
    from: ['in-progress', 'accepted', 'reopened'],
    action: 'answer',
    to: 'answered',
    actors: handlers,
    needs: ['answer'],
  },
  { from: ['answered'], action: 'rate', to: 'answered', actors: ['sender'] },
  { from: ['closed'], action: 'rate', to: 'closed', actors: ['sender'] },
  { from: ['answered'], action: 'close', to: 'closed', actors: ['secretariat'] },
  {
    from: ['answered', 'closed'],
    action: 'reopen',
    to: 'reopened',
    actors: ['sender', 'secretariat'],
    needs: ['reason'],
  },
];

/** The event that records each step. */
export const caseStepEvents = {
  accept: 'case.accepted',
  refuse: 'case.refused',
  assign: 'case.assigned',
  recall: 'case.recalled',
  'send-back': 'case.sent-back',
  'request-extension': 'case.extension-requested',
  extend: 'case.extended',
  'decline-extension': 'case.extension-declined',
  answer: 'case.answered',
  close: 'case.closed',
  rate: 'case.rated',
  reopen: 'case.reopened',
} as const satisfies Record<CaseAction, string>;

/** The steps an actor can take from a state. */
export function caseSteps(status: CaseStatus, actors: readonly CaseActor[]): readonly CaseTransition[] {
  return stepsFor(caseLifecycle, status, actors);
}
