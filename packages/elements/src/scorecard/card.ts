import {
  answersOf,
  appraisalStatuses,
  bandOf,
  classOf,
  fits,
  linesNeedingReason,
  points,
  selfScoringStatuses,
  type AppraisedLine,
  type Assessment,
  type AssessmentAction,
  type AssessmentLine,
  type AssessmentResults,
  type FormulaEngine,
  type RecordedCondition,
  type ScoreResult,
  type SelfLine,
} from '@dvk/sdk/assessments';
import type { Criterion, Rubric, RubricNode } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import type { StoredFile } from '../file-field/upload.ts';
import { answerOf, entryOf, type Entry } from './answers.ts';

/** Whose points the person at the screen may write. */
export type Side = 'self' | 'appraised' | 'none';

/** What was changed in a line and is not saved yet. */
interface LineEdit {
  entry?: Entry;
  note?: string;
  files?: readonly StoredFile[];
  reason?: string;
}

/** Everything not saved yet: kept as a draft on the machine. */
export interface CardEdits {
  lines: Record<string, LineEdit>;
  /** Reasons of the hard stops that apply, by condition; `null`: taken back. */
  conditions: Record<string, string | null>;
  /** The step that is begun and not confirmed yet. */
  step?: { action: AssessmentAction; reason: string } | undefined;
}

/** A line of the table with what is known about its place. */
export interface CardLine {
  criterion: Criterion;
  /** Only the superior scores it. */
  reserved: boolean;
}

/** Works out formula lines and explanations too; loaded when somebody begins to score. */
export type Exact = typeof import('./exact.ts');

/** Loads it. Here because tsc leaves the `.ts` in `import()` where a module has decorators. */
export const loadExact = (): Promise<Exact> => import('./exact.ts');

/** Formula lines as the server worked them out at the last save: until {@link Exact} is there. */
function asSaved(result: ScoreResult | null): FormulaEngine {
  const saved = new Map(result?.lines.map((line) => [line.criterionId, line]));
  return ({ plan, points, states }) => {
    for (const [at, { criterion, id }] of plan.lines.entries()) {
      const line = saved.get(id);
      if (criterion.kind !== 'formula' || states[at] === 'reserved' || !line) continue;
      points[at] = line.points;
      states[at] = line.state;
    }
  };
}

/** An assessment on the screen: what the server has, and over it what the person is changing. */
export class Card {
  readonly assessment: Assessment;
  readonly rubric: Rubric;
  readonly side: Side;
  readonly lines: readonly CardLine[];
  readonly edits: CardEdits;
  /** Without it, formula lines and explanations stay as they were last saved. */
  exact?: Exact | undefined;
  readonly #saved: ReadonlyMap<string, AssessmentLine>;

  constructor(assessment: Assessment, rubric: Rubric, side: Side, edits: Partial<CardEdits> = {}) {
    this.assessment = assessment;
    this.rubric = rubric;
    this.side = side;
    const { lines = {}, conditions = {}, step } = edits;
    // Who may no longer write points may still have a step to take.
    this.edits = side === 'none' ? { lines: {}, conditions: {}, step } : { lines, conditions, step };
    this.#saved = new Map(assessment.lines.map((line) => [line.criterionId, line]));
    const { criteria, bonus, deduction } = rubric;
    this.lines = [criteria, bonus?.criteria ?? [], deduction?.criteria ?? []].flatMap((nodes) => flatten(nodes, false));
  }

  get dirty(): boolean {
    return Object.keys(this.edits.lines).length + Object.keys(this.edits.conditions).length > 0;
  }

  saved(id: string): AssessmentLine | undefined {
    return this.#saved.get(id);
  }

  /** The boxes of a line as they stand. */
  entry(id: string): Entry {
    const saved = this.#saved.get(id);
    return this.edits.lines[id]?.entry ?? entryOf(this.side === 'appraised' ? saved?.appraised : saved?.self);
  }

  note(id: string): string {
    return this.edits.lines[id]?.note ?? this.#saved.get(id)?.note ?? '';
  }

  reason(id: string): string {
    return this.edits.lines[id]?.reason ?? this.#saved.get(id)?.reason ?? '';
  }

  files(id: string): readonly StoredFile[] {
    const known = new Map(this.assessment.attachments.map((file) => [file.id, file]));
    const saved = this.#saved.get(id)?.evidence ?? [];
    return this.edits.lines[id]?.files ?? saved.flatMap((file) => known.get(file) ?? []);
  }

  /** The reason of a hard stop that applies; `undefined` if it does not. */
  condition(id: string): string | undefined {
    const edit = this.edits.conditions[id];
    if (edit !== undefined) return edit ?? undefined;
    return this.assessment.conditions.find(({ conditionId }) => conditionId === id)?.reason;
  }

  edit(id: string, change: LineEdit): void {
    this.edits.lines[id] = { ...this.edits.lines[id], ...change };
  }

  editEntry(id: string, part: Partial<Entry>): void {
    this.edit(id, { entry: { ...this.entry(id), ...part } });
  }

