import type { Transition } from '../lifecycle/transition.ts';

/**
 * What a person may ask for: to have what is held of them, to have it corrected or erased, to have it used by nobody for a
 * while, to take back their consent, to object.
 */
export const dataRequestKinds = ['access', 'correction', 'erasure', 'restriction', 'withdrawal', 'objection'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

export const dataRequestStatuses = [
  'received',
  'identity-checked',
  'carried-out',
  'carried-out-in-part',
  'refused',
  'lifted',
] as const;
export type DataRequestStatus = (typeof dataRequestStatuses)[number];

/** States in which something is still to be done: only these can be overdue. */
export const openDataRequestStatuses: readonly DataRequestStatus[] = ['received', 'identity-checked'];

export const dataRequestActions = [
  'check-identity',
  'extend',
  'carry-out',
  'carry-out-in-part',
  'refuse',
  'lift',
] as const;
export type DataRequestAction = (typeof dataRequestActions)[number];

/** Kinds after which nobody but one officer reads the data, until that is lifted. */
export const restrictingKinds: readonly DataRequestKind[] = ['restriction', 'objection'];

const actors = ['secretariat'] as const;

/**
 * Every step of a request. `extend` keeps the state and is taken once. `carry-out-in-part` erases who sent a case and keeps
 * its text, or hands out a file without the notes of the offices; what else is asked for it does as `carry-out`, and says
 * why not all was done. `lift` ends a restriction.
 */
export const dataRequestLifecycle: readonly Transition<DataRequestStatus, DataRequestAction>[] = [
  { from: ['received'], action: 'check-identity', to: 'identity-checked', actors, needs: ['identityMethod'] },
  { from: ['received'], action: 'extend', to: 'received', actors, needs: ['reason', 'until'] },
  { from: ['identity-checked'], action: 'extend', to: 'identity-checked', actors, needs: ['reason', 'until'] },
  { from: ['identity-checked'], action: 'carry-out', to: 'carried-out', actors },
  {
    from: ['identity-checked'],
    action: 'carry-out-in-part',
    to: 'carried-out-in-part',
    actors,
    needs: ['reason', 'basis'],
  },
  { from: ['received', 'identity-checked'], action: 'refuse', to: 'refused', actors, needs: ['reason', 'basis'] },
  { from: ['carried-out', 'carried-out-in-part'], action: 'lift', to: 'lifted', actors, needs: ['reason'] },
];

/** The event that records each step. */
export const dataRequestStepEvents = {
  'check-identity': 'data-request.identity-checked',
  extend: 'data-request.extended',
  'carry-out': 'data-request.carried-out',
  'carry-out-in-part': 'data-request.carried-out-in-part',
  refuse: 'data-request.refused',
  lift: 'data-request.restriction-lifted',
} as const satisfies Record<DataRequestAction, string>;
