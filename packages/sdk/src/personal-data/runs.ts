import * as z from 'zod/mini';
import { id, instant } from '../contract/shapes.ts';
import { retentionKinds } from './retention.ts';

/** What was erased in one night. */
export const RetentionRun = z.object({
  id,
  startedAt: instant,
  /** `null` while it goes on. */
  finishedAt: z.nullable(instant),
  erased: z.array(z.object({ kind: z.enum(retentionKinds), count: z.int() })),
});
export type RetentionRun = z.infer<typeof RetentionRun>;

/** Something that was erased, or would be: its code where it has one, and nothing of what it said. */
export const RetentionItem = z.object({
  kind: z.enum(retentionKinds),
  subject: z.string(),
  code: z.nullable(z.string()),
});
export type RetentionItem = z.infer<typeof RetentionItem>;
