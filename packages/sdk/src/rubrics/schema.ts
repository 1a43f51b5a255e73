import * as z from 'zod/mini';
import { date, instant, key, points } from '../contract/shapes.ts';
import { LegalBasis } from '../law/legal-basis.ts';
import { registrantKinds } from '../models/schema.ts';
import { MAX_EXPRESSION, MAX_NODES } from './limits.ts';
import { rubricStates } from './standing.ts';

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
/** Points in hundredths within narrower bounds than `points` has. */
const pointsFrom = (least: number, most = 1_000_000) => z.int().check(z.gte(least), z.lte(most));
const gained = pointsFrom(0);

/** A name or note of a rubric: Vietnamese always, English where there is a translation. */
export const RubricText = z.object({ vi: words(4000), en: z.optional(words(4000)) });
export type RubricText = z.infer<typeof RubricText>;

/** Evidence that a score requires: at least `min` attachments once the line gets more than `above` points (0 by default). */
export const EvidenceDemand = z.object({
  min: z.int().check(z.gte(1), z.lte(20)),
  above: z.optional(gained),
  hint: z.optional(RubricText),
});
export type EvidenceDemand = z.infer<typeof EvidenceDemand>;

const nodeFields = {
  id: key,
  /** As printed in the table: `I`, `1.1`, `a`. */
  number: z.optional(words(20)),
  title: RubricText,
  note: z.optional(RubricText),
  /** `'superior'`: reserved to the appraising level – neither shown to nor counted in self-scoring. Holds for everything inside. */
  scoredBy: z.optional(z.literal('superior')),
  /** A unit's overlay must leave it as the province wrote it. Holds for everything inside. */
  locked: z.optional(z.boolean()),
};

const criterionFields = {
  ...nodeFields,
  /** Most points the line can give, in hundredths. */
  max: gained,
  evidence: z.optional(EvidenceDemand),
  /** The line may be marked “không áp dụng” for a subject it does not fit; what then happens is `Rubric.notApplicable`. */
  mayNotApply: z.optional(z.boolean()),
  /** Indicator that feeds the line from data, e.g. `cases.on-time-rate`; a person may still enter it. */
  source: z.optional(key),
};

/** One of several described levels is chosen. */
export const LevelsCriterion = z.object({
  kind: z.literal('levels'),
  ...criterionFields,
  levels: z
    .array(z.object({ id: key, points: gained, title: RubricText, descriptor: z.optional(RubricText) }))
    .check(z.maxLength(30)),
});
export type LevelsCriterion = z.infer<typeof LevelsCriterion>;

/** Points are entered, `min` (0 by default) to `max`, in steps. */
export const RangeCriterion = z.object({
  kind: z.literal('range'),
  ...criterionFields,
  min: z.optional(gained),
  /** Smallest difference between two scores, in hundredths; 1 by default. */
  step: z.optional(pointsFrom(1)),
});
export type RangeCriterion = z.infer<typeof RangeCriterion>;

/** All or nothing. */
export const YesNoCriterion = z.object({ kind: z.literal('yes-no'), ...criterionFields });
export type YesNoCriterion = z.infer<typeof YesNoCriterion>;

/** A count times points: added from zero, or taken off the maximum (“thiếu mỗi nội dung trừ 0,5 điểm”). */
export const CountCriterion = z.object({
  kind: z.literal('count'),
  ...criterionFields,
  each: pointsFrom(1),
  from: z.enum(['zero', 'max']),
  /** What is counted. */
  unit: z.optional(RubricText),
});
export type CountCriterion = z.infer<typeof CountCriterion>;

/** A rate compared with thresholds: the highest threshold reached gives its points, none reached gives 0. */
export const RatioCriterion = z.object({
  kind: z.literal('ratio'),
  ...criterionFields,
  /** `atLeast` in hundredths of a percent: 95 % = 9500. */
  thresholds: z
    .array(z.object({ atLeast: z.int().check(z.gte(0), z.lte(1_000_000)), points: gained }))
    .check(z.maxLength(30)),
});
export type RatioCriterion = z.infer<typeof RatioCriterion>;

/** What a formula reads from another line: its points (by default), its maximum, or the count or rate entered there. */
export const FormulaInput = z.object({ line: key, take: z.optional(z.enum(['points', 'max', 'value'])) });
export type FormulaInput = z.infer<typeof FormulaInput>;

/** Computed from other lines: `expression` over the names in `inputs`, in whole points (not hundredths). */
export const FormulaCriterion = z.object({
  kind: z.literal('formula'),
  ...criterionFields,
  expression: words(MAX_EXPRESSION),
  inputs: z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,30}$/)), FormulaInput),
});
export type FormulaCriterion = z.infer<typeof FormulaCriterion>;

/** A requirement without points: when it is not met, `condition` applies. */
export const GateCriterion = z.object({
  kind: z.literal('gate'),
  ...nodeFields,
  evidence: z.optional(EvidenceDemand),
  condition: key,
});
export type GateCriterion = z.infer<typeof GateCriterion>;

