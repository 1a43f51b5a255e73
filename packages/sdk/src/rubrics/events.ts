import * as z from 'zod/mini';
import { date, key } from '../contract/shapes.ts';
import type { EventOf } from '../lifecycle/events.ts';

const version = { rubricId: key, rubricVersion: key };

export const rubricEvents = {
  'rubric.published': z.object({ ...version, validFrom: date, validTo: z.nullable(date) }),
  'rubric.withdrawn': z.object(version),
} as const;

export type RubricEvent = EventOf<typeof rubricEvents>;