  /** Takes the unit's own points where the appraiser has entered none. */
  takeSelf(): void {
    for (const { criterion, reserved } of this.lines) {
      const { id } = criterion;
      const { value, notApplicable } = this.entry(id);
      if (!reserved && value === '' && !notApplicable) this.edit(id, { entry: entryOf(this.#saved.get(id)?.self) });
    }
  }

  /** Begins a step, or – for `undefined` – leaves it. */
  begin(step: CardEdits['step']): void {
    this.edits.step = step;
  }

  editCondition(id: string, reason: string | null): void {
    this.edits.conditions[id] = reason;
  }

  /** The table as it would be after saving, without what is not an answer yet. */
  get merged(): AssessmentLine[] {
    return this.lines.flatMap(({ criterion }) => {
      const { id } = criterion;
      const saved = this.#saved.get(id);
      const answer = this.side === 'none' ? undefined : this.#valid(criterion);
      const self = this.side === 'self' ? answer : saved?.self;
      const appraised = this.side === 'appraised' ? answer : saved?.appraised;
      if (!self && !appraised) return [];
      return [
        {
          criterionId: id,
          ...(self ? { self } : {}),
          ...(appraised ? { appraised } : {}),
          evidence: this.files(id).map((file) => file.id),
          reason: this.reason(id),
        },
      ];
    });
  }

  #valid(criterion: Criterion): AppraisedLine['answer'] | undefined {
    const answer = answerOf(criterion, this.entry(criterion.id));
    return answer && fits(criterion, answer) ? answer : undefined;
  }

  get recordedConditions(): RecordedCondition[] {
    return this.rubric.conditions.flatMap(({ id }) => {
      const reason = this.condition(id);
      return reason === undefined ? [] : [{ conditionId: id, reason }];
    });
  }

  /** What the SDK's rules need to look at a table that has formula lines. */
  get formulas(): { formulas: FormulaEngine } {
    if (this.exact) return { formulas: this.exact.scoreFormulas };
    const { self, appraised } = this.assessment.results;
    return { formulas: asSaved(this.side === 'self' ? self : appraised) };
  }

  /** Whether what is shown beside the points is older than they are. */
  get outdated(): boolean {
    return this.dirty && this.side !== 'none' && !this.exact;
  }

  /** Points and band as they stand, worked out by the same rules as the server's; the other side's stay as saved. */
  get results(): AssessmentResults {
    const { rubric, side, assessment, merged, exact } = this;
    const saved = assessment.results;
    if (side === 'none' || !this.dirty) return saved;
    if (exact) {
      const now = exact.assessmentResults(
        rubric,
        { lines: merged, conditions: this.recordedConditions },
        this.formulas,
      );
      const { self, selfBand, appraised, classification } = now;
      return side === 'self' ? { ...saved, self, selfBand } : { ...saved, appraised, classification };
    }
    const entered = points(rubric, answersOf(merged, side), {
      by: side === 'self' ? 'self' : 'appraiser',
      ...this.formulas,
    });
    const explanation = (before: { explanation: ScoreResult['explanation'] } | null) => before?.explanation ?? [];
    if (side === 'self')
      return {
        ...saved,
        self: { ...entered, explanation: saved.self.explanation },
        selfBand: bandOf(rubric, entered.points),
      };
    const conditions = this.recordedConditions.map(({ conditionId }) => conditionId);
    return {
      ...saved,
      appraised: { ...entered, explanation: explanation(saved.appraised) },
      classification: {
        ...classOf(rubric, entered, conditions),
        explanation: explanation(saved.classification),
      },
    };
  }

  /** Lines whose difference from the unit's own points must be explained. */
  get needingReason(): ReadonlySet<string> {
    if (this.side === 'appraised') return new Set(linesNeedingReason(this.rubric, this.merged, this.formulas));
    return new Set(this.assessment.lines.filter(({ reason }) => reason).map(({ criterionId }) => criterionId));
  }

  /** What a unit sends. */
  get selfLines(): SelfLine[] {
    return this.lines.flatMap(({ criterion, reserved }) => {
      const { id } = criterion;
      const answer = reserved ? undefined : answerOf(criterion, this.entry(id));
      if (!answer) return [];
      const note = this.note(id);
      return [{ criterionId: id, answer, ...(note ? { note } : {}), evidence: this.files(id).map((file) => file.id) }];
    });
  }

  /** What an appraiser sends. */
  get appraisedLines(): AppraisedLine[] {
    return this.lines.flatMap(({ criterion }) => {
      const answer = answerOf(criterion, this.entry(criterion.id));
      const reason = this.reason(criterion.id);
      return answer ? [{ criterionId: criterion.id, answer, ...(reason ? { reason } : {}) }] : [];
    });
  }
}

/** Whose points a person may write now. */
export function sideOf({ status, unitId }: Assessment, { roles, unitId: own }: Session): Side {
  const isUnit = (roles.includes('unit-officer') || roles.includes('unit-leader')) && own === unitId;
  if (isUnit && selfScoringStatuses.includes(status)) return 'self';
  return roles.includes('appraiser') && appraisalStatuses.includes(status) ? 'appraised' : 'none';
}

function flatten(nodes: readonly RubricNode[], above: boolean): CardLine[] {
  return nodes.flatMap((node) => {
    const reserved = above || node.scoredBy === 'superior';
    return node.kind === 'group' ? flatten(node.children, reserved) : [{ criterion: node, reserved }];
  });
}
