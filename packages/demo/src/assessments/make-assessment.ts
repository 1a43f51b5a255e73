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
  type AssessmentAction,
  type AssessmentEvent,
  type AssessmentStatus,
  type RecordedCondition,
  type SelfLine,
} from '@dvk/sdk/assessments';
import type { Role } from '@dvk/sdk/contract';
import type { Outcome } from '@dvk/sdk/lifecycle';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { EventActor, HistoryEvent, ImportedAssessment, ImportedFile } from '@dvk/server';
import { appraiser, secretariat, staffOf } from '../support/actors.ts';
import { expectAllowed, type DemoContext } from '../support/context.ts';
import { Random, stableId } from '../support/random.ts';
import { fillLine, linesToFill } from './answers.ts';
import { sampleEvidence } from './evidence.ts';

/** What is decided of an assessment before it is made. */
export interface PlannedAssessment {
  rubric: Rubric;
  subject: { kind: 'unit' | 'model'; id: string; name: string };
  unit: { id: string; name: string };
  period: string;
  /** How well the subject does, 0 to 1. */
  quality: number;
  /** Where it stands in the end. */
  status: AssessmentStatus;
  /** When it was opened, submitted, appraised, concluded and locked; as many moments as the status needs. */
  times: readonly string[];
  /** A reason against ranking that the appraiser finds. */
  condition?: RecordedCondition;
}

const reasons = [
  'Minh chứng chưa đủ cho toàn bộ số điểm tự chấm.',
  'Số liệu đối chiếu với báo cáo quý thấp hơn.',
  'Kiểm tra thực tế cho thấy kết quả tốt hơn báo cáo.',
];
/** The states that an assessment passes through. */
const order: readonly AssessmentStatus[] = ['open', 'submitted', 'appraised', 'concluded', 'locked'];

/** Makes one assessment from its opening on, by the rules that hold when people take these steps. */
export function makeAssessment(
  context: DemoContext,
  demoUnitId: string,
  planned: PlannedAssessment,
): ImportedAssessment {
  return new AssessmentGenerator(context, demoUnitId, planned).make();
}

class AssessmentGenerator {
  readonly #planned: PlannedAssessment;
  readonly #random: Random;
  readonly #officer: EventActor;
  readonly #assessment: ImportedAssessment;
  readonly #history: HistoryEvent[] = [];
  readonly #files: ImportedFile[] = [];

  constructor({ seed }: DemoContext, demoUnitId: string, planned: PlannedAssessment) {
    const { rubric, subject, unit, period, times } = planned;
    const key = [seed, 'assessment', subject.id, rubric.id, rubric.version, period] as const;
    this.#planned = planned;
    this.#random = new Random(...key);
    this.#officer = staffOf(unit.id, 'unit-officer', demoUnitId);
    const opening = { rubricId: rubric.id, rubricVersion: rubric.version, subject, period };
    const { changes, event } = expectAllowed(applyOpening(opening, rubric));
    this.#assessment = {
      ...opening,
      ...changes,
      id: stableId(...key),
      unitId: unit.id,
      unitName: unit.name,
      statusReason: null,
      history: this.#history,
      files: this.#files,
    };
    this.#history.push({ ...event, at: times[0]!, actor: this.#officer });
  }

  make(): ImportedAssessment {
    const { status, times } = this.#planned;
    const last = order.indexOf(status);
    this.#scoreSelf(times[1] ?? times[0]!, last === 0 ? 0.5 : 1);
    if (last >= 1) this.#takeStep('submit', times[1]!, this.#officer);
    if (last >= 2) {
      this.#appraise(times[2]!);
      this.#takeStep('appraise', times[2]!, appraiser);
    }
    if (last >= 3) this.#takeStep('conclude', times[3]!, secretariat);
    if (last >= 4) this.#takeStep('lock', times[4]!, secretariat);
    return this.#assessment;
  }

  /** The unit scores a share of the lines itself. */
  #scoreSelf(at: string, share: number): void {
    const { rubric, quality } = this.#planned;
    const lines = linesToFill(rubric).filter(({ reserved }) => !reserved);
    const scored = lines.slice(0, Math.ceil(lines.length * share));
    const needsEvidence = scored.some(({ criterion }) => criterion.evidence);
    if (needsEvidence) this.#files.push(sampleEvidence(this.#assessment.id, at, this.#officer));
    const evidence = this.#files.map(({ id }) => id);
    const selfLines = scored.map<SelfLine>((line) => ({
      criterionId: line.criterion.id,
      value: fillLine(line, this.#random, quality),
      ...(line.criterion.evidence && { evidence }),
    }));
    this.#write(applySelfLines(this.#assessment, selfLines, rubric), at, this.#officer);
  }

  /** The appraiser agrees with most lines, and says why where not. */
  #appraise(at: string): void {
    const { rubric, quality, condition } = this.#planned;
    const before = this.#assessment.lines;
    const selfValues = new Map(before.map((line) => [line.criterionId, line.self]));
    const lines = linesToFill(rubric).map<AppraisedLine>((line) => {
      const self = selfValues.get(line.criterion.id);
      const value = self && !this.#random.chance(0.22) ? self : fillLine(line, this.#random, quality - 0.03);
      return { criterionId: line.criterion.id, value };
    });
    const needReason = new Set(
      linesNeedingReason(rubric, withAppraisedLines(before, lines), { formulas: scoreFormulas }),
    );
    const withReasons = lines.map((line) =>
      needReason.has(line.criterionId) ? { ...line, reason: this.#random.pick(reasons) } : line,
    );
    this.#write(applyAppraisedLines(this.#assessment, withReasons, rubric), at, appraiser);
    if (condition) this.#write(applyConditions(this.#assessment, [condition], rubric), at, appraiser);
  }

  #takeStep(action: AssessmentAction, at: string, actor: EventActor): void {
    const { rubric } = this.#planned;
    const roles = actor.roles as Role[];
    this.#write(applyAssessmentStep(this.#assessment, { action }, { roles, rubric }), at, actor);
  }

  #write(outcome: Outcome<Partial<ImportedAssessment>, AssessmentEvent>, at: string, actor: EventActor): void {
    const { changes, event } = expectAllowed(outcome);
    Object.assign(this.#assessment, changes);
    this.#history.push({ ...event, at, actor });
  }
}
