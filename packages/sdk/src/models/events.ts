import * as z from 'zod/mini';
import { alike, type EventOf } from '../lifecycle/events.ts';
import { modelStatuses, type ModelAction } from './lifecycle.ts';

/** How each step is told afterwards. */
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

const status = z.enum(modelStatuses);

/** What is written down of a model. */
export const modelEvents = {
  'model.registered': z.object({ to: status, code: z.string() }),
  /** Names of changed fields, not what stands in them: it may be personal. */
  'model.corrected': z.object({ fields: z.array(z.string()) }),
  ...alike(modelStepEvents, z.object({ from: status, to: status, reason: z.nullable(z.string()) })),
} as const;

export type ModelEvent = EventOf<typeof modelEvents>;
