import * as z from 'zod/mini';
import { id, instant, key, optionalText } from '../contract/shapes.ts';

/** Most drafts that one person may keep. */
export const maxDrafts = 20;
/** Days after its last change at which a draft is deleted. */
export const draftDays = 90;

/** What somebody has written so far. Only they read it; it is stored encrypted. */
export const DraftBody = z.object({
  /** The form it belongs to, such as `model-registration`. */
  form: key,
  /** How a list of drafts names it. */
  title: optionalText(300),
  /** What the form keeps, as JSON text; nobody else reads it. */
  content: z.string().check(z.minLength(2), z.maxLength(200_000)),
});
export type DraftBody = z.infer<typeof DraftBody>;

/** A draft as it is kept. */
export const Draft = z.object({
  id,
  form: z.string(),
  title: z.nullable(z.string()),
  content: z.string(),
  createdAt: instant,
  updatedAt: instant,
  /** When it will be deleted unless it changes. */
  deletedAt: instant,
  etag: z.string(),
});
export type Draft = z.infer<typeof Draft>;

/** A draft in a list. */
export const DraftSummary = z.omit(Draft, { content: true });
export type DraftSummary = z.infer<typeof DraftSummary>;
