import * as z from 'zod/mini';
import { Attachment, attachmentIds } from '../attachments/schema.ts';
import { bilingual, id, instant, key, optionalText, points, text } from '../contract/shapes.ts';
import { MAX_NODES } from '../rubrics/limits.ts';
import { LineValue } from '../rubrics/schema.ts';
import { assessmentStatuses } from './lifecycle.ts';

export { LineValue };

/** A line as the unit fills it in. */
export const SelfLine = z.object({
  criterionId: key,
  value: LineValue,
  note: optionalText(2000),
  evidence: z.optional(attachmentIds),
});
export type SelfLine = z.infer<typeof SelfLine>;

/** A line as the appraiser fills it in. `reason`: why it differs from the unit's own. */
export const AppraisedLine = z.object({ criterionId: key, value: LineValue, reason: optionalText(2000) });
export type AppraisedLine = z.infer<typeof AppraisedLine>;

/** One line of the table with the parts of the unit and the appraiser. */
export const AssessmentLine = z.object({
  criterionId: key,
  self: z.optional(LineValue),
  appraised: z.optional(LineValue),
  note: z.optional(z.string()),
  /** Ids of attachments. */
  evidence: z.array(id),
  reason: z.optional(z.string()),
});
export type AssessmentLine = z.infer<typeof AssessmentLine>;

/** A hard stop the appraiser found. */
export const RecordedCondition = z.object({ conditionId: key, reason: text(2000) });
export type RecordedCondition = z.infer<typeof RecordedCondition>;

/** A line as scored. */
export const ScoredLine = z.object({
  criterionId: key,
  /** `no-data`: the rate has no cases behind it; never taken for 0 %. */
  state: z.enum(['scored', 'missing', 'not-applicable', 'no-data', 'reserved']),
  /** After the line's own cap, in hundredths; 0 unless scored. */
  points,
  max: points,
});
export type ScoredLine = z.infer<typeof ScoredLine>;

/** A total and how it was calculated. */
export const ScoreResult = z.object({
  /** In hundredths; `null` when no line applies: which is not the same as 0. */
  points: z.nullable(points),
  /** The most this side can reach: 90 of 100 when 10 are reserved to the superior. */
  outOf: points,
  base: points,
  bonus: points,
  deduction: points,
  /** Every line of the table is scored; bonus and deduction lines may stay empty. */
  complete: z.boolean(),
  lines: z.array(ScoredLine),
  /** One sentence for each step of the calculation. */
  explanation: z.array(bilingual),
});
export type ScoreResult = z.infer<typeof ScoreResult>;

/** The class and why. */
export const ClassResult = z.object({
  /** By points alone; `null`: no line applies, or no band for so many points. */
  candidateBand: z.nullable(key),
  /** After the conditions; never better than `candidateBand`, and `null` when not eligible. */
  finalBand: z.nullable(key),
  eligible: z.boolean(),
  /** Conditions that applied, recorded or triggered. */
  conditions: z.array(key),
  explanation: z.array(bilingual),
});
export type ClassResult = z.infer<typeof ClassResult>;

/** Everything computed from the lines; recomputed by the server at each write, never sent by a client. */
export const AssessmentResults = z.object({
  self: ScoreResult,
  /** The band the unit's own points would give: shown, never final. */
  selfBand: z.nullable(key),
  /** `null` until the appraiser has begun, or where the reader may not see it yet. */
  appraised: z.nullable(ScoreResult),
  classification: z.nullable(ClassResult),
});
export type AssessmentResults = z.infer<typeof AssessmentResults>;

/** What is scored. */
export const AssessmentSubject = z.object({ kind: z.enum(['unit', 'model']), id });
export type AssessmentSubject = z.infer<typeof AssessmentSubject>;

/** A year, `2026`. */
export const period = z.string().check(z.regex(/^20\d{2}$/));

/** One subject scored with one version of a rubric for one period. */
export const Assessment = z.object({
  id,
  rubricId: key,
  rubricVersion: key,
  subject: z.object({ kind: z.enum(['unit', 'model']), id, name: z.string() }),
  /** The unit that scores itself. */
  unitId: id,
  unitName: z.string(),
  period,
  status: z.enum(assessmentStatuses),
  /** Why it was returned, questioned, reopened or unlocked; the unit's explanation after `explain`. */
  statusReason: z.nullable(z.string()),
  lines: z.array(AssessmentLine),
  conditions: z.array(RecordedCondition),
  results: AssessmentResults,
  /** Descriptions of the files that the lines' `evidence` names. */
  attachments: z.array(Attachment),
  createdAt: instant,
  updatedAt: instant,
  etag: z.string(),
});
export type Assessment = z.infer<typeof Assessment>;

const count = z.int().check(z.gte(0));

/** An assessment in a list. */
export const AssessmentSummary = z.object({
  ...z.pick(Assessment, {
    id: true,
    rubricId: true,
    rubricVersion: true,
    subject: true,
    unitId: true,
    unitName: true,
    period: true,
    status: true,
    updatedAt: true,
  }).shape,
  selfPoints: z.nullable(points),
  selfOutOf: points,
  appraisedPoints: z.nullable(points),
  appraisedOutOf: points,
  /** How many lines the unit has scored, of those that it has to. */
  selfScored: count,
  selfLines: count,
  /** The same for the appraiser; `null` where the reader may not see it yet. */
  appraisedScored: z.nullable(count),
  appraisedLines: count,
  finalBand: z.nullable(key),
  eligible: z.nullable(z.boolean()),
});
export type AssessmentSummary = z.infer<typeof AssessmentSummary>;

/** What opens an assessment. */
export const NewAssessment = z.object({
  rubricId: key,
  rubricVersion: key,
  subject: AssessmentSubject,
  period,
});
export type NewAssessment = z.infer<typeof NewAssessment>;

export const SelfLines = z.array(SelfLine).check(z.maxLength(MAX_NODES));
export const AppraisedLines = z.array(AppraisedLine).check(z.maxLength(MAX_NODES));
export const RecordedConditions = z.array(RecordedCondition).check(z.maxLength(100));
