import {
  appraisalStatuses,
  assessmentLifecycle,
  selfScoringStatuses,
  type LineValue,
  type AppraisedLine,
  type Assessment,
  type AssessmentAction,
  type AssessmentLine,
  type AssessmentResults,
  type RecordedCondition,
  type SelfLine,
} from '@dvk/sdk/assessments';
import type { FieldIssue } from '@dvk/sdk/contract';
import type { Criterion, Rubric, RubricNode } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import type { StoredFile } from '../file-field/upload.ts';
import { isOfUnit } from './is-of-unit.ts';
import { lineValueOf, entryOf, type Entry } from './line-value.ts';

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
  /** The step that was chosen and not confirmed yet. */
  step?: { action: AssessmentAction; reason: string } | undefined;
}

/** A line of the table with what is known about its place. */
export interface CardLine {
  criterion: Criterion;
  /** Only the superior scores it. */
  reserved: boolean;
  /** Where it stands: in the table proper, or among the lines that add to its sum or take from it. */
  part: 'table' | 'bonus' | 'deduction';
}

/** Counts a table; loaded when somebody opens one they may fill in. */
export type Scoring = typeof import('./scoring.ts');

/** Loads it. Here because tsc leaves the `.ts` in `import()` where a module has decorators. */
export const loadScoring = (): Promise<Scoring> => import('./scoring.ts');

/** An assessment on the screen: what the server has, and over it what the person is changing. */
export class Card {
  readonly assessment: Assessment;
  readonly rubric: Rubric;
  readonly side: Side;
  readonly lines: readonly CardLine[];
  readonly edits: CardEdits;
  /** Without it, points and explanations stay as they were last saved. */
  scoring?: Scoring | undefined;
  /** The province's own limit for a difference that needs a reason, in hundredths. */
  reasonAbove?: number | null | undefined;
  readonly #saved: ReadonlyMap<string, AssessmentLine>;