/** A line of the table; `kind` says which. Inside `Rubric.bonus` and `Rubric.deduction` the same kinds add or take off. */
export const Criterion = z.discriminatedUnion('kind', [
  LevelsCriterion,
  RangeCriterion,
  YesNoCriterion,
  CountCriterion,
  RatioCriterion,
  FormulaCriterion,
  GateCriterion,
]);
export type Criterion = z.infer<typeof Criterion>;

const count = z.int().check(z.gte(0), z.lte(1_000_000_000));

/**
 * What is entered for a line; which one fits depends on the kind of its criterion. Formula lines take none.
 *
 * | kind | value |
 * |---|---|
 * | `range` | `{points}` in hundredths |
 * | `levels` | `{level}`: the level's id |
 * | `yes-no`, `gate` | `{met}` |
 * | `count` | `{count}` |
 * | `ratio` | `{numerator, denominator}` |
 * | any that `mayNotApply` | `{notApplicable: true}` |
 */
export const LineValue = z.union([
  z.strictObject({ points }),
  z.strictObject({ level: key }),
  z.strictObject({ met: z.boolean() }),
  z.strictObject({ count }),
  z.strictObject({ numerator: count, denominator: count }),
  z.strictObject({ notApplicable: z.literal(true) }),
]);
export type LineValue = z.infer<typeof LineValue>;

/** A heading with lines or further groups inside, to any depth. */
export interface Group {
  kind: 'group';
  id: string;
  number?: string | undefined;
  title: RubricText;
  note?: RubricText | undefined;
  scoredBy?: 'superior' | undefined;
  locked?: boolean | undefined;
  /** Most points the group can give, in hundredths. */
  max: number;
  /** The lines inside may add up to more than `max`; the group is then cut to it. */
  capped?: boolean | undefined;
  children: RubricNode[];
}
/** A node of the criteria tree. */
export type RubricNode = Group | Criterion;

export const Group: z.ZodMiniType<Group, Group> = z.object({
  kind: z.literal('group'),
  ...nodeFields,
  max: gained,
  capped: z.optional(z.boolean()),
  children: z.lazy(() => z.array(RubricNode).check(z.maxLength(MAX_NODES))),
});
export const RubricNode: z.ZodMiniType<RubricNode, RubricNode> = z.union([z.lazy(() => Group), Criterion]);

/** Lines outside the table proper: extra points, or points taken off, with a ceiling of their own. */
export const Pot = z.object({ max: gained, criteria: z.array(RubricNode).check(z.maxLength(MAX_NODES)) });
export type Pot = z.infer<typeof Pot>;

/** A class of result, half-open: `from` ≤ points < `below`. Only the best band leaves `below` out. */
export const Band = z.object({
  id: key,
  title: RubricText,
  from: points,
  below: z.optional(points),
  note: z.optional(RubricText),
});
export type Band = z.infer<typeof Band>;

/**
 * What a condition does to the class; it can only lower it. `ineligible`: not classified at all, whatever the points ·
 * `at-most`: no better than this band · `lower`: so many bands down.
 */
export const ConditionEffect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ineligible') }),
  z.object({ kind: z.literal('at-most'), band: key }),
  z.object({ kind: z.literal('lower'), by: z.int().check(z.gte(1), z.lte(20)) }),
]);
export type ConditionEffect = z.infer<typeof ConditionEffect>;

/** A hard stop: recorded by the appraiser, triggered by a gate line, or – with `when` – by a node's own points. */
export const Condition = z.object({
  id: key,
  title: RubricText,
  effect: ConditionEffect,
  /** Applies automatically when that group or line is below so many points. */
  when: z.optional(z.object({ line: key, below: points })),
});
export type Condition = z.infer<typeof Condition>;

/** Steps of the calculation of the total, in the order the rubric declares. */
export const Step = z.enum(['rescale', 'bonus', 'deduction', 'clamp', 'round']);
export type Step = z.infer<typeof Step>;

/** To which unit, in hundredths (1 = hundredths, 50 = halves, 100 = whole points), and how. */
export const Rounding = z.object({
  to: pointsFrom(1, 10_000),
  mode: z.enum(['half-up', 'half-even', 'up', 'down']),
});
export type Rounding = z.infer<typeof Rounding>;

/** A ceiling on how many may hold a band (“xuất sắc không quá 20 % số đơn vị xếp loại tốt”). */
export const QuotaLimit = z.object({
  band: key,
  /** Where those above the ceiling go. */
  lowerTo: key,
  share: z.object({ numerator: z.int().check(z.gte(0)), denominator: z.int().check(z.gte(1)) }),
  /** Counted in the denominator: every eligible result, or those whose band by points and conditions is one of these. */
  of: z.union([z.literal('all'), z.array(key)]),
  rounding: z.enum(['half-up', 'up', 'down']),
  /** Allowed even if the share gives less, as long as the denominator is not 0. */
  atLeast: z.optional(z.int().check(z.gte(0))),
});
export type QuotaLimit = z.infer<typeof QuotaLimit>;

