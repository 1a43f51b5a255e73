import * as z from 'zod/mini';
import { id, instant, text } from '../contract/shapes.ts';

/** What a background job can be. */
export const jobStates = ['waiting', 'running', 'retrying', 'done', 'failed', 'given-up'] as const;
export type JobState = (typeof jobStates)[number];

/** Work that the server does in the background, such as deleting what is old. */
export const Job = z.object({
  id,
  /** Which work it is, such as `drafts.delete-old`; `jobNamesVi` has it in words. */
  name: z.string(),
  state: z.enum(jobStates),
  /** How many times it has been started. */
  attempts: z.int(),
  /** Why the last attempt failed, without personal data; `null` before the first failure, and after a success. */
  lastError: z.nullable(z.string()),
  /** When it is tried next; `null` where it is not. */
  nextTryAt: z.nullable(instant),
  createdAt: instant,
  /** When the last attempt began. */
  startedAt: z.nullable(instant),
  /** When it was done, failed for good or was given up. */
  finishedAt: z.nullable(instant),
});
export type Job = z.infer<typeof Job>;

/** Why a job is not tried any more. */
export const JobGiveUp = z.object({ reason: text(500) });
export type JobGiveUp = z.infer<typeof JobGiveUp>;
