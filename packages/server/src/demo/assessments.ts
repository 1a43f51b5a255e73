import {
  assessmentLifecycle,
  checkTransition,
  linesNeedingReason,
  scoreFormulas,
  type AppraisedLine,
  type AssessmentAction,
  type AssessmentStatus,
  type RecordedCondition,
  type SelfLine,
} from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import { assessedColumns } from '../assessments/columns.ts';
import { changedAnswers, withAppraisedLines, withSelfLines } from '../assessments/lines.ts';
import { subjectOf } from '../assessments/present.ts';
import type { AssessmentRow } from '../assessments/schema.ts';
import type { EventActor, PastEvent } from '../events/index.ts';
import { answerLine, linesToAnswer } from './answers.ts';
import { Dice, stableId } from './dice.ts';
import type { EvidenceBinder } from './evidence.ts';
import { staff, Story, type Setting } from './story.ts';

/** One assessment to be told. */
export interface AssessmentPlot {
  rubric: Rubric;
  subject: { kind: 'unit' | 'model'; id: string; name: string };
  unit: { id: string; name: string };
  period: string;
  /** How well the subject does, 0 to 1. */
  quality: number;
  /** Where it stands in the end. */
  until: AssessmentStatus;
  /** Moments of opening, self-scoring and submission, appraisal, conclusion and locking; as many as `until` needs. */
  times: readonly string[];
  /** A hard stop the appraiser finds. */
  condition?: RecordedCondition;
}

export interface ToldAssessment {
  row: AssessmentRow;
  events: PastEvent[];
}

const appraiser: EventActor = { subject: 'demo-appraiser', roles: ['appraiser'], unitId: null };
const secretariat: EventActor = { subject: 'demo-secretariat', roles: ['secretariat'], unitId: null };
const reasons = [
  'Minh chứng chưa đủ cho toàn bộ số điểm tự chấm.',
  'Số liệu đối chiếu với báo cáo quý thấp hơn.',
  'Kiểm tra thực tế cho thấy kết quả tốt hơn báo cáo.',
];
const order: readonly AssessmentStatus[] = ['open', 'submitted', 'appraised', 'concluded', 'locked'];

/** Tells one assessment from its opening, by the same rules and results as when people take these steps. */
export function tellAssessment(
  setting: Setting,
  binder: EvidenceBinder,
  demoUnitId: string,
  plot: AssessmentPlot,
): ToldAssessment {
  return new AssessmentTeller(setting, binder, demoUnitId, plot).tell();
}

class AssessmentTeller {
  readonly #plot: AssessmentPlot;
  readonly #dice: Dice;
  readonly #binder: EvidenceBinder;
  readonly #story: Story;
  readonly #row: AssessmentRow;
  readonly #officer: EventActor;

