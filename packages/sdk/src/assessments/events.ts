import * as z from 'zod/mini';
import { key, points } from '../contract/shapes.ts';
import { withSameShape, type EventOf } from '../lifecycle/events.ts';
import { assessmentStatuses, assessmentStepEvents } from './lifecycle.ts';
import { LineValue, period } from './schema.ts';

const status = z.enum(assessmentStatuses);
const total = z.nullable(points);
const band = z.nullable(key);
/** Values that were changed, by criterion, before and after. */
const values = z.record(key, z.object({ before: z.nullable(LineValue), after: z.nullable(LineValue) }));

/** The events of an assessment. */
export const assessmentEvents = {
  'assessment.opened': z.object({ to: status, rubric: z.string(), of: z.string(), period }),
  'assessment.self-scored': z.object({ values, points: total }),
  'assessment.appraiser-scored': z.object({ values, points: total, band }),
  'assessment.conditions-recorded': z.object({ conditions: z.array(key), band }),
  ...withSameShape(
    assessmentStepEvents,
    z.object({ from: status, to: status, reason: z.nullable(z.string()), points: total, band }),
  ),
} as const;

export type AssessmentEvent = EventOf<typeof assessmentEvents>;
