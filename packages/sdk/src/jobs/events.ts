import * as z from 'zod/mini';
import type { EventOf } from '../lifecycle/events.ts';

/** What administrators do with jobs. That a job ran is no event: what it changed is. */
export const jobEvents = {
  'job.retried': z.object({ name: z.string() }),
  'job.given-up': z.object({ name: z.string(), reason: z.string() }),
} as const;

export type JobEvent = EventOf<typeof jobEvents>;