  constructor(setting: Setting, binder: EvidenceBinder, demoUnitId: string, plot: AssessmentPlot) {
    const { rubric, subject, unit, period, times } = plot;
    const key = [setting.seed, 'assessment', subject.id, rubric.id, rubric.version, period] as const;
    const id = stableId(...key);
    this.#plot = plot;
    this.#binder = binder;
    this.#dice = new Dice(...key);
    this.#story = new Story(subjectOf(id));
    this.#officer = staff('unit-officer', unit.id, demoUnitId);
    this.#row = {
      ...assessedColumns(rubric, [], []),
      tenant: setting.tenant,
      id,
      version: 1,
      createdAt: times[0]!,
      updatedAt: times[0]!,
      rubricId: rubric.id,
      rubricVersion: rubric.version,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name,
      unitId: unit.id,
      unitName: unit.name,
      period,
      status: 'open',
      statusReason: null,
    };
  }

  tell(): ToldAssessment {
    const { rubric, subject, period, until, times } = this.#plot;
    const row = this.#row;
    this.#story.tell('assessment.opened', times[0]!, this.#officer, {
      to: row.status,
      rubric: `${rubric.id}/${rubric.version}`,
      of: `${subject.kind}/${subject.id}`,
      period,
    });
    const last = order.indexOf(until);
    this.#scoreSelf(times[1] ?? times[0]!, last === 0 ? 0.5 : 1);
    if (last >= 1) this.#step('submit', times[1]!, this.#officer);
    if (last >= 2) {
      this.#appraise(times[2]!);
      this.#step('appraise', times[2]!, appraiser);
    }
    if (last >= 3) this.#step('conclude', times[3]!, secretariat);
    if (last >= 4) this.#step('lock', times[4]!, secretariat);
    return { row, events: this.#story.events };
  }

  /** The unit's own points, for a share of the lines. */
  #scoreSelf(at: string, share: number): void {
    const { rubric, quality } = this.#plot;
    const lines = linesToAnswer(rubric).filter(({ reserved }) => !reserved);
    const wanted = lines.slice(0, Math.ceil(lines.length * share));
    const file = wanted.some(({ criterion }) => criterion.evidence)
      ? this.#binder.add(subjectOf(this.#row.id), this.#officer.subject, at)
      : undefined;
    const written = wanted.map<SelfLine>((line) => ({
      criterionId: line.criterion.id,
      answer: answerLine(line, this.#dice, quality),
      ...(line.criterion.evidence && file ? { evidence: [file] } : {}),
    }));
    const before = this.#row.lines;
    const after = withSelfLines(before, written);
    this.#change(at, assessedColumns(rubric, after, this.#row.conditions));
    this.#story.tell('assessment.self-scored', at, this.#officer, {
      answers: changedAnswers(before, after, 'self'),
      points: this.#row.selfPoints,
      version: this.#row.version,
    });
  }

  /** The appraiser agrees with most lines, and says why where not. */
  #appraise(at: string): void {
    const { rubric, quality, condition } = this.#plot;
    const before = this.#row.lines;
    const own = new Map(before.map((line) => [line.criterionId, line.self]));
    const written = linesToAnswer(rubric).map<AppraisedLine>((line) => {
      const self = own.get(line.criterion.id);
      const answer = self && !this.#dice.chance(0.22) ? self : answerLine(line, this.#dice, quality - 0.03);
      return { criterionId: line.criterion.id, answer };
    });
    const wanting = new Set(
      linesNeedingReason(rubric, withAppraisedLines(before, written), { formulas: scoreFormulas }),
    );
    const reasoned = written.map((line) =>
      wanting.has(line.criterionId) ? { ...line, reason: this.#dice.pick(reasons) } : line,
    );
    const after = withAppraisedLines(before, reasoned);
    this.#change(at, assessedColumns(rubric, after, this.#row.conditions));
    this.#story.tell('assessment.appraised', at, appraiser, {
      answers: changedAnswers(before, after, 'appraised'),
      points: this.#row.appraisedPoints,
      band: this.#row.finalBand,
      version: this.#row.version,
    });
    if (!condition) return;
    this.#change(at, assessedColumns(rubric, after, [condition]));
    this.#story.tell('assessment.conditions-recorded', at, appraiser, {
      conditions: [condition.conditionId],
      band: this.#row.finalBand,
      version: this.#row.version,
    });
  }

  #step(action: AssessmentAction, at: string, actor: EventActor): void {
    const row = this.#row;
    const from = row.status;
    const step = assessmentLifecycle.find((each) => each.action === action && each.from.includes(from));
    const faults = step && checkTransition(step, this.#plot.rubric, row, undefined, { formulas: scoreFormulas });
    if (!step || faults!.length > 0) {
      throw new Error(`An assessment that is ${from} cannot ${action}: ${JSON.stringify(faults)}`);
    }
    this.#change(at, { status: step.to, statusReason: null });
    const data = { from, to: step.to, reason: null, points: row.appraisedPoints, band: row.finalBand };
    this.#story.tell(`assessment.${action}`, at, actor, data);
  }

  #change(at: string, changes: Partial<AssessmentRow>): void {
    Object.assign(this.#row, changes, { updatedAt: at, version: this.#row.version + 1 });
  }
}
