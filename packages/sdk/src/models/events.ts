import * as z from 'zod/mini';
import { stepEvents, type EventOf } from '../lifecycle/events.ts';
import { modelStatuses, type ModelAction } from './lifecycle.ts';

/** The event that records each step. */
export const modelStepEvents = {
  return: 'model.returned',
  resubmit: 'model.resubmitted',
  start: 'model.started',
  'begin-self-assessment': 'model.self-assessment-begun',
  'submit-for-appraisal': 'model.submitted-for-appraisal',
  'record-appraisal': 'model.appraisal-recorded',
  recognise: 'model.recognised',
  decline: 'model.declined',
  pause: 'model.paused',
  resume: 'model.resumed',
  withdraw: 'model.withdrawn',
  revoke: 'model.revoked',
} as const satisfies Record<ModelAction, string>;

/** The events of a model. */
export const modelEvents = {
  'model.registered': z.object({ to: z.enum(modelStatuses), code: z.string() }),
  /** Names of changed fields; their contents may be personal data. */
  'model.corrected': z.object({ fields: z.array(z.string()) }),
  ...stepEvents(modelStepEvents, modelStatuses),
} as const;

export type ModelEvent = EventOf<typeof modelEvents>;
