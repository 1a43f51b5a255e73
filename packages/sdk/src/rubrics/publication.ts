import * as z from 'zod/mini';
import { bilingual, date, id, key, text } from '../contract/shapes.ts';
import { changeKinds } from './change.ts';
import { Rubric, RubricSummary } from './schema.ts';

const count = z.int().check(z.gte(0));

/** A version that is to come into force. */
export const RubricPublication = z.object({
  /** As it will be kept; its `legalBasis` names the decision that it rests on. */
  rubric: Rubric,
  /** First day in force. */
  validFrom: date,
  /** Last day; without it, until another version takes its place. */
  validTo: z.nullable(date),
  /** Why it is published now, for those who read the history. */
  reason: text(1000),
});
export type RubricPublication = z.infer<typeof RubricPublication>;

/** Why a version is taken out of force. */
export const RubricWithdrawal = z.object({ reason: text(1000) });
export type RubricWithdrawal = z.infer<typeof RubricWithdrawal>;

/** One fault of a rubric, as `checkRubric` finds it. */
export const RubricFinding = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  pointer: z.string(),
  text: bilingual,
});

/** An assessment that would have to follow a new version, should somebody move it there. */
export const TouchedAssessment = z.object({
  id,
  subjectName: z.string(),
  unitName: z.string(),
  period: z.string(),
  rubricVersion: key,
  /** `by-hand`: somebody must look at `lines` again; `recompute`: the computer is enough. */
  action: z.enum(['recompute', 'by-hand']),
  /** Ids of criteria. */
  lines: z.array(z.string()),
  reasons: z.array(bilingual),
});
export type TouchedAssessment = z.infer<typeof TouchedAssessment>;

/** What the publication of a version would bring about. */
export const RubricCheck = z.object({
  findings: z.array(RubricFinding),
  /** The version in force on its first day, whose place it takes; `null` where there is none. */
  replaces: z.nullable(RubricSummary),
  /** What differs from that version; `null` without one. */
  change: z.nullable(
    z.object({
      /** 0 to 5, see `classifyChange`. */
      kind: z.int(),
      name: z.enum(changeKinds),
      /** Most serious first. */
      effects: z.array(z.object({ kind: z.int(), criterionId: z.nullable(z.string()), text: bilingual })),
    }),
  ),
  /** The assessments by earlier versions that are not locked. None is moved by publishing: each keeps its version. */
  assessments: z.object({
    nothing: count,
    recompute: count,
    byHand: count,
    /** The first of those touched, those to be scored by hand first. */
    touched: z.array(TouchedAssessment).check(z.maxLength(100)),
  }),
});
export type RubricCheck = z.infer<typeof RubricCheck>;

/** A draft read from a file, and what the reader was not sure of; see `importRubric`. */
export const RubricReading = z.object({
  rubric: Rubric,
  doubts: z.array(
    z.object({
      code: z.string(),
      table: z.optional(z.string()),
      row: z.optional(z.int()),
      address: z.optional(z.string()),
      pointer: z.optional(z.string()),
      text: bilingual,
    }),
  ),
});
export type RubricReading = z.infer<typeof RubricReading>;
