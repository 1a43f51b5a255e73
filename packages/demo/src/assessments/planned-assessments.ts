import type { AssessmentStatus } from '@dvk/sdk/assessments';
import type { ModelStatus } from '@dvk/sdk/models';
import { bacKan2017, illustrativeModel, tayNinh2022 } from '@dvk/sdk/rubrics';
import type { Unit, UnitKind } from '@dvk/sdk/units';
import type { DemoContext } from '../support/context.ts';
import type { GeneratedModel } from '../models/make-models.ts';
import { demoUnitCode, type DemoProvince } from '../units/province.ts';
import { Random } from '../support/random.ts';
import { between, daysBefore } from '../support/time.ts';
import type { PlannedAssessment } from './make-assessment.ts';

/** Status of the assessment, and how well the model does, by the status of the model; none was opened for the others. */
const byModelStatus: Readonly<
  Partial<Record<ModelStatus, { status: AssessmentStatus; quality: readonly [least: number, most: number] }>>
> = {
  'self-assessing': { status: 'open', quality: [0.7, 0.95] },
  'awaiting-appraisal': { status: 'submitted', quality: [0.7, 0.95] },
  appraised: { status: 'concluded', quality: [0.75, 0.95] },
  recognised: { status: 'locked', quality: [0.8, 0.98] },
  'not-recognised': { status: 'concluded', quality: [0.4, 0.58] },
};

/** The assessment of a model, between the steps of the model itself; `undefined` where none was opened. */
export function planForModel(
  { seed, now }: DemoContext,
  { model, stepTimes }: GeneratedModel,
): PlannedAssessment | undefined {
  const expected = byModelStatus[model.status];
  const begin = stepTimes.get('begin-self-assessment');
  if (!expected || !begin) return undefined;
  const random = new Random(seed, 'quality', model.id);
  const submit = stepTimes.get('submit-for-appraisal') ?? now;
  const record = stepTimes.get('record-appraisal') ?? now;
  const decision = stepTimes.get('recognise') ?? now;
  const [least, most] = expected.quality;
  return {
    rubric: illustrativeModel,
    subject: { kind: 'model', id: model.id, name: model.name },
    unit: { id: model.unitId!, name: model.unitName },
    period: begin.slice(0, 4),
    quality: least + random.next() * (most - least),
    status: expected.status,
    times: [
      between(begin, submit, 0.1),
      between(begin, submit, 0.8),
      between(submit, record, 0.5),
      between(submit, record, 0.9),
      between(record, decision, 0.3),
    ],
  };
}

/** Kinds of unit that the published criteria are for. */
const assessedKinds: readonly UnitKind[] = ['department', 'commune-committee', 'public-service-unit', 'central-unit'];

/** How many units are found not eligible to be ranked, as two were in Ngân Sơn in 2020. */
const ineligible = 2;

/** The assessments of units by the two published rubrics: last year's all locked, this year's under way. */
export function planForUnits({ seed, now }: DemoContext, province: DemoProvince): PlannedAssessment[] {
  const thisYear = Number(now.slice(0, 4));
  const lastYear = thisYear - 1;
  const demoUnit = province.unit(demoUnitCode);
  const units = province.units.filter(({ kind, code }) => assessedKinds.includes(kind) && code !== 'UBND');
  const committees = units.filter(({ kind }) => kind === 'commune-committee');

  const plan = (
    unit: Unit,
    year: number,
    rest: Pick<PlannedAssessment, 'rubric' | 'status' | 'times'>,
  ): PlannedAssessment => ({
    ...rest,
    subject: { kind: 'unit', id: unit.id, name: unit.name },
    unit,
    period: String(year),
    quality: 0.74 + new Random(seed, 'quality', unit.id, year).next() * 0.24,
  });
  /** Moments about so many days ago. */
  const daysAgo = (random: Random, ...days: number[]) =>
    days.map((day) => daysBefore(now, day + random.next() * Math.min(4, day * 0.5)));

  const ofLastYear = units.map((unit) =>
    plan(unit, lastYear, {
      rubric: tayNinh2022,
      status: 'locked',
      times: daysAgo(new Random(seed, 'last year', unit.id), 350, 335, 310, 290, 280),
    }),
  );
  const ofThisYear = units.map((unit) => {
    const random = new Random(seed, 'this year', unit.id);
    // The demo unit is in the middle of scoring itself, for visitors to go on.
    const status = unit === demoUnit ? 'open' : random.weighted({ open: 45, submitted: 40, appraised: 15 });
    return plan(unit, thisYear, { rubric: tayNinh2022, status, times: daysAgo(random, 28, 14, 5) });
  });
  const byOtherRubric = [...new Set([demoUnit, ...committees.slice(0, 24)])].map((unit) => {
    const random = new Random(seed, 'other rubric', unit.id);
    const status = unit === demoUnit ? 'submitted' : random.weighted({ submitted: 30, appraised: 30, concluded: 40 });
    return plan(unit, thisYear, { rubric: bacKan2017, status, times: daysAgo(random, 40, 24, 12, 4) });
  });
  for (const planned of byOtherRubric.filter(({ status }) => status === 'concluded').slice(0, ineligible)) {
    planned.condition = {
      conditionId: 'not-eligible',
      reason: 'Không đủ điều kiện xếp loại theo kết luận của hội đồng (mẫu).',
    };
  }
  return [...ofLastYear, ...ofThisYear, ...byOtherRubric];
}