/** Ratio, denominator, group, rounding and ties are all stated, because issued rules differ in each. */
export const Quota = z.object({
  limits: z.array(QuotaLimit).check(z.maxLength(20)),
  /** Separately in each `group` of the results, or over all of them. */
  per: z.enum(['all', 'group']),
  /** Equal at the cut: all of them in, all of them out, or left open for the council to decide. */
  ties: z.enum(['all-in', 'all-out', 'council']),
});
export type Quota = z.infer<typeof Quota>;

/**
 * One edit of a rubric, by a unit or for a kind of subject. `set` replaces fields of a node (never `id`, `kind` or
 * `children`; `null` removes a field); `add` puts a node into a group, or with `parent: null` at the top of a part.
 */
export const OverlayChange = z.discriminatedUnion('op', [
  z.object({ op: z.literal('set'), node: key, fields: z.record(z.string(), z.unknown()) }),
  z.object({
    op: z.literal('add'),
    parent: z.nullable(key),
    /** Only with `parent: null`; `criteria` by default. */
    part: z.optional(z.enum(['criteria', 'bonus', 'deduction'])),
    /** Position among the siblings; last by default. */
    index: z.optional(z.int().check(z.gte(0))),
    node: RubricNode,
  }),
  z.object({ op: z.literal('remove'), node: key }),
]);
export type OverlayChange = z.infer<typeof OverlayChange>;

/** What differs for some subjects; no list = every such subject. */
export const Variant = z.object({
  id: key,
  title: RubricText,
  registrantKinds: z.optional(z.array(z.enum(registrantKinds))),
  unitKinds: z.optional(z.array(key)),
  changes: z.array(OverlayChange).check(z.maxLength(MAX_NODES)),
});
export type Variant = z.infer<typeof Variant>;

const header = {
  id: key,
  version: key,
  title: RubricText,
  /** What is scored with it. */
  subject: z.enum(['unit', 'model']),
  /** `confidence: 'illustrative'` must be shown as “mẫu minh họa – chưa phải văn bản ban hành”. */
  legalBasis: LegalBasis,
  /** Full marks without bonus, in hundredths. */
  total: gained,
};

/** A set of criteria with its scale, as an instrument writes it. A published version never changes: a correction is a new version. */
export const Rubric = z.object({
  ...header,
  /** The template an overlay was applied to. */
  basedOn: z.optional(z.object({ id: key, version: key })),
  /** Variants already applied. */
  appliedVariants: z.optional(z.array(key)),
  /** Highest total possible with bonus; `total` by default. */
  ceiling: z.optional(gained),
  criteria: z.array(RubricNode).check(z.maxLength(MAX_NODES)),
  bonus: z.optional(Pot),
  deduction: z.optional(Pot),
  order: z.array(Step).check(z.maxLength(12)),
  rounding: Rounding,
  /** Lines marked not applicable: the rest is scaled up to the full total, or they count in full. */
  notApplicable: z.enum(['rescale', 'full-marks']),
  bands: z.array(Band).check(z.maxLength(20)),
  conditions: z.array(Condition).check(z.maxLength(100)),
  /** Self and appraised points of a line may differ by this much without a reason, in hundredths. */
  reasonAbove: gained,
  quota: z.optional(Quota),
  /** Lines that decide between equal totals, most important first. */
  tieBreak: z.optional(z.array(key)),
  variants: z.optional(z.array(Variant)),
  /** Parts the available source does not publish: they are left out, not guessed. */
  unpublished: z.optional(z.array(z.enum(['criteria', 'sub-criteria', 'bands', 'conditions', 'rounding']))),
});
export type Rubric = z.infer<typeof Rubric>;

/** A unit's adaptation of a template: applied with `applyOverlay`, never stored as a copy. */
export const Overlay = z.object({
  id: key,
  version: key,
  base: z.object({ id: key, version: key }),
  title: z.optional(RubricText),
  legalBasis: z.optional(LegalBasis),
  changes: z.array(OverlayChange).check(z.maxLength(MAX_NODES)),
});
export type Overlay = z.infer<typeof Overlay>;

/** Who put a version of a rubric in force, and who took it out. Only staff are told. */
export const RubricDecision = z.object({
  /** `null` for one that came with the installation. */
  reason: z.nullable(z.string()),
  publishedBy: z.nullable(z.string()),
  withdrawReason: z.nullable(z.string()),
  withdrawnBy: z.nullable(z.string()),
});
export type RubricDecision = z.infer<typeof RubricDecision>;

/** A rubric in a list. */
export const RubricSummary = z.object({
  ...header,
  criteriaCount: z.int(),
  state: z.enum(rubricStates),
  /** First day in force; `null`: since ever, for what came with the installation. */
  validFrom: z.nullable(date),
  /** Last day in force; `null`: until another version takes its place. */
  validTo: z.nullable(date),
  addedAt: instant,
  withdrawnAt: z.nullable(instant),
  /** `null` where nothing was decided here, and for those who are not staff. */
  decision: z.nullable(RubricDecision),
});
export type RubricSummary = z.infer<typeof RubricSummary>;
