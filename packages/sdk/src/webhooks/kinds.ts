import { assessmentStepEvents } from '../assessments/lifecycle.ts';
import { caseStepEvents, innerCaseActions, type CaseAction } from '../cases/lifecycle.ts';
import { modelStepEvents } from '../models/events.ts';

const caseSteps = (Object.keys(caseStepEvents) as CaseAction[])
  .filter((action) => !innerCaseActions.includes(action))
  .map((action) => caseStepEvents[action]);

/**
 * The events that other systems can be told of. What happens between the offices, or on the table of an appraiser, is not among them, and
 * nothing of denunciations and complaints is sent, whatever the event.
 */
export const webhookKinds = [
  'case.received',
  'case.handed-over',
  ...caseSteps,
  'model.registered',
  ...Object.values(modelStepEvents),
  'assessment.opened',
  ...Object.values(assessmentStepEvents),
  'unit.created',
  'unit.changed',
  'unit.closed',
  'unit.merged',
  'unit.split',
  'setting.changed',
] as const;

/** What an administrator sends to see whether a receiver answers. */
export const pingKind = 'webhook.ping';

export const isWebhookKind = (kind: string): boolean => (webhookKinds as readonly string[]).includes(kind);
