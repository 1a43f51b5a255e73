import {
  applyAppraisedLines,
  applyAssessmentStep,
  applyConditions,
  applyOpening,
  applySelfLines,
  linesNeedingReason,
  scoreFormulas,
  withAppraisedLines,
  type AppraisedLine,
  type AssessedFields,
  type AssessmentAction,
  type AssessmentEvent,
  type AssessmentStatus,
  type RecordedCondition,
  type SelfLine,
} from '@dvk/sdk/assessments';
import type { Role } from '@dvk/sdk/contract';
import type { Outcome } from '@dvk/sdk/lifecycle';
import type { Rubric } from '@dvk/sdk/rubrics';
import { columnsOf } from '../assessments/present.ts';
import { assessmentRecords, type AssessmentRow } from '../assessments/table.ts';
import type { EventActor, PastEvent } from '../events/index.ts';
import { subjectOf } from '../records/records.ts';
import { fillLine, linesToFill } from './answers.ts';
import { Dice, stableId } from './dice.ts';
import type { EvidenceFiles } from './evidence.ts';
import { allowed, History, staff, type Setting } from './history.ts';

/** One assessment to be made. */
export interface AssessmentOutline {
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

export interface AssessmentWithHistory {
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

/** Makes one assessment from its opening, by the same rules and results as when people take these steps. */
export function makeAssessment(
  setting: Setting,
  files: EvidenceFiles,
  demoUnitId: string,
  outline: AssessmentOutline,
): AssessmentWithHistory {
  return new AssessmentMaker(setting, files, demoUnitId, outline).make();
}

class AssessmentMaker {
  readonly #outline: AssessmentOutline;
  readonly #dice: Dice;
  readonly #files: EvidenceFiles;
  readonly #history: History;
  readonly #row: AssessmentRow;
  readonly #officer: EventActor;

  constructor(setting: Setting, files: EvidenceFiles, demoUnitId: string, outline: AssessmentOutline) {
    const { rubric, subject, unit, period, times } = outline;
    const key = [setting.seed, 'assessment', subject.id, rubric.id, rubric.version, period] as const;
    const id = stableId(...key);
    this.#outline = outline;
    this.#files = files;
    this.#dice = new Dice(...key);
    this.#history = new History(subjectOf(assessmentRecords, id));
    this.#officer = staff('unit-officer', unit.id, demoUnitId);
    const { changes, event } = allowed(
      applyOpening({ rubricId: rubric.id, rubricVersion: rubric.version, subject, period }, rubric),
    );
    this.#row = {
      ...columnsOf(rubric, changes),
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
      status: changes.status,
      statusReason: null,
    };
    this.#history.add(event, times[0]!, this.#officer);
  }

  make(): AssessmentWithHistory {
    const { until, times } = this.#outline;
    const row = this.#row;
    const last = order.indexOf(until);
    this.#scoreSelf(times[1] ?? times[0]!, last === 0 ? 0.5 : 1);
    if (last >= 1) this.#step('submit', times[1]!, this.#officer);
    if (last >= 2) {
      this.#appraise(times[2]!);
      this.#step('appraise', times[2]!, appraiser);
    }
    if (last >= 3) this.#step('conclude', times[3]!, secretariat);
    if (last >= 4) this.#step('lock', times[4]!, secretariat);
    return { row, events: this.#history.events };
  }

  /** The unit's own points, for a share of the lines. */
  #scoreSelf(at: string, share: number): void {
    const { rubric, quality } = this.#outline;
    const lines = linesToFill(rubric).filter(({ reserved }) => !reserved);
    const wanted = lines.slice(0, Math.ceil(lines.length * share));
    const file = wanted.some(({ criterion }) => criterion.evidence)
      ? this.#files.add(subjectOf(assessmentRecords, this.#row.id), this.#officer.subject, at)
      : undefined;
    const written = wanted.map<SelfLine>((line) => ({
      criterionId: line.criterion.id,
      value: fillLine(line, this.#dice, quality),
      ...(line.criterion.evidence && file ? { evidence: [file] } : {}),
    }));
    this.#write(applySelfLines(this.#row, written, rubric), at, this.#officer);
  }

  /** The appraiser agrees with most lines, and says why where not. */
  #appraise(at: string): void {
    const { rubric, quality, condition } = this.#outline;
    const before = this.#row.lines;
    const own = new Map(before.map((line) => [line.criterionId, line.self]));
    const written = linesToFill(rubric).map<AppraisedLine>((line) => {
      const self = own.get(line.criterion.id);
      const value = self && !this.#dice.chance(0.22) ? self : fillLine(line, this.#dice, quality - 0.03);
      return { criterionId: line.criterion.id, value };
    });
    const wanting = new Set(
      linesNeedingReason(rubric, withAppraisedLines(before, written), { formulas: scoreFormulas }),
    );
    const reasoned = written.map((line) =>
      wanting.has(line.criterionId) ? { ...line, reason: this.#dice.pick(reasons) } : line,
    );
    this.#write(applyAppraisedLines(this.#row, reasoned, rubric), at, appraiser);
    if (condition) this.#write(applyConditions(this.#row, [condition], rubric), at, appraiser);
  }

  #write(outcome: Outcome<AssessedFields, AssessmentEvent>, at: string, actor: EventActor): void {
    const { changes, event } = allowed(outcome);
    this.#change(at, columnsOf(this.#outline.rubric, changes));
    this.#history.add(event, at, actor);
  }

  #step(action: AssessmentAction, at: string, actor: EventActor): void {
    const { rubric } = this.#outline;
    const roles = actor.roles as Role[];
    const { changes, event } = allowed(applyAssessmentStep(this.#row, { action }, { roles, rubric }));
    this.#change(at, changes);
    this.#history.add(event, at, actor);
  }

  #change(at: string, changes: Partial<AssessmentRow>): void {
    Object.assign(this.#row, changes, { updatedAt: at, version: this.#row.version + 1 });
  }
}
