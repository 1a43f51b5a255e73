import * as z from 'zod/mini';
import { date } from '../contract/shapes.ts';

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/**
 * Where a rule comes from and when it holds. Every rule of law in this package points to one; what rests on memory or
 * on our own illustration says so in `confidence` and is meant to be edited.
 */
export const LegalBasis = z.object({
  /** Number of the document, e.g. `91/2025/QH15`; absent for an illustration. */
  number: z.optional(words(100)),
  title: words(1000),
  /** The place inside it, e.g. `Điều 28`. */
  article: z.optional(words(200)),
  issuer: z.optional(words(300)),
  /** Date of issue, `YYYY-MM-DD`. */
  date: z.optional(date),
  /** First day in force, `YYYY-MM-DD`. */
  from: z.optional(date),
  /** Last day in force, `YYYY-MM-DD`; absent while in force. */
  to: z.optional(date),
  url: z.optional(words(1000)),
  note: z.optional(words(4000)),
  /**
   * `published`: a public page states it · `secondary`: reported by others · `from-memory`: to be checked before use ·
   * `illustrative`: ours, not an issued text (“mẫu minh họa – chưa phải văn bản ban hành”).
   */
  confidence: z.enum(['published', 'secondary', 'from-memory', 'illustrative']),
});
export type LegalBasis = z.infer<typeof LegalBasis>;