  constructor(assessment: Assessment, rubric: Rubric, side: Side, edits: Partial<CardEdits> = {}) {
    this.assessment = assessment;
    this.rubric = rubric;
    this.side = side;
    const { lines = {}, conditions = {}, step } = edits;
    // Somebody who may no longer change points may still have a step to take.
    this.edits = side === 'none' ? { lines: {}, conditions: {}, step } : { lines, conditions, step };
    this.#saved = new Map(assessment.lines.map((line) => [line.criterionId, line]));
    const { criteria, bonus, deduction } = rubric;
    this.lines = [
      ...flatten(criteria, 'table'),
      ...flatten(bonus?.criteria ?? [], 'bonus'),
      ...flatten(deduction?.criteria ?? [], 'deduction'),
    ];
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

  /** The value that one side has given a line, as it stands. */
  valueOf(criterion: Criterion, side: 'self' | 'appraised'): LineValue | undefined {
    return side === this.side
      ? lineValueOf(criterion, this.entry(criterion.id))
      : this.#saved.get(criterion.id)?.[side];
  }

  /** Takes the unit's own points where the appraiser has entered none. */
  takeSelf(): void {
    for (const { criterion, reserved } of this.lines) {
      const { id } = criterion;
      const { value, notApplicable } = this.entry(id);
      if (!reserved && value === '' && !notApplicable) this.edit(id, { entry: entryOf(this.#saved.get(id)?.self) });
    }
  }

  /** Chooses a step, or – with `undefined` – gives it up. */
  setStep(step: CardEdits['step']): void {
    this.edits.step = step;
  }

  editCondition(id: string, reason: string | null): void {
    this.edits.conditions[id] = reason;
  }

  /** The table as it would be after saving, without what is no value yet. */
  #merged({ fits }: Scoring): AssessmentLine[] {
    const valid = (criterion: Criterion): LineValue | undefined => {
      const value = lineValueOf(criterion, this.entry(criterion.id));
      return value && fits(criterion, value) ? value : undefined;
    };
    return this.lines.flatMap(({ criterion }) => {
      const { id } = criterion;
      const saved = this.#saved.get(id);
      const self = this.side === 'self' ? valid(criterion) : saved?.self;
      const appraised = this.side === 'appraised' ? valid(criterion) : saved?.appraised;
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

  get recordedConditions(): RecordedCondition[] {
    return this.rubric.conditions.flatMap(({ id }) => {
      const reason = this.condition(id);
      return reason === undefined ? [] : [{ conditionId: id, reason }];
    });
  }

  /** Whether the points shown are older than what was entered. */
  get outdated(): boolean {
    return this.dirty && !this.scoring;
  }

  /** Points and band as they stand, worked out by the same rules as the server's; the other side's stay as saved. */
  get results(): AssessmentResults {
    const { rubric, side, scoring, assessment } = this;
    const saved = assessment.results;
    if (!this.dirty || !scoring) return saved;
    const { self, selfBand, appraised, classification } = scoring.assessmentResults(
      rubric,
      { lines: this.#merged(scoring), conditions: this.recordedConditions },
      { formulas: scoring.scoreFormulas },
    );
    return side === 'self' ? { ...saved, self, selfBand } : { ...saved, appraised, classification };
  }

  /** Lines whose difference from the unit's own points must be explained; until they can be counted, those explained already. */
  get needingReason(): ReadonlySet<string> {
    const { rubric, side, scoring } = this;
    if (side === 'appraised' && scoring) {
      return new Set(scoring.linesNeedingReason(rubric, this.#merged(scoring), this.#checking(scoring)));
    }
    return new Set(this.lines.map(({ criterion }) => criterion.id).filter((id) => this.reason(id)));
  }

  /** What is missing before a step can be taken, by the server's rules; while they are not there, the server says it. */
  missingFor(action: AssessmentAction): FieldIssue[] {
    const { rubric, scoring } = this;
    const guard = assessmentLifecycle.find((step) => step.action === action)?.guard;
    if (!scoring || !guard) return [];
    const check = guard === 'self-complete' ? scoring.checkSelfComplete : scoring.checkAppraisalComplete;
    return check(rubric, this.#merged(scoring), this.#checking(scoring));
  }

  #checking({ scoreFormulas }: Scoring) {
    return { formulas: scoreFormulas, reasonAbove: this.reasonAbove };
  }

  /** The difference above which a reason is asked for, in hundredths. */
  get reasonLimit(): number {
    const { rubric, scoring, reasonAbove } = this;
    return scoring ? scoring.reasonLimit(rubric, reasonAbove) : rubric.reasonAbove;
  }

  /** What a unit sends. */
  get selfLines(): SelfLine[] {
    return this.lines.flatMap(({ criterion, reserved }) => {
      const { id } = criterion;
      const value = reserved ? undefined : lineValueOf(criterion, this.entry(id));
      if (!value) return [];
      const note = this.note(id);
      return [{ criterionId: id, value, ...(note ? { note } : {}), evidence: this.files(id).map((file) => file.id) }];
    });
  }

  /** What an appraiser sends. */
  get appraisedLines(): AppraisedLine[] {
    return this.lines.flatMap(({ criterion }) => {
      const value = lineValueOf(criterion, this.entry(criterion.id));
      const reason = this.reason(criterion.id);
      return value ? [{ criterionId: criterion.id, value, ...(reason ? { reason } : {}) }] : [];
    });
  }
}

/** Whose points a person may write now. */
export function sideOf({ status, unitId }: Assessment, session: Session): Side {
  if (isOfUnit(session) && session.unitId === unitId && selfScoringStatuses.includes(status)) return 'self';
  return session.roles.includes('appraiser') && appraisalStatuses.includes(status) ? 'appraised' : 'none';
}

function flatten(nodes: readonly RubricNode[], part: CardLine['part'], above = false): CardLine[] {
  return nodes.flatMap((node) => {
    const reserved = above || node.scoredBy === 'superior';
    return node.kind === 'group' ? flatten(node.children, part, reserved) : [{ criterion: node, reserved, part }];
  });
}
